import { defineElement } from '../base/define-element.js';
import { TrtcSwitchTypeButton } from './switch-type-button.js';

defineElement('trtc-switch-type-button', TrtcSwitchTypeButton);
