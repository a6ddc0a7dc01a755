import { defineElement } from '../base/define-element.js';
import { TrtcSpeakerButton } from './speaker-button.js';

defineElement('trtc-speaker-button', TrtcSpeakerButton);
