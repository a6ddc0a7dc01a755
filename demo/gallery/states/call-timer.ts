import { dialling, talking } from '../moments.js';
import type { SnapshotParts } from '../../../test/support/snapshots.js';
import type { ElementState } from '../state.js';

const since = (seconds: number): SnapshotParts => talking({}, { call: { connectedAt: Date.now() - seconds * 1000 } });

export default [
  { name: 'minutes', parts: since(754) },
  { name: 'seconds', parts: since(7) },
  { name: 'hours', parts: since(3723) },
  { name: 'not-connected', parts: dialling(1) },
] satisfies readonly ElementState[];
