import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcInvitePicker } from './invite-picker.js';

defineElement('trtc-invite-picker', TrtcInvitePicker);
