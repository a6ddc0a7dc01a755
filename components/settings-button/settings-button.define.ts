import { defineElement } from '../base/define-element.js';
import { TrtcSettingsButton } from './settings-button.js';

defineElement('trtc-settings-button', TrtcSettingsButton);
