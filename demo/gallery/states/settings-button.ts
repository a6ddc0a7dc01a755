import { seeing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'closed', parts: seeing(), stage: true },
  { name: 'labelled', parts: seeing(), attributes: { labelled: true }, stage: true },
  { name: 'disabled', parts: seeing(), attributes: { disabled: true }, stage: true },
] satisfies readonly ElementState[];
