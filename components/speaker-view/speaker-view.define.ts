import '../participant-grid/participant-grid.define.js';
import '../video-view/video-view.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcSpeakerView } from './speaker-view.js';

defineElement('trtc-speaker-view', TrtcSpeakerView);
