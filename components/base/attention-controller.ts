import type { ReactiveController } from 'lit';
import type { Attention, AttentionWish } from '../../src/page/attention/attention.js';
import type { SoundState } from '../../src/page/attention/sole-sounder.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import type { SnapshotHost } from './snapshot-controller.js';

export type Wish = Partial<Omit<AttentionWish, 'key' | 'onceKey' | 'output'>>;

const NOTHING: Omit<AttentionWish, 'key' | 'onceKey' | 'output'> = {
  tone: '', sound: '', once: '', title: '', vibrates: false, awake: false, notification: null,
};

/**
 * Ring, ringback, title, notification and the like, as the host wishes after each of its updates. What does it is fetched
 * with the first wish, and given back when the host leaves the page.
 */
export class AttentionController implements ReactiveController {
  readonly #host: SnapshotHost;
  readonly #wish: () => Wish | null;
  readonly #onAction: (action: 'answer' | 'decline' | 'show') => void;
  #attention: Attention | undefined;
  #loading = false;
  #sound: SoundState = 'waiting';

  /** @param wish null: nothing to notice @param onAction a button of the notification was pressed */
  constructor(host: SnapshotHost, wish: () => Wish | null, onAction: (action: 'answer' | 'decline' | 'show') => void = () => {}) {
    this.#host = host;
    this.#wish = wish;
    this.#onAction = onAction;
    host.addController(this);
  }

  /** The browser lets no page of this user be heard before a gesture. */
  get isSilent(): boolean {
    return this.#sound === 'blocked';
  }

  /** From a gesture. */
  hear(): void {
    this.#attention?.hear();
  }

  hostUpdated(): void {
    const wish = this.#host.isConnected ? this.#wish() : null;
    if (this.#attention) this.#attention.set({ ...NOTHING, ...wish, ...this.#about() });
    else if (wish) this.#load();
    if (!wish?.tone) this.#sound = 'waiting';
  }

  hostDisconnected(): void {
    this.#attention?.dispose();
    this.#attention = undefined;
    this.#sound = 'waiting';
  }

  #load(): void {
    if (this.#loading) return;
    this.#loading = true;
    import('../../src/page/attention/attention.js').then(({ Attention: Fetched }) => {
      if (!this.#host.isConnected) return;
      this.#attention = new Fetched((state) => this.#heard(state), this.#onAction);
      this.hostUpdated();
    }).catch((thrown: unknown) => reportError(thrown)).finally(() => { this.#loading = false; });
  }

  #heard(state: SoundState): void {
    this.#sound = state;
    this.#host.requestUpdate();
  }

  #about(): Pick<AttentionWish, 'key' | 'onceKey' | 'output'> {
    const state = this.#host.calling?.state;
    return { key: state ? keyOf(state) : '', onceKey: state?.ended?.callId ?? '', output: state?.devices.speaker.deviceId ?? '' };
  }
}

/** The same in every page of the user: what each makes up for itself, such as the callId, is not. */
function keyOf({ session, call }: CallSnapshot): string {
  return call ? `${session.sdkAppId} ${session.userId} ${call.inviter} ${call.roomId}` : '';
}
