import '../accept-button/accept-button.define.js';
import '../avatar/avatar.define.js';
import '../call-controls/call-controls.define.js';
import '../reject-button/reject-button.define.js';
import '../video-view/video-view.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcIncomingDialog } from './incoming-dialog.js';

defineElement('trtc-incoming-dialog', TrtcIncomingDialog);
