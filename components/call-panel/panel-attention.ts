import { VIDEO_CALL } from '../../src/calling/state/call-state.js';
import type { Wish } from '../base/attention-controller.js';
import { ringNotification } from '../base/ring-notification.js';
import type { WordsController } from '../base/words-controller.js';
import type { AttentiveElement } from './attentive-element.js';

/** What a panel wants people to notice; null for nothing. @param rings it rings in this panel, and nobody else shows the call */
export function panelWish(panel: AttentiveElement, words: WordsController, rings: boolean): Wish | null {
  const snapshot = panel.calling?.state;
  if (!snapshot) return null;
  const { call, ended } = snapshot;
  const notification = rings ? ringNotification(words, snapshot) : null;
  if (notification) return { tone: 'ring', sound: panel.ringtone, vibrates: true, title: notification.title, notification: panel.notify ? notification : null };
  if (call?.phase === 'dialling') return { tone: 'ringback', sound: panel.ringback };
  if (call && call.phase !== 'ringing') return { awake: call.type === VIDEO_CALL };
  if (panel.tones && ended && (ended.duration > 0 || ended.role === 'inviter')) return { once: ended.reason === 'busy' ? 'busy' : 'end' };
  return null;
}
