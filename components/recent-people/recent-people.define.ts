import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcRecentPeople } from './recent-people.js';

defineElement('trtc-recent-people', TrtcRecentPeople);
