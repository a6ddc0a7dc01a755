import type { Clock } from '../../calling/clock.js';
import { backoff } from './backoff.js';

/** A path often mends itself within a moment (RFC 7675 checks every 5 s, browsers say `disconnected` sooner). */
const PATIENCE_MS = 1500;
/** One side begins; the other follows where that side cannot. */
const HANDICAP_MS = 2000;
const RETRY = { first: 3000, longest: 8000 };

/** As much of an RTCPeerConnection as this needs. */
type Restartable = Pick<RTCPeerConnection, 'connectionState' | 'restartIce'> & Pick<EventTarget, 'addEventListener'>;

/** Looks for another way (RFC 8445 section 2.4) when the present one is lost, again and again until there is one. */
export class IceRestarts {
  readonly #connection: Restartable;
  readonly #clock: Clock;
  readonly #handicap: number;
  readonly #prepare: () => Promise<void>;
  #attempt = 0;
  #stopTimer: () => void = () => {};
  #waiting = false;

  /** @param prepare is waited for before each search */
  constructor(connection: Restartable, { begins, clock, prepare }: { readonly begins: boolean; readonly clock: Clock; readonly prepare: () => Promise<void> }) {
    this.#connection = connection;
    this.#clock = clock;
    this.#handicap = begins ? 0 : HANDICAP_MS;
    this.#prepare = prepare;
    connection.addEventListener('connectionstatechange', () => this.#onChange());
  }

  stop(): void {
    this.#waiting = false;
    this.#stopTimer();
  }

  #onChange(): void {
    switch (this.#connection.connectionState) {
      case 'connected':
        this.#attempt = 0;
        return this.stop();
      case 'disconnected': return this.#waiting ? undefined : this.#restartIn(PATIENCE_MS + this.#handicap);
      case 'failed': return this.#restartIn(this.#handicap);
      case 'closed': return this.stop();
      case 'new': case 'connecting': return undefined;
      default: return undefined;
    }
  }

  async #search(): Promise<void> {
    await this.#prepare();
    // A path that mended itself meanwhile is left alone.
    if (this.#waiting) this.#connection.restartIce();
  }

  #restartIn(ms: number): void {
    this.stop();
    this.#waiting = true;
    this.#stopTimer = this.#clock.after(ms, () => {
      void this.#search();
      this.#restartIn(backoff(this.#attempt, RETRY) + this.#handicap);
      this.#attempt += 1;
    });
  }
}
