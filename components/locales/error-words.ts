import { CODES, SUCCESS, type CallErrorName } from '../../src/calling/errors.js';
import type { errorWords } from './en/errors.js';

type ErrorWord = keyof typeof errorWords;

const WORDS: Partial<Record<CallErrorName, ErrorWord>> = {
  'not-logged-in': 'errorNotSignedIn',
  'wrong-state': 'errorGeneric',
  'busy': 'errorBusy',
  'in-another-page': 'errorBusy',
  'own-user-id': 'errorSelf',
  'call-full': 'errorFull',
  'already-invited': 'errorInvited',
  'network': 'errorNetwork',
  'timed-out': 'errorTimedOut',
  'invalid-argument': 'errorUserId',
  'login-refused': 'errorLogin',
  'kicked-offline': 'errorKicked',
  'peer-unreachable': 'errorUnreachable',
  'invitation-failed': 'errorUnreachable',
  'engine-unavailable': 'errorEngine',
};

/** The sentence for people that goes with an error code; undefined for success and for what was taken back. */
export function errorWordOf(code: number): ErrorWord | undefined {
  if (code === SUCCESS || code === CODES.aborted) return undefined;
  for (const [name, word] of Object.entries(WORDS)) {
    if (isName(name) && CODES[name] === code) return word;
  }
  return 'errorGeneric';
}

const isName = (name: string): name is CallErrorName => Object.hasOwn(CODES, name);
