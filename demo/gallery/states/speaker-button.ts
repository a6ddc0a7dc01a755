import { talking } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'on', parts: talking(), stage: true },
  { name: 'off', parts: talking({}, { devices: { speaker: { handsFree: false, muted: true } } }), stage: true },
  { name: 'earpiece', parts: talking({}, { devices: { speaker: { handsFree: false, deviceId: 'earpiece' } } }), stage: true },
  { name: 'labelled', parts: talking(), attributes: { labelled: true }, stage: true },
] satisfies readonly ElementState[];
