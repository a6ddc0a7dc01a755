import '../avatar/avatar.define.js';
import '../network-quality/network-quality.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcVideoView } from './video-view.js';

defineElement('trtc-video-view', TrtcVideoView);
