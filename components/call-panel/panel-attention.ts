import { VIDEO_CALL } from '../../src/calling/state/call-state.js';
import type { Wish } from '../base/attention-controller.js';
import type { AttentiveElement } from './attentive-element.js';

/** What a panel wants people to notice; null for nothing. @param rings it rings in this panel, and nobody else shows the call */
export function panelWish({ calling, ringtone, ringback, tones, notify }: AttentiveElement, rings: boolean): Wish | null {
  const { call, ended } = calling?.state ?? { call: null, ended: null };
  if (rings) return { tone: 'ring', sound: ringtone, vibrates: true, notifies: notify };
  if (call?.phase === 'dialling') return { tone: 'ringback', sound: ringback };
  if (call && call.phase !== 'ringing') return { awake: call.type === VIDEO_CALL };
  if (tones && ended && (ended.duration > 0 || ended.role === 'inviter')) return { once: ended.reason === 'busy' ? 'busy' : 'end' };
  return null;
}
