import { defineElement } from '../base/define-element.js';
import { TrtcSwitchCameraButton } from './switch-camera-button.js';

defineElement('trtc-switch-camera-button', TrtcSwitchCameraButton);
