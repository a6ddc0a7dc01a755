import { connecting, dialling, idle, over, ringing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'dialling', parts: dialling(1, false) },
  { name: 'ringing-there', parts: dialling(1) },
  { name: 'ringing', parts: ringing(2) },
  { name: 'connecting', parts: connecting(1) },
  { name: 'connected', parts: talking() },
  { name: 'reconnecting', parts: talking({ link: 'reconnecting' }, { call: { reconnecting: true } }) },
  { name: 'ended', parts: over('busy') },
  { name: 'idle', parts: idle },
] satisfies readonly ElementState[];
