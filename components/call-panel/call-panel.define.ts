import { defineElement } from '../base/define-element.js';
import { TrtcCallPanel } from './call-panel.js';

defineElement('trtc-call-panel', TrtcCallPanel);
