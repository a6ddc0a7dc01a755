import { isForeignId } from '../../calling/signal-codec.js';
import { isRecord } from './im-types.js';

const ACTIONS = ['invite', 'cancel', 'accept', 'reject', 'timeout'] as const;
const MAX_ENVELOPE_LENGTH = 32_768;
const MAX_INVITEES = 100;
const MAX_TIMEOUT_S = 3600;

/** What tsignaling writes around a payload, and who really sent it. */
export interface Envelope {
  readonly action: (typeof ACTIONS)[number];
  readonly inviteId: string;
  readonly inviter: string;
  readonly invitees: readonly string[];
  /** As the service says, not as the message claims. */
  readonly sender: string;
  /** When the service took it, ms since the epoch by the service's clock; 0 when it does not say. */
  readonly sentAt: number;
  /** Seconds that it may ring; 0 for what does not. */
  readonly timeout: number;
}

/**
 * A TIM message as a signal. null for ordinary messages, for what would make tsignaling throw (and lose the rest of its
 * batch), and for a signal in somebody else's name: tsignaling takes the inviter and the answerer from the text.
 */
export function readEnvelope(message: unknown): Envelope | null {
  if (!isRecord(message) || message['type'] !== 'TIMCustomElem' || !isRecord(message['payload'])) return null;
  const fields = parse(message['payload']['data']);
  const { from: sender, time } = message;
  if (!fields || fields['businessID'] !== 1 || !isForeignId(sender)) return null;
  const { actionType, inviteID: inviteId, inviter, inviteeList: invitees, groupID = '', data = '', timeout = 0 } = fields;
  const action = typeof actionType === 'number' ? ACTIONS[actionType - 1] : undefined;
  if (!action || !isForeignId(inviteId) || !isForeignId(inviter) || !areIds(invitees) || typeof data !== 'string') return null;
  if (groupID !== '' && groupID !== null && !isForeignId(groupID)) return null;
  if (typeof timeout !== 'number' || !(timeout >= 0 && timeout <= MAX_TIMEOUT_S)) return null;
  if (action === 'timeout' && !parse(data)) return null;
  const envelope = { action, inviteId, inviter, invitees, sender, timeout, sentAt: typeof time === 'number' ? time * 1000 : 0 };
  return isHonest(envelope) ? envelope : null;
}

/** The service counts in whole seconds, rounded down. */
const CLOCK_GRAIN_MS = 1000;

/** Nobody waits for an answer to it any more. `now`: by the service's clock, which may be far from this machine's. */
export const hasRungOut = ({ action, timeout, sentAt }: Envelope, now: number): boolean =>
  action === 'invite' && timeout > 0 && sentAt > 0 && now - sentAt > timeout * 1000 + CLOCK_GRAIN_MS;

/** How much longer it rings, ms: the whole time where it has just been sent, or where nobody knows when. 0: it does not ring. */
export const ringsFor = ({ timeout, sentAt }: Envelope, now: number | undefined): number => {
  const age = sentAt > 0 && now !== undefined ? now - sentAt : 0;
  return age <= CLOCK_GRAIN_MS || timeout === 0 ? timeout * 1000 : Math.max(1, timeout * 1000 - age);
};

/** The inviter invites, takes back and gives up; who is invited answers for nobody else. */
function isHonest({ action, inviter, invitees, sender }: Envelope): boolean {
  if (action === 'invite' || action === 'cancel') return sender === inviter;
  const answersForSelf = invitees.length === 1 && invitees[0] === sender;
  return action === 'timeout' ? sender === inviter || answersForSelf : answersForSelf;
}

function parse(text: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof text !== 'string' || text.length > MAX_ENVELOPE_LENGTH) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

const areIds = (value: unknown): value is string[] => Array.isArray(value) && value.length <= MAX_INVITEES && value.every(isForeignId);
