import '../device-settings/device-settings.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcSettingsDialog } from './settings-dialog.js';

defineElement('trtc-settings-dialog', TrtcSettingsDialog);
