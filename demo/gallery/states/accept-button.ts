import { idle, ringing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'ringing', parts: ringing(1), stage: true },
  { name: 'ringing-video', parts: ringing(2), stage: true },
  { name: 'audio-only', parts: ringing(2), attributes: { 'audio-only': true }, stage: true },
  { name: 'as-audio', parts: ringing(2), attributes: { 'as-audio': true, labelled: true }, stage: true },
  { name: 'labelled', parts: ringing(2), attributes: { labelled: true }, stage: true },
  { name: 'nobody-calls', parts: idle, stage: true },
] satisfies readonly ElementState[];
