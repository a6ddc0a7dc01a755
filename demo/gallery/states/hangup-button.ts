import { dialling, idle, talking } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'in-call', parts: talking(), stage: true },
  { name: 'dialling', parts: dialling(1), stage: true },
  { name: 'labelled', parts: talking(), attributes: { labelled: true }, stage: true },
  { name: 'idle', parts: idle, stage: true },
] satisfies readonly ElementState[];
