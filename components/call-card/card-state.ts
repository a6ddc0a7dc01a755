import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent, selectDisplayName, selectMainStage } from '../../src/calling/state/selectors.js';
import { isOtherSilent } from '../base/silent-other.js';
import { otherOf } from '../call-status/status.js';

export interface CardState {
  readonly phase: 'idle' | 'ended' | 'ringing' | 'calling' | 'in-call';
  /** The others, user ids with spaces between. */
  readonly people: string;
  /** Who shares a screen, '' for nobody. */
  readonly sharer: string;
  /** One's own camera is on. */
  readonly isCameraOn: boolean;
  readonly isMuted: boolean;
  /** Two talk, and the other's microphone is off. */
  readonly isOtherSilent: boolean;
  /** The names of the others, one a line. */
  readonly names: string;
}

export function selectCard(snapshot: CallSnapshot): CardState {
  const { call, ended, devices } = snapshot;
  const others = (call?.participants ?? []).filter(isPresent);
  const ids = call?.phase === 'ringing' ? [call.inviter] : call ? others.map(({ userId }) => userId) : ended ? [otherOf(ended)] : [];
  return {
    phase: call ? phaseOf(call.phase) : ended ? 'ended' : 'idle',
    people: ids.join(' '),
    sharer: selectMainStage(snapshot),
    isCameraOn: devices.camera.on,
    isMuted: devices.microphone.muted,
    isOtherSilent: call?.phase === 'in-call' && isOtherSilent(others),
    names: ids.map((userId) => selectDisplayName(snapshot, userId)).join('\n'),
  };
}

const phaseOf = (phase: string): CardState['phase'] => (phase === 'ringing' || phase === 'in-call' ? phase : 'calling');
