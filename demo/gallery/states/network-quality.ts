import type { NetworkQuality } from '../../../src/index.js';
import { withQuality } from '../moments.js';
import type { ElementState } from '../state.js';

const NAMED: readonly (readonly [string, NetworkQuality])[] = [['excellent', 1], ['good', 2], ['fair', 3], ['poor', 4], ['very-poor', 5], ['down', 6], ['unknown', 0]];

export default [
  ...NAMED.map(([name, quality]) => ({ name, parts: withQuality(quality), attributes: { 'user-id': 'bob' }, stage: true })),
  { name: 'only-poor', parts: withQuality(1), attributes: { 'user-id': 'bob', 'only-poor': true }, stage: true },
] satisfies readonly ElementState[];
