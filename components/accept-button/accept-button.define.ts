import { defineElement } from '../base/define-element.js';
import { TrtcAcceptButton } from './accept-button.js';

defineElement('trtc-accept-button', TrtcAcceptButton);
