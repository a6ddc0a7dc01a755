import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcReturnScreen } from './return-screen.js';

defineElement('trtc-return-screen', TrtcReturnScreen);
