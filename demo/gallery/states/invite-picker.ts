import { group, idle } from '../moments.js';
import type { ElementState } from '../state.js';

const people = { people: [{ userId: 'carol', nickname: 'Carol' }, { userId: 'dave', nickname: 'Dave' }, { userId: 'erin', nickname: 'Erin Wang' }] };

export default [
  { name: 'new-call', parts: idle, properties: people },
  { name: 'chosen', parts: idle, properties: people, attributes: { 'user-ids': 'carol dave' } },
  { name: 'into-a-call', parts: group(2), properties: people },
  { name: 'full', parts: group(8), properties: people },
  { name: 'nobody-known', parts: { session: { userId: 'zoe' } }, attributes: { 'without-recent': true } },
] satisfies readonly ElementState[];
