import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcCallLog } from './call-log.js';

defineElement('trtc-call-log', TrtcCallLog);
