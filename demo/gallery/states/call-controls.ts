import { dialling, idle, ringing, seeing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

const bar = { stage: true } as const;

export default [
  { ...bar, name: 'video', parts: seeing() },
  { ...bar, name: 'audio', parts: talking() },
  { ...bar, name: 'all-off', parts: seeing({}, { devices: { microphone: { muted: true }, camera: { wanted: false, on: false }, speaker: { handsFree: false, muted: true } } }) },
  { ...bar, name: 'labelled', parts: seeing(), attributes: { labelled: true } },
  { ...bar, name: 'dialling', parts: dialling(2) },
  { ...bar, name: 'ringing', parts: ringing(1) },
  { ...bar, name: 'ringing-video', parts: ringing(2) },
  { ...bar, name: 'chosen', parts: seeing(), attributes: { controls: 'mic camera pip fullscreen hangup' } },
  { ...bar, name: 'idle', parts: idle },
] satisfies readonly ElementState[];
