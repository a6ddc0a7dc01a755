import { defineElement } from '../base/define-element.js';
import { TrtcMicButton } from './mic-button.js';

defineElement('trtc-mic-button', TrtcMicButton);
