import { defineElement } from '../base/define-element.js';
import { TrtcCameraButton } from './camera-button.js';

defineElement('trtc-camera-button', TrtcCameraButton);
