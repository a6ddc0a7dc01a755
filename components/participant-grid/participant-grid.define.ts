import '../video-view/video-view.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcParticipantGrid } from './participant-grid.js';

defineElement('trtc-participant-grid', TrtcParticipantGrid);
