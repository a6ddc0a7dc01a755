import type { Clock } from '../../calling/clock.js';
import type { ConnectionState } from '../../calling/state/call-state.js';

/** How often the service is asked for a sign of life while there is none, ms. */
const PROBE_EVERY_MS = 1500;

export interface ReconnectorOptions {
  readonly clock: Clock;
  /** Any small request that really goes out. */
  readonly probe: () => Promise<unknown>;
  readonly onState: (state: ConnectionState) => void;
}

/**
 * TIM resumes a lost session by itself, with two gaps that a ringing call cannot afford. A reconnection that was refused
 * once is not tried again before something is sent, which alone happens once a minute; so while there is no connection
 * something is sent. And its 'connected' means an open socket; so ours waits for an answer.
 */
export class Reconnector {
  readonly #options: ReconnectorOptions;
  #lost = false;
  #stopTimer = (): void => undefined;

  constructor(options: ReconnectorOptions) {
    this.#options = options;
    globalThis.addEventListener('online', this.#onOnline);
  }

  onNetState(state: 'connected' | 'connecting' | 'disconnected'): void {
    if (state === 'connected') {
      if (this.#lost) this.#probe();
    } else if (!this.#lost) {
      this.#lost = true;
      this.#wait();
      this.#options.onState('reconnecting');
    }
  }

  stop(): void {
    this.#lost = false;
    this.#stopTimer();
    globalThis.removeEventListener('online', this.#onOnline);
  }

  readonly #onOnline = (): void => {
    if (this.#lost) this.#probe();
  };

  #wait(): void {
    this.#stopTimer();
    this.#stopTimer = this.#options.clock.after(PROBE_EVERY_MS, () => this.#probe());
  }

  #probe(): void {
    this.#wait();
    this.#options.probe().then(() => this.#found(), () => undefined);
  }

  #found(): void {
    if (!this.#lost) return;
    this.#lost = false;
    this.#stopTimer();
    this.#options.onState('connected');
  }
}
