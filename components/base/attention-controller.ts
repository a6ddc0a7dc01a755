import type { ReactiveController } from 'lit';
import type { Attention, AttentionWish } from '../../src/page/attention/attention.js';
import type { SoundState } from '../../src/page/attention/sole-sounder.js';
import type { Calling } from '../../src/calling/calling.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { isQuiet, type Signal } from './signals.js';
import type { SnapshotHost } from './snapshot-controller.js';

export type Wish = Partial<Omit<AttentionWish, 'key' | 'onceKey' | 'output' | 'missed' | 'badge'>>;

export interface AttentionHost extends SnapshotHost {
  /** What is left out: `title badge vibration wake-lock`. */
  readonly quiet: string;
  /** Missed calls are told of until they are seen. */
  readonly showMissed: boolean;
}

const NOTHING: Required<Wish> = {
  tone: '', sound: '', once: '', title: '', vibrates: false, awake: false, notification: null,
};

/**
 * Ring, ringback, title, notification and the like, as the host wishes after each of its updates. What does it is fetched
 * with the first wish, and given back when the host leaves the page.
 */
export class AttentionController implements ReactiveController {
  readonly #host: AttentionHost;
  readonly #wish: () => Wish | null;
  readonly #onAction: (action: 'answer' | 'decline' | 'show') => void;
  #attention: Attention | undefined;
  #loading = false;
  #log: { readonly calling: Calling; readonly leave: () => void } | undefined;
  #sound: SoundState = 'waiting';

  /** @param wish null: nothing to notice @param onAction a button of the notification was pressed */
  constructor(host: AttentionHost, wish: () => Wish | null, onAction: (action: 'answer' | 'decline' | 'show') => void = () => {}) {
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
    const { isConnected, calling, quiet } = this.#host;
    const wish = isConnected ? this.#wish() : null;
    const missed = this.#missed();
    const isOn = (signal: Signal): boolean => !isQuiet(signal, quiet, calling);
    if (this.#attention) {
      const all = { ...NOTHING, ...wish };
      const title = all.title === '' && missed > 0 ? `(${missed})` : all.title;
      this.#attention.set({
        ...all, ...this.#about(), missed, title: isOn('title') ? title : '', badge: isOn('badge'),
        vibrates: all.vibrates && isOn('vibration'), awake: all.awake && isOn('wake-lock'),
      });
    } else if (wish || missed > 0) this.#load();
    if (!wish?.tone) this.#sound = 'waiting';
  }

  hostDisconnected(): void {
    this.#log?.leave();
    this.#log = undefined;
    this.#attention?.dispose();
    this.#attention = undefined;
    this.#sound = 'waiting';
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
