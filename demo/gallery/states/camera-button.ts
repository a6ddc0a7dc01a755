import { ERRORS } from '../../../src/index.js';
import { seeing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'on', parts: seeing(), stage: true },
  { name: 'off', parts: seeing({}, { devices: { camera: { wanted: false, on: false } } }), stage: true },
  { name: 'opening', parts: seeing({}, { devices: { camera: { wanted: true, on: false, pending: true } } }), stage: true },
  { name: 'denied', parts: seeing({}, { devices: { camera: { wanted: true, on: false, error: ERRORS['permission-denied'].code } } }), stage: true },
  { name: 'labelled', parts: seeing(), attributes: { labelled: true }, stage: true },
  { name: 'disabled', parts: seeing(), attributes: { disabled: true }, stage: true },
] satisfies readonly ElementState[];
