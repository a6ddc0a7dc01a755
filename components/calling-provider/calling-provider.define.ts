import { defineElement } from '../base/define-element.js';
import { TrtcCallingProvider } from './calling-provider.js';

defineElement('trtc-calling-provider', TrtcCallingProvider);
