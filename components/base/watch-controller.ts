import type { ReactiveController } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import type { SnapshotHost } from './snapshot-controller.js';

/** Which thing to watch; another answer than the last one starts anew. undefined watches nothing. */
export type WatchKey = () => string | undefined;

/**
 * Watches something beside the snapshot (a track, a level) for as long as the host is in the page, and starts anew when
 * the Calling or the key is another one. `watch` returns the function that ends it.
 */
export class WatchController implements ReactiveController {
  readonly #host: SnapshotHost;
  readonly #key: WatchKey;
  readonly #watch: (calling: Calling, key: string) => () => void;
  #calling: Calling | undefined;
  #current: string | undefined;
  #stop: (() => void) | undefined;

  constructor(host: SnapshotHost, key: WatchKey, watch: (calling: Calling, key: string) => () => void) {
    this.#host = host;
    this.#key = key;
    this.#watch = watch;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** After rendering, so that what `watch` writes to is there. */
  hostUpdated(): void {
    const { calling } = this.#host;
    const key = calling && this.#host.isConnected ? this.#key() : undefined;
    if (key === this.#current && calling === this.#calling) return;
    this.#end();
    this.#calling = calling;
    this.#current = key;
    if (calling && key !== undefined) this.#stop = this.#watch(calling, key);
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#calling = undefined;
    this.#current = undefined;
  }
}
