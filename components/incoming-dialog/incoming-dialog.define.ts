import { defineElement } from '../base/define-element.js';
import { TrtcIncomingDialog } from './incoming-dialog.js';

defineElement('trtc-incoming-dialog', TrtcIncomingDialog);
