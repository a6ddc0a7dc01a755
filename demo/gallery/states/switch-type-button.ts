import { group, seeing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'to-video', parts: talking(), stage: true },
  { name: 'to-audio', parts: seeing(), stage: true },
  { name: 'asking', parts: talking({}, { call: { switching: { state: 'asking', type: 2, userId: 'bob' } } }), stage: true },
  { name: 'labelled', parts: talking(), attributes: { labelled: true }, stage: true },
  { name: 'more-than-two', parts: group(3), stage: true },
] satisfies readonly ElementState[];
