import { defineElement } from '../base/define-element.js';
import { TrtcCallButton } from './call-button.js';

defineElement('trtc-call-button', TrtcCallButton);
