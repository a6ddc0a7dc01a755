import { idle } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'closed', parts: idle },
] satisfies readonly ElementState[];
