import { seeing, troubleStates } from '../moments.js';
import type { ElementState } from '../state.js';

export default [...troubleStates({ stage: true }), { name: 'all-well', parts: seeing(), stage: true }] satisfies readonly ElementState[];
