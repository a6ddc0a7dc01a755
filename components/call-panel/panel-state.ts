import { VIDEO_CALL, type CallPhase, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent } from '../../src/calling/state/selectors.js';

/** What an author asks for; '' goes by the number of people. */
export type Layout = '' | 'grid' | 'speaker' | 'float';

/** How people are shown: `card` is one large avatar, for a call of two without a picture. */
export type Arrangement = 'card' | 'float' | 'grid' | 'speaker';

export interface PanelState {
  readonly screen: CallPhase | 'ended';
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
}

export function selectPanel({ call, ended, devices }: CallSnapshot): PanelState {
  const others = call?.participants.filter(isPresent) ?? [];
  const people = call?.phase === 'ringing'
    ? [call.inviter, ...others.map(({ userId }) => userId).filter((userId) => userId !== call.inviter)]
    : others.map(({ userId }) => userId);
  return {
    screen: call?.phase ?? (ended ? 'ended' : 'idle'),
    callId: call?.callId ?? ended?.callId ?? '',
    isVideo: call?.type === VIDEO_CALL,
    people: people.join(' '),
    count: people.length,
    hasPicture: others.some(({ video, screen }) => video || screen),
    isCameraOn: devices.camera.on,
    sharer: others.find(({ screen }) => screen)?.userId ?? '',
  };
}

/** Two people without any picture are a card; otherwise the author's wish, else by the number of people. */
export function arrange({ count, isVideo, hasPicture, isCameraOn }: PanelState, layout: Layout): Arrangement {
  if (count <= 1 && !isVideo && !hasPicture && !isCameraOn) return 'card';
  if (layout !== '') return layout;
  return count <= 1 ? 'float' : 'grid';
}
