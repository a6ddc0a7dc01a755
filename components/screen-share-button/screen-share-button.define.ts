import { defineElement } from '../base/define-element.js';
import { TrtcScreenShareButton } from './screen-share-button.js';

defineElement('trtc-screen-share-button', TrtcScreenShareButton);
