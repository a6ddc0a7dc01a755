import { defineElement } from '../base/define-element.js';
import { TrtcInviteButton } from './invite-button.js';

defineElement('trtc-invite-button', TrtcInviteButton);
