import { seeing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'picture', parts: seeing(), height: 320, stage: true },
  { name: 'audio', parts: talking(), height: 320, stage: true },
] satisfies readonly ElementState[];
