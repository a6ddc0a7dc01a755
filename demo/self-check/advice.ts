import type { Language } from '../preferences.js';
import { remedyFor, tencentSay } from '../tencent/words.js';
import type { Advise } from './report.js';
import { selfCheckSay } from './words.js';

/** What to do about a failed step. */
export const adviseIn = (language: Language): Advise => ({ id, code }) => {
  if (id === 'environment') return selfCheckSay(language)('fixBrowser');
  const remedy = remedyFor(code);
  // Both are in the room and nothing arrives, or nobody comes into it.
  return id === 'media' || (id === 'answer' && remedy === 'fixNetwork') ? selfCheckSay(language)('fixMedia') : tencentSay(language)(remedy);
};
