import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcDialPad } from './dial-pad.js';

defineElement('trtc-dial-pad', TrtcDialPad);
