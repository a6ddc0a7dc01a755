import type { Clock } from '../../calling/clock.js';
import { isDisconnected, TRTC_EVENTS } from './trtc-events.js';
import type { TrtcClient } from './trtc-types.js';

/** Joining again takes the SDK one question and one answer, for which it waits 15 s at most. */
const TRIES = 40;
const BETWEEN_MS = 500;

/**
 * The way out of a room. When the service has forgotten a client, the SDK joins again by itself; asked to leave meanwhile it does
 * nothing and says nothing, and is in the room afterwards: a ghost whom nobody could see out. Only its connection tells.
 */
export class TrtcExit {
  readonly #client: TrtcClient;
  readonly #clock: Clock;
  #isOut = true;

  /** To be made before the client joins. */
  constructor(client: TrtcClient, clock: Clock) {
    this.#client = client;
    this.#clock = clock;
    client.on(TRTC_EVENTS.connection, (payload) => {
      this.#isOut = isDisconnected(payload);
    });
  }

  /** Asks once. Whatever the SDK throws, there is nothing else to do about it than to ask again. */
  async leave(): Promise<void> {
    await this.#client.leave().catch(() => undefined);
  }

  /** Asks again until the client is out. Resolves then, or after 20 s in which it would not go. */
  async insist(): Promise<void> {
    for (let tries = 0; !this.#isOut && tries < TRIES; tries += 1) {
      await new Promise<void>((resolve) => { this.#clock.after(BETWEEN_MS, resolve); });
      if (!this.#isOut) await this.leave();
    }
  }
}
