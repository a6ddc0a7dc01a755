import { connecting, dialling, presenting, ringing, seeing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

const card = { height: 240, stage: true, attributes: { silent: true } } as const;

export default [
  { ...card, name: 'picture', parts: seeing() },
  { ...card, name: 'audio', parts: talking() },
  { ...card, name: 'muted', parts: talking({}, { devices: { microphone: { muted: true } } }) },
  { ...card, name: 'other-muted', parts: seeing({ audio: false, quality: 5 }) },
  { ...card, name: 'ringing', parts: ringing(2) },
  { ...card, name: 'dialling', parts: dialling(1) },
  { ...card, name: 'connecting', parts: connecting(2) },
  { ...card, name: 'screen', parts: presenting },
] satisfies readonly ElementState[];
