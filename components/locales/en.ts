import { callWords } from './en/call.js';
import { controlWords } from './en/controls.js';
import { dialerWords } from './en/dialer.js';
import { errorWords } from './en/errors.js';
import { flowWords } from './en/flow.js';
import { incomingWords } from './en/incoming.js';
import { inviteWords } from './en/invite.js';
import { logWords } from './en/log.js';
import { personWords } from './en/person.js';
import { settingsWords } from './en/settings.js';
import { troubleWords } from './en/trouble.js';

/** Every English word. Elements import only the group they say; this is what a translation is measured by. */
const en = {
  ...controlWords, ...callWords, ...personWords, ...troubleWords, ...dialerWords, ...incomingWords, ...errorWords,
  ...flowWords, ...inviteWords, ...logWords, ...settingsWords,
} as const;

export default en;
