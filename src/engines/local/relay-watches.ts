import type { ClientFrame } from './relay-protocol.js';
import { peerKey, type Peer } from './transport.js';

interface Watch {
  readonly peer: Peer;
  watchers: number;
}

/** The sessions that a client of the relay watches, each asked for once, however many want to know. They outlive a connection. */
export class RelayWatches {
  readonly #say: (frame: ClientFrame) => void;
  readonly #watches = new Map<string, Watch>();

  /** @param say does nothing while there is no connection */
  constructor(say: (frame: ClientFrame) => void) {
    this.#say = say;
  }

  /** The returned function takes the wish back. */
  add(peer: Peer): () => void {
    const key = peerKey(peer);
    const watch = this.#watches.get(key) ?? { peer, watchers: 0 };
    if (watch.watchers === 0) this.#say({ type: 'watch', peer });
    watch.watchers += 1;
    this.#watches.set(key, watch);
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      watch.watchers -= 1;
      if (watch.watchers > 0 || this.#watches.get(key) !== watch) return;
      this.#watches.delete(key);
      this.#say({ type: 'unwatch', peer });
    };
  }

  /** false where nobody wanted to know. */
  onGone(peer: Peer): boolean {
    return this.#watches.delete(peerKey(peer));
  }

  /** There is a new connection, and it knows nothing. */
  sayAgain(): void {
    for (const { peer } of this.#watches.values()) this.#say({ type: 'watch', peer });
  }

  clear(): void {
    this.#watches.clear();
  }
}
