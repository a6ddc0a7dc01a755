import '../accept-button/accept-button.define.js';
import '../call-status/call-status.define.js';
import '../call-timer/call-timer.define.js';
import '../camera-button/camera-button.define.js';
import '../hangup-button/hangup-button.define.js';
import '../mic-button/mic-button.define.js';
import '../network-quality/network-quality.define.js';
import '../reject-button/reject-button.define.js';
import '../video-view/video-view.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcCallCard } from './call-card.js';

defineElement('trtc-call-card', TrtcCallCard);
