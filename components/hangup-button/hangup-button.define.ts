import { defineElement } from '../base/define-element.js';
import { TrtcHangupButton } from './hangup-button.js';

defineElement('trtc-hangup-button', TrtcHangupButton);
