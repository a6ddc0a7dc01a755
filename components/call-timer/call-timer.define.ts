import { defineElement } from '../base/define-element.js';
import { TrtcCallTimer } from './call-timer.js';

defineElement('trtc-call-timer', TrtcCallTimer);
