import { defineElement } from '../base/define-element.js';
import { TrtcFullscreenButton } from './fullscreen-button.js';

defineElement('trtc-fullscreen-button', TrtcFullscreenButton);
