import { seeing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'no-panel-around', parts: seeing(), stage: true },
] satisfies readonly ElementState[];
