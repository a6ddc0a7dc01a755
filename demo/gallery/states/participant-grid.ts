import { group, mixedGroup, presenting, talking } from '../moments.js';
import type { ElementState } from '../state.js';

const room = { height: 440, stage: true } as const;

const people = (others: number): ElementState => ({ ...room, name: `people-${others + 1}`, parts: group(others), levels: { bob: 60 } });

export default [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((others) => people(others)),
  { ...room, name: 'everybody-differs', parts: mixedGroup },
  { ...room, name: 'audio', parts: talking(), levels: { bob: 80, '': 20 } },
  { ...room, name: 'without-self', parts: group(3), attributes: { 'without-self': true } },
  { ...room, name: 'except-bob', parts: group(4), attributes: { except: 'bob' } },
  { ...room, name: 'wide-gap', parts: group(4), attributes: { gap: '24' } },
  { ...room, name: 'screen', parts: presenting },
] satisfies readonly ElementState[];
