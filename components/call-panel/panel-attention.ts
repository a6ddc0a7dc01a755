import { VIDEO_CALL, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import type { Wish } from '../base/attention-controller.js';

export interface PanelSounds {
  readonly ringtone: string;
  readonly ringback: string;
  readonly tones: boolean;
  /** It rings in this panel, and nobody else shows the call. */
  readonly rings: boolean;
}

/** What a panel wants people to notice; null for nothing. */
export function panelWish(snapshot: CallSnapshot | undefined, { ringtone, ringback, tones, rings }: PanelSounds, say: (key: 'incomingTitle', params: { readonly name: string }) => string): Wish | null {
  if (!snapshot) return null;
  const { call, ended } = snapshot;
  if (rings && call) return { tone: 'ring', sound: ringtone, vibrates: true, title: say('incomingTitle', { name: selectDisplayName(snapshot, call.inviter) }) };
  if (call?.phase === 'dialling') return { tone: 'ringback', sound: ringback };
  if (call && call.phase !== 'ringing') return { awake: call.type === VIDEO_CALL };
  if (tones && ended && (ended.duration > 0 || ended.role === 'inviter')) return { once: ended.reason === 'busy' ? 'busy' : 'end' };
  return null;
}
