/** What two clients of the local engine say to each other: the `body` that a transport carries. */
import { isFields, isText, isToken, isUserId, isWhole, parseJson, type Fields } from './checks.js';
import { toRoomMessage, type RoomMessage } from './room-messages.js';

/** Room for a payload of signal-codec.ts with every invitee named. */
export const MAX_DATA_LENGTH = 16 * 1024;
const MAX_INVITEES = 100;
const MAX_RING_MS = 3_600_000;
const MAX_NICKNAME_LENGTH = 256;
/** An avatar may be a data URL. */
export const MAX_AVATAR_LENGTH = 32 * 1024;

/** How somebody wants to be shown. Whose it is, the transport knows. */
export interface ProfileCard {
  readonly nickname: string;
  readonly avatarUrl: string;
}

export type SignalMessage =
  /** `ringMs`: how much longer it rings; 0: it only informs. */
  | { readonly type: 'invite'; readonly inviteId: string; readonly invitees: readonly string[]; readonly groupId: string; readonly data: string; readonly ringMs: number }
  | { readonly type: 'accept' | 'reject'; readonly inviteId: string; readonly data: string }
  | { readonly type: 'cancel'; readonly inviteId: string; readonly data: string };

export type ProfileMessage =
  | { readonly type: 'profile-wanted' }
  | { readonly type: 'profile'; readonly card: ProfileCard };

export type ClientMessage = SignalMessage | ProfileMessage | RoomMessage;

/** `id`: the sender wants a receipt; '' for none. `receipt`: the id of what has been received. */
export type Letter =
  | { readonly id: string; readonly message: ClientMessage }
  | { readonly receipt: string };

export const encodeLetter = (letter: Letter): string => JSON.stringify(letter);

/** What somebody sent: undefined when it is nothing; a letter with an id and no message when it cannot be understood. */
export function decodeLetter(body: string): { readonly receipt: string } | { readonly id: string; readonly message: ClientMessage | undefined } | undefined {
  const letter = parseJson(body);
  if (!isFields(letter)) return undefined;
  const { id, message, receipt } = letter;
  if (isToken(receipt)) return { receipt };
  if (id !== '' && !isToken(id)) return undefined;
  return { id, message: isFields(message) ? toClientMessage(message) : undefined };
}

export function toClientMessage(fields: Fields): ClientMessage | undefined {
  const { type, inviteId, invitees, groupId, data, ringMs, card } = fields;
  switch (type) {
    case 'invite': return isToken(inviteId) && isUserList(invitees) && isText(groupId, 128) && isText(data, MAX_DATA_LENGTH) && isWhole(ringMs, 0, MAX_RING_MS)
      ? { type, inviteId, invitees, groupId, data, ringMs }
      : undefined;
    case 'accept': case 'reject': return isToken(inviteId) && isText(data, MAX_DATA_LENGTH) ? { type, inviteId, data } : undefined;
    case 'cancel': return isToken(inviteId) && isText(data, MAX_DATA_LENGTH) ? { type, inviteId, data } : undefined;
    case 'profile-wanted': return { type };
    case 'profile': return isProfileCard(card) ? { type, card: { nickname: card.nickname, avatarUrl: card.avatarUrl } } : undefined;
    case 'room': return toRoomMessage(fields);
    default: return undefined;
  }
}

const isUserList = (value: unknown): value is string[] => Array.isArray(value) && value.length <= MAX_INVITEES && value.every(isUserId);

export const isProfileCard = (value: unknown): value is ProfileCard =>
  isFields(value) && isText(value['nickname'], MAX_NICKNAME_LENGTH) && isText(value['avatarUrl'], MAX_AVATAR_LENGTH) && isAvatar(value['avatarUrl']);

/** What may be put into an <img> without asking its author: nothing that runs. */
const isAvatar = (url: string): boolean => url === '' || /^(?:https?:|blob:https?:|data:image\/(?:png|jpe?g|gif|webp|avif);base64,)/i.test(url);
