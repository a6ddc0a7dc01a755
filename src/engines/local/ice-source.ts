import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import { toIceServers, type IceServerProvider } from './ice-servers.js';

/** How long a provider may take: a call should not wait longer for servers that it may not need. */
const PROVIDER_MS = 5000;

/** The ICE servers that a provider gives, asked anew each time and once for all who ask at the same time. */
export class IceSource {
  readonly #provide: IceServerProvider;
  readonly #clock: Clock;
  readonly #warn: (error: CallError) => void;
  #last: readonly RTCIceServer[] = [];
  #asking: Promise<readonly RTCIceServer[]> | null = null;

  /** @param warn is told why the servers of the time before have to do */
  constructor(provide: IceServerProvider, clock: Clock, warn: (error: CallError) => void) {
    this.#provide = provide;
    this.#clock = clock;
    this.#warn = warn;
  }

  /** Never rejects, and settles within 5 s. */
  servers(): Promise<readonly RTCIceServer[]> {
    this.#asking ??= this.#ask().finally(() => { this.#asking = null; });
    return this.#asking;
  }

  async #ask(): Promise<readonly RTCIceServer[]> {
    const late = new AbortController();
    const stopTimer = this.#clock.after(PROVIDER_MS, () => late.abort(new CallError('timed-out', { detail: 'iceServers gave no answer.' })));
    try {
      this.#last = toIceServers(await Promise.race([this.#call(late.signal), rejected(late.signal)]));
    } catch (thrown) {
      this.#warn(thrown instanceof CallError ? thrown : new CallError('network', { detail: 'iceServers failed.', cause: thrown }));
    } finally {
      stopTimer();
    }
    return this.#last;
  }

  /** What a provider throws at once is as good as what it rejects with. */
  async #call(signal: AbortSignal): Promise<unknown> {
    return this.#provide(signal);
  }
}

const rejected = (signal: AbortSignal): Promise<never> => new Promise((_resolve, reject) => {
  signal.addEventListener('abort', () => reject(signal.reason), { once: true });
});
