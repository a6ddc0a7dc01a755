import { defineElement } from '../base/define-element.js';
import { TrtcRejectButton } from './reject-button.js';

defineElement('trtc-reject-button', TrtcRejectButton);
