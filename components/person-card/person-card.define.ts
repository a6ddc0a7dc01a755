import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcPersonCard } from './person-card.js';

defineElement('trtc-person-card', TrtcPersonCard);
