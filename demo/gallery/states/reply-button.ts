import { idle, ringing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'ringing', parts: ringing(1), stage: true },
  { name: 'labelled', parts: ringing(1), attributes: { labelled: true }, stage: true },
  { name: 'nobody-calls', parts: idle, stage: true },
] satisfies readonly ElementState[];
