import { talking } from '../moments.js';
import type { ElementState } from '../state.js';

const bob = { 'user-id': 'bob' } as const;

export default [
  { name: 'loud', parts: talking(), attributes: bob, levels: { bob: 90 }, stage: true },
  { name: 'quiet', parts: talking(), attributes: bob, levels: { bob: 25 }, stage: true },
  { name: 'silent', parts: talking(), attributes: bob, stage: true },
  { name: 'own', parts: talking(), attributes: { local: true }, levels: { '': 60 }, stage: true },
] satisfies readonly ElementState[];
