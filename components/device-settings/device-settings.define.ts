import { defineElement } from '../base/define-element.js';
import { TrtcDeviceSettings } from './device-settings.js';

defineElement('trtc-device-settings', TrtcDeviceSettings);
