import '../accept-button/accept-button.define.js';
import '../camera-button/camera-button.define.js';
import '../hangup-button/hangup-button.define.js';
import '../mic-button/mic-button.define.js';
import '../reject-button/reject-button.define.js';
import '../screen-share-button/screen-share-button.define.js';
import '../speaker-button/speaker-button.define.js';
import '../switch-camera-button/switch-camera-button.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcCallControls } from './call-controls.js';

defineElement('trtc-call-controls', TrtcCallControls);
