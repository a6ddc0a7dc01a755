import { dialling, group, idle } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'in-call', parts: group(2), stage: true },
  { name: 'labelled', parts: group(2), attributes: { labelled: true }, stage: true },
  { name: 'dialling', parts: dialling(1), stage: true },
  { name: 'full', parts: group(8), stage: true },
  { name: 'idle', parts: idle, stage: true },
] satisfies readonly ElementState[];
