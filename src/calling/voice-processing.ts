import type { VoiceProcessing } from './state/call-state.js';

/** The browser tells of something that it is not as wished. */
export const differs = (actual: Partial<VoiceProcessing>, wanted: VoiceProcessing): boolean =>
  (['noiseSuppression', 'echoCancellation', 'autoGainControl'] as const).some((key) => actual[key] !== undefined && actual[key] !== wanted[key]);
