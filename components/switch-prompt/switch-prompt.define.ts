import { defineElement } from '../base/define-element.js';
import { TrtcSwitchPrompt } from './switch-prompt.js';

defineElement('trtc-switch-prompt', TrtcSwitchPrompt);
