import { defineElement } from '../base/define-element.js';
import { TrtcPipButton } from './pip-button.js';

defineElement('trtc-pip-button', TrtcPipButton);
