import { idle, interrupted, signingIn } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'video', parts: interrupted, stage: true, height: 320 },
  { name: 'audio', parts: { ...interrupted, interrupted: { type: 1, userIds: ['bob', 'carol'] } }, stage: true, height: 320 },
  { name: 'signing-in', parts: { ...interrupted, ...signingIn }, stage: true, height: 320 },
  { name: 'nothing', parts: idle, stage: true, height: 80 },
] satisfies readonly ElementState[];
