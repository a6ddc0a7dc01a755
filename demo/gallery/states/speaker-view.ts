import { group, presenting, seeing } from '../moments.js';
import type { ElementState } from '../state.js';

const room = { height: 440, stage: true } as const;

export default [
  { ...room, name: 'five', parts: group(4), levels: { carol: 70 } },
  { ...room, name: 'two', parts: seeing() },
  { ...room, name: 'nine', parts: group(8) },
  { ...room, name: 'pinned', parts: group(4), attributes: { pinned: 'erin' } },
  { ...room, name: 'screen', parts: presenting },
] satisfies readonly ElementState[];
