import { defineElement } from '../base/define-element.js';
import { TrtcReplyButton } from './reply-button.js';

defineElement('trtc-reply-button', TrtcReplyButton);
