import { defineElement } from '../base/define-element.js';
import { TrtcSharingBar } from './sharing-bar.js';

defineElement('trtc-sharing-bar', TrtcSharingBar);
