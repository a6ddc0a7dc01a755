import '../avatar/avatar.define.js';
import { defineElement } from '../base/define-element.js';
import { TrtcPeopleList } from './people-list.js';

defineElement('trtc-people-list', TrtcPeopleList);
