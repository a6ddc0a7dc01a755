import { defineElement } from '../base/define-element.js';
import { TrtcAvatar } from './avatar.js';

defineElement('trtc-avatar', TrtcAvatar);
