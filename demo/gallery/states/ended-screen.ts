import { endedStates } from '../moments.js';
import type { ElementState } from '../state.js';

export default endedStates({ stage: true, height: 320, attributes: { seconds: '0' } }) satisfies readonly ElementState[];
