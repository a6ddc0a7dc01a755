import type { ReactiveController } from 'lit';
import type { Attention, AttentionWish } from '../../src/page/attention/attention.js';
import type { SoundState } from '../../src/page/attention/sole-sounder.js';
import type { Calling } from '../../src/calling/calling.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import type { ringNotification } from './ring-notification.js';
import { isQuiet, type Signal } from './signals.js';
import type { SnapshotHost } from './snapshot-controller.js';
import type { WordsController } from './words-controller.js';

export interface Wish extends Partial<Pick<AttentionWish, 'tone' | 'sound' | 'once' | 'vibrates' | 'awake'>> {
  /** While it rings: a notification where no page with the call is in view. */
  readonly notifies?: boolean;
}

export interface AttentionHost extends SnapshotHost, HTMLElement {
  /** What is left out: `title badge vibration wake-lock`. */
  readonly quiet: string;
  /** Missed calls are told of until they are seen. */
  readonly showMissed: boolean;
}

interface Fetched {
  readonly attention: Attention;
  readonly ringWords: typeof ringNotification;
}

/**
 * Ring, ringback, title, notification and the like, as the host wishes after each of its updates. What does it is fetched
 * with the first wish, and given back when the host leaves the page.
 */
export class AttentionController implements ReactiveController {
  readonly #host: AttentionHost;
  readonly #words: WordsController;
  readonly #wish: () => Wish | null;
  #fetched: Fetched | undefined;
  #loading = false;
  #sound: SoundState = 'waiting';
  #log: { readonly calling: Calling; readonly leave: () => void } | undefined;

  /** @param wish null: nothing to notice */
  constructor(host: AttentionHost, words: WordsController, wish: () => Wish | null) {
    this.#host = host;
    this.#words = words;
    this.#wish = wish;
    host.addController(this);
  }

  /** The browser lets no page of this user be heard before a gesture. */
  get isSilent(): boolean {
    return this.#sound === 'blocked';
  }

  /** From a gesture. */
  hear(): void {
    this.#fetched?.attention.hear();
  }

  hostUpdated(): void {
    const wish = this.#host.isConnected ? this.#wish() : null;
    const missed = this.#missed();
    if (this.#fetched) this.#fetched.attention.set(this.#whole(this.#fetched, wish, missed));
    else if (wish || missed > 0) this.#load();
    if (!wish?.tone) this.#sound = 'waiting';
  }

  hostDisconnected(): void {
    this.#log?.leave();
    this.#log = undefined;
    this.#fetched?.attention.dispose();
    this.#fetched = undefined;
    this.#sound = 'waiting';
  }

  #whole({ ringWords }: Fetched, wish: Wish | null, missed: number): AttentionWish {
    const { tone = '', sound = '', once = '', vibrates = false, awake = false, notifies = false } = wish ?? {};
    const { calling, quiet } = this.#host;
    const isOn = (signal: Signal): boolean => !isQuiet(signal, quiet, calling);
    const words = tone === 'ring' ? ringWords(this.#words, calling?.state) : null;
    const title = words?.title ?? (missed > 0 ? `(${missed})` : '');
    const state = calling?.state;
    return {
      tone, sound, once, missed, title: isOn('title') ? title : '', badge: isOn('badge'), vibrates: vibrates && isOn('vibration'),
      awake: awake && isOn('wake-lock'), notification: notifies ? words : null,
      key: state ? keyOf(state) : '', onceKey: state?.ended?.callId ?? '', output: state?.devices.speaker.deviceId ?? '',
    };
  }

  /** The log is read only where somebody wants to know. */
  #missed(): number {
    const { isConnected, calling, showMissed } = this.#host;
    const wanted = isConnected && showMissed ? calling : undefined;
    if (wanted !== this.#log?.calling) {
      this.#log?.leave();
      this.#log = wanted && { calling: wanted, leave: wanted.callLog.subscribe(() => this.#host.requestUpdate()) };
    }
    return wanted?.callLog.unseen ?? 0;
  }

  #load(): void {
    if (this.#loading) return;
    this.#loading = true;
    Promise.all([import('../../src/page/attention/attention.js'), import('./ring-notification.js')]).then(([page, ring]) => {
      if (!this.#host.isConnected) return;
      const attention = new page.Attention((state) => this.#heard(state), (action) => ring.onNotification(this.#host, action));
      this.#fetched = { attention, ringWords: ring.ringNotification };
      this.hostUpdated();
    }).catch((thrown: unknown) => reportError(thrown)).finally(() => { this.#loading = false; });
  }

  #heard(state: SoundState): void {
    this.#sound = state;
    this.#host.requestUpdate();
  }
}

/** The same in every page of the user: what each makes up for itself, such as the callId, is not. */
function keyOf({ session, call }: CallSnapshot): string {
  return call ? `${session.sdkAppId} ${session.userId} ${call.inviter} ${call.roomId}` : '';
}
