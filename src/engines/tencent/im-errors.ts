import { CallError, type CallErrorName } from '../../calling/errors.js';
import { isRecord } from './im-types.js';

/** What a code of Tencent IM means for a call, and why it comes. Their own texts arrive empty or in pieces. */
interface Meaning {
  readonly reason?: CallErrorName;
  readonly cause: string;
}

const SIGNATURE = 'Sign a new userSig for this SDKAppID and user.';

/** The codes an application is likely to see; the service knows many more, which keep their number. */
export const IM_CODES: Readonly<Record<number, Meaning>> = {
  2024: { reason: 'not-logged-in', cause: 'The session is over.' },
  2025: { cause: 'Another login is under way.' },
  2800: { reason: 'network', cause: 'The service could not be reached.' },
  2801: { reason: 'timed-out', cause: 'The service did not answer in 15 seconds.' },
  2805: { reason: 'network', cause: 'The browser is offline.' },
  2996: { cause: 'Too many requests in a short time.' },
  2999: { reason: 'not-logged-in', cause: 'The session is not ready.' },
  3000: { reason: 'not-logged-in', cause: 'The login is not complete.' },
  3001: { reason: 'not-logged-in', cause: 'The login failed.' },
  3002: { reason: 'not-logged-in', cause: 'The same user logged in on another device.' },
  3003: { reason: 'not-logged-in', cause: 'The same user logged in on another page.' },
  3004: { reason: 'not-logged-in', cause: 'The userSig expired.' },
  3005: { reason: 'not-logged-in', cause: 'The session was logged out.' },
  3006: { reason: 'not-logged-in', cause: 'The service ended the session.' },
  6017: { cause: 'An argument was refused.' },
  10004: { cause: 'The group refused the parameters.' },
  10007: { cause: 'Not a member of the group, or not allowed to write in it.' },
  10010: { cause: 'The group does not exist.' },
  10015: { cause: 'The group id is not valid.' },
  10017: { cause: 'The user is muted in the group.' },
  20003: { cause: 'The user does not exist: nobody has logged in with that id yet.' },
  20006: { cause: 'A callback of the application refused the message.' },
  20007: { cause: 'The other user has blocked this one.' },
  20009: { cause: 'The application lets friends call only.' },
  20010: { cause: 'The other user has not befriended this one.' },
  20011: { cause: 'This user has not befriended the other one.' },
  20012: { cause: 'The user has been muted.' },
  60002: { cause: 'The service did not understand the request.' },
  60020: { cause: 'The SDKAppID\'s package has expired or is not active.' },
  60022: { cause: 'The service is overloaded.' },
  70001: { cause: `The userSig has expired. ${SIGNATURE}` },
  70002: { cause: `The userSig is empty. ${SIGNATURE}` },
  70003: { cause: `The userSig is damaged or cut off. ${SIGNATURE}` },
  70005: { cause: `The userSig cannot be verified. ${SIGNATURE}` },
  70009: { cause: 'The userSig was made with the secret key of another application.' },
  70013: { cause: 'The userSig was made for another user id.' },
  70014: { cause: 'The userSig was made for another SDKAppID.' },
  70020: { cause: 'The SDKAppID does not exist.' },
  70052: { cause: `The userSig has been revoked. ${SIGNATURE}` },
  70107: { cause: 'The user id has not been imported into the application.' },
  70169: { reason: 'timed-out', cause: 'The service timed out.' },
  70398: { cause: 'The trial version\'s limit of accounts is reached.' },
  80001: { cause: 'The service found forbidden words.' },
  80002: { cause: 'The message is too large.' },
};

/** A failure without a number of its own. */
export const UNKNOWN_CODE = -1;

export const codeOf = (thrown: unknown): number => {
  const code: unknown = isRecord(thrown) ? thrown['code'] : undefined;
  return typeof code === 'number' && Number.isInteger(code) ? code : UNKNOWN_CODE;
};

/**
 * A failure of theirs as ours. `fallback` is what it is where the code does not say that the network or the session is to
 * blame. Their message is left out: it helps nobody, and who knows what is in it.
 */
export function toCallError(thrown: unknown, fallback: CallErrorName): CallError {
  if (thrown instanceof CallError) return thrown;
  const code = codeOf(thrown);
  const meaning = Object.hasOwn(IM_CODES, code) ? IM_CODES[code] : undefined;
  if (code === UNKNOWN_CODE || code === 0) return new CallError(fallback, { cause: thrown });
  return new CallError(meaning?.reason ?? fallback, { code, detail: meaning ? `${meaning.cause} (${code})` : `Tencent IM says ${code}.` });
}
