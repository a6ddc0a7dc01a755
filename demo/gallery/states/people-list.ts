import { dialling, group, mixedGroup } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'everybody-differs', parts: mixedGroup, stage: true },
  { name: 'in-call', parts: group(3), stage: true },
  { name: 'dialling', parts: dialling(2), stage: true },
] satisfies readonly ElementState[];
