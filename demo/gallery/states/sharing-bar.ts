import { seeing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'sharing', parts: seeing({}, { devices: { camera: { wanted: true, on: true }, screen: { wanted: true, on: true } } }), stage: true },
  { name: 'not-sharing', parts: seeing(), stage: true },
] satisfies readonly ElementState[];
