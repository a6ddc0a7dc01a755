import { defineElement } from '../base/define-element.js';
import { TrtcFloatingTile } from './floating-tile.js';

defineElement('trtc-floating-tile', TrtcFloatingTile);
