import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcEndedScreen } from './ended-screen.js';

defineElement('trtc-ended-screen', TrtcEndedScreen);
