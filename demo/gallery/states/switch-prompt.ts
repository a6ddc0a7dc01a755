import type { SnapshotParts } from '../../../test/support/snapshots.js';
import { talking } from '../moments.js';
import type { ElementState } from '../state.js';

const wish = (state: 'asking' | 'asked' | 'refused' | 'unanswered'): SnapshotParts => talking({}, { call: { switching: { state, type: 2, userId: 'bob' } } });

export default [
  { name: 'asked', parts: wish('asked'), stage: true },
  { name: 'asking', parts: wish('asking'), stage: true },
  { name: 'refused', parts: wish('refused'), stage: true },
  { name: 'unanswered', parts: wish('unanswered'), stage: true },
  { name: 'no-wish', parts: talking(), stage: true },
] satisfies readonly ElementState[];
