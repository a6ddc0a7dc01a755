import { defineElement } from '../base/define-element.js';
import { TrtcCallStatus } from './call-status.js';

defineElement('trtc-call-status', TrtcCallStatus);
