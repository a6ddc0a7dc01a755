import type { UserProfile } from '../../calling/state/call-state.js';
import { isForeignId } from '../../calling/signal-codec.js';
import { isRecord } from './im-types.js';

/** TIM takes so many ids in one request. */
export const PROFILES_PER_REQUEST = 100;

const MAX_NICKNAME_LENGTH = 128;
const MAX_AVATAR_LENGTH = 2048;
const PICTURE_ADDRESS = /^(?:https?:\/\/|blob:|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i;
const CONTROL_CHARACTERS = /[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** A list of TIM's profiles as ours; what is not one is left out. */
export function toProfiles(list: unknown): readonly UserProfile[] {
  return (Array.isArray(list) ? list : []).flatMap((profile: unknown) => {
    if (!isRecord(profile) || !isForeignId(profile['userID'])) return [];
    return [{ userId: profile['userID'], nickname: toNickname(profile['nick']), avatarUrl: toPictureAddress(profile['avatar']) }];
  });
}

const toNickname = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, MAX_NICKNAME_LENGTH).replace(CONTROL_CHARACTERS, ' ').trim() : '';

/** Somebody else wrote it: an address that could run a script is no picture. */
const toPictureAddress = (value: unknown): string =>
  typeof value === 'string' && value.length <= MAX_AVATAR_LENGTH && PICTURE_ADDRESS.test(value) ? value : '';
