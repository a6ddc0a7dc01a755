import { dialling, presenting, seeing } from '../moments.js';
import type { ElementState } from '../state.js';

export default [
  { name: 'ready', parts: seeing(), stage: true },
  { name: 'sharing', parts: seeing({}, { devices: { camera: { wanted: true, on: true }, screen: { wanted: true, on: true } } }), stage: true },
  { name: 'other-shares', parts: presenting, stage: true },
  { name: 'not-connected', parts: dialling(2), stage: true },
  { name: 'labelled', parts: seeing(), attributes: { labelled: true }, stage: true },
] satisfies readonly ElementState[];
