import { defineElement } from '../base/define-element.js';
import { TrtcNetworkQuality } from './network-quality.js';

defineElement('trtc-network-quality', TrtcNetworkQuality);
