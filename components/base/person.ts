import { LOCAL_USER } from '../../src/calling/tracks.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { selectDisplayName, selectParticipant, selectProfile } from '../../src/calling/state/selectors.js';

/** Whom an element shows: `local` or one's own user id is oneself. */
export interface Shown {
  readonly userId: string;
  readonly local: boolean;
}

export const isSelf = ({ userId, local }: Shown, snapshot: CallSnapshot): boolean =>
  local || (userId !== '' && userId === snapshot.session.userId);

/** The key of tracks and levels; undefined when nobody is named. */
export function mediaKey(shown: Shown, snapshot: CallSnapshot): string | undefined {
  if (isSelf(shown, snapshot)) return LOCAL_USER;
  return shown.userId === '' ? undefined : shown.userId;
}

/** What can be said of a person's picture and sound now. */
export interface PersonState {
  readonly userId: string;
  readonly isSelf: boolean;
  readonly name: string;
  readonly avatarUrl: string;
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
  readonly quality: number;
  /** They are not there: still ringing, on their way, or gone. */
  readonly isPresent: boolean;
  /** They cannot be reached, while one's own connection is there. */
  readonly isReconnecting: boolean;
  /** Their camera picture is one's own front camera's. */
  readonly isFront: boolean;
}

export function selectPerson(shown: Shown, snapshot: CallSnapshot): PersonState {
  const self = isSelf(shown, snapshot);
  const userId = self ? snapshot.session.userId : shown.userId;
  const { microphone, camera, screen } = snapshot.devices;
  const other = self ? undefined : selectParticipant(snapshot, userId);
  return {
    userId,
    isSelf: self,
    name: selectDisplayName(snapshot, userId),
    avatarUrl: selectProfile(snapshot, userId)?.avatarUrl ?? '',
    audio: self ? !microphone.muted && (microphone.on || microphone.error === 0) : other?.audio ?? false,
    video: self ? camera.on : other?.video ?? false,
    screen: self ? screen.on : other?.screen ?? false,
    quality: other?.quality ?? 0,
    isPresent: self || other?.state === 'joined',
    isReconnecting: other?.link === 'reconnecting' && snapshot.call?.reconnecting !== true,
    isFront: self && (camera.settings.facing === '' ? camera.front : camera.settings.facing === 'front'),
  };
}
