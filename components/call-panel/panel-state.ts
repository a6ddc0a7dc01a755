import { VIDEO_CALL, type CallPhase, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent, selectMainStage, selectProfile } from '../../src/calling/state/selectors.js';
import { isOtherSilent } from '../base/silent-other.js';
import { splitUserIds } from '../call-button/dial.js';
import { otherOf } from '../call-status/status.js';

/** What an author asks for; '' goes by the number of people. */
export type Layout = '' | 'grid' | 'speaker' | 'float';

/** How people are shown: `card` is one large avatar, for a call of two without a picture. */
export type Arrangement = 'card' | 'float' | 'grid' | 'speaker';

export interface PanelState {
  readonly screen: CallPhase | 'ended' | 'interrupted';
  readonly callId: string;
  readonly isVideo: boolean;
  /** The others, user ids with spaces between; while it rings here, the inviter first. */
  readonly people: string;
  readonly count: number;
  /** Somebody's picture or screen is to be seen. */
  readonly hasPicture: boolean;
  readonly isCameraOn: boolean;
  /** Who shares a screen: '' nobody, else the user id. */
  readonly sharer: string;
  /** One's own screen is shared. */
  readonly isSharing: boolean;
  /** Several people are being called and nobody has come yet. */
  readonly isCallingGroup: boolean;
  /** Somebody wishes, or wished, another type of call. */
  readonly hasWish: boolean;
  /** Somebody declined, is busy or left, while the call goes on. */
  readonly hasNews: boolean;
  /** Two talk, and the other's microphone is off. */
  readonly isOtherSilent: boolean;
  /** Whose colour and picture lie behind: the first of the others. */
  readonly face: string;
  /** Their picture, '' for none. */
  readonly portrait: string;
}

export function selectPanel(snapshot: CallSnapshot): PanelState {
  const { call, ended, interrupted, devices } = snapshot;
  const others = call?.participants.filter(isPresent) ?? [];
  const ids = others.map(({ userId }) => userId);
  const people = call?.phase === 'ringing' ? [call.inviter, ...ids.filter((userId) => userId !== call.inviter)] : ids;
  const face = people[0] ?? (ended ? otherOf(ended) : interrupted?.userIds[0] ?? '');
  return {
    screen: call?.phase ?? (ended ? 'ended' : interrupted ? 'interrupted' : 'idle'),
    callId: call?.callId ?? ended?.callId ?? '',
    isVideo: call?.type === VIDEO_CALL,
    people: people.join(' '),
    count: people.length,
    hasPicture: others.some(({ video, screen }) => video || screen),
    isCameraOn: devices.camera.on,
    sharer: selectMainStage(snapshot),
    isSharing: devices.screen.on,
    isCallingGroup: call?.phase === 'dialling' && call.isGroup,
    hasWish: Boolean(call?.switching),
    hasNews: call?.phase === 'in-call' && call.participants.some((person) => !isPresent(person)),
    isOtherSilent: call?.phase === 'in-call' && isOtherSilent(others),
    face,
    portrait: selectProfile(snapshot, face)?.avatarUrl ?? '',
  };
}

/**
 * Whoever was pinned has the stage, and a shared screen. Two people without any picture are a card; otherwise it goes by the
 * author's wish, or else by the number of people.
 */
export function arrange({ screen, people, count, isVideo, hasPicture, isCameraOn, sharer }: PanelState, layout: Layout, pinned = ''): Arrangement {
  if (screen !== 'in-call') return 'card';
  if (sharer !== '' || (count > 1 && splitUserIds(people).includes(pinned))) return 'speaker';
  if (count <= 1 && !isVideo && !hasPicture && !isCameraOn) return 'card';
  if (layout !== '') return layout;
  // While nobody else is there, one sees oneself, not an empty place.
  return count === 1 ? 'float' : 'grid';
}
