import { ERRORS } from '../../../src/index.js';
import { talking } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'on', parts: talking(), stage: true },
  { name: 'muted', parts: talking({}, { devices: { microphone: { muted: true } } }), stage: true },
  { name: 'opening', parts: talking({}, { devices: { microphone: { on: false, pending: true } } }), stage: true },
  { name: 'denied', parts: talking({}, { devices: { microphone: { on: false, error: ERRORS['permission-denied'].code } } }), stage: true },
  { name: 'labelled', parts: talking(), attributes: { labelled: true }, stage: true },
  { name: 'disabled', parts: talking(), attributes: { disabled: true }, stage: true },
] satisfies readonly ElementState[];
