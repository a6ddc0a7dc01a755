import { defineElement } from '../base/define-element.js';
import { TrtcMoreButton } from './more-button.js';

defineElement('trtc-more-button', TrtcMoreButton);
