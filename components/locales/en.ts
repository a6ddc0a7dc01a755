import { callWords } from './en/call.js';
import { controlWords } from './en/controls.js';
import { dialerWords } from './en/dialer.js';
import { errorWords } from './en/errors.js';
import { incomingWords } from './en/incoming.js';
import { personWords } from './en/person.js';
import { troubleWords } from './en/trouble.js';

/** Every English word. Elements import only the group they say; this is what a translation is measured by. */
const en = {
  ...controlWords, ...callWords, ...personWords, ...troubleWords, ...dialerWords, ...incomingWords, ...errorWords,
} as const;

export default en;
