import { defineElement } from '../base/define-element.js';
import { TrtcTroubleBanner } from './trouble-banner.js';

defineElement('trtc-trouble-banner', TrtcTroubleBanner);
