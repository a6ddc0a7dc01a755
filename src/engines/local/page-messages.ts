/** What the pages of one browser in which the same user is logged in say to each other. */
import { isFields, isFlag, isText, isToken, isUserId } from './checks.js';
import { MAX_DATA_LENGTH, toClientMessage, type SignalMessage } from './client-messages.js';
import { isPeer } from './relay-protocol.js';
import type { Peer } from './transport.js';

export type PageMessage =
  /** I am here, and in a call or not. `asks`: so say you, and what rings where you are. */
  | { readonly type: 'here'; readonly inCall: boolean; readonly asks: boolean }
  /** This invitation rings here. */
  | { readonly type: 'rings'; readonly inviter: Peer; readonly invite: Extract<SignalMessage, { type: 'invite' }> }
  | { readonly type: 'cancelled'; readonly inviter: string; readonly inviteId: string; readonly data: string }
  /** It was answered here: the others stop. */
  | { readonly type: 'answered'; readonly how: 'accept' | 'reject'; readonly inviter: string; readonly inviteId: string; readonly data: string };

/** `from`, `to`: sessions; `to` is '' for all. */
export interface PageLetter {
  readonly from: string;
  readonly to: string;
  readonly message: PageMessage;
}

/** undefined for whatever is none: another version of this package may be open in the next tab. */
export function toPageLetter(value: unknown): PageLetter | undefined {
  if (!isFields(value)) return undefined;
  const { from, to, message } = value;
  const decoded = toPageMessage(message);
  return decoded && isToken(from) && (to === '' || isToken(to)) ? { from, to, message: decoded } : undefined;
}

function toPageMessage(value: unknown): PageMessage | undefined {
  if (!isFields(value)) return undefined;
  const { type, inCall, asks, inviter, invite, inviteId, how, data } = value;
  switch (type) {
    case 'here': return isFlag(inCall) && isFlag(asks) ? { type, inCall, asks } : undefined;
    case 'rings': {
      const message = isFields(invite) ? toClientMessage(invite) : undefined;
      return isPeer(inviter) && message?.type === 'invite' ? { type, inviter, invite: message } : undefined;
    }
    case 'cancelled': return isUserId(inviter) && isToken(inviteId) && isText(data, MAX_DATA_LENGTH) ? { type, inviter, inviteId, data } : undefined;
    case 'answered': return (how === 'accept' || how === 'reject') && isUserId(inviter) && isToken(inviteId) && isText(data, MAX_DATA_LENGTH)
      ? { type, how, inviter, inviteId, data }
      : undefined;
    default: return undefined;
  }
}
