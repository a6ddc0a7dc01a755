import { defineElement } from '../base/define-element.js';
import { TrtcVolumeMeter } from './volume-meter.js';

defineElement('trtc-volume-meter', TrtcVolumeMeter);
