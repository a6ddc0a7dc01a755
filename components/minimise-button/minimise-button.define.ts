import { defineElement } from '../base/define-element.js';
import { TrtcMinimiseButton } from './minimise-button.js';

defineElement('trtc-minimise-button', TrtcMinimiseButton);
