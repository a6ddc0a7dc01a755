import '../call-card/call-card.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcFloatingCard } from './floating-card.js';

defineElement('trtc-floating-card', TrtcFloatingCard);
