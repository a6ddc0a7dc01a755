import type { NotificationWords } from '../../src/page/attention/call-notification.js';
import type { NotificationAction } from '../../src/page/attention/worker-messages.js';
import { VIDEO_CALL, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { incomingWord } from '../call-status/status.js';
import { TrtcAcceptRequestEvent, TrtcRejectRequestEvent } from '../events/call-requests.js';
import { callWords } from '../locales/en/call.js';
import { controlWords } from '../locales/en/controls.js';
import type { AttentionHost } from './attention-controller.js';
import { perform } from './perform.js';
import type { WordsController } from './words-controller.js';

/** What a notification of the call that rings says; null where there is none. */
export function ringNotification(words: WordsController, snapshot: CallSnapshot | undefined): NotificationWords | null {
  const call = snapshot?.call;
  if (!call) return null;
  const name = selectDisplayName(snapshot, call.inviter);
  return {
    title: words.say(callWords, 'incomingTitle', { name }), body: words.say(callWords, incomingWord(call), { name }),
    icon: snapshot.profiles[call.inviter]?.avatarUrl ?? '', answer: words.say(controlWords, 'answer'), decline: words.say(controlWords, 'decline'),
  };
}

/** A button of it was pressed: as if it had been one of the page. */
export function onNotification(host: AttentionHost, action: NotificationAction): void {
  if (host.calling?.state.call?.phase !== 'ringing') return;
  const camera = host.calling.state.call.type === VIDEO_CALL;
  if (action === 'answer') void perform(host, host.calling, new TrtcAcceptRequestEvent(camera), (calling) => calling.accept({ camera }));
  else if (action === 'decline') void perform(host, host.calling, new TrtcRejectRequestEvent(), (calling) => calling.reject());
}
