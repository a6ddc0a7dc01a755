import type { ReactiveController } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import type { SnapshotHost } from '../base/snapshot-controller.js';

/** Holds devices open to be looked at and listened to, for as long as the host is in the page and wants to. */
export class Previews implements ReactiveController {
  readonly #host: SnapshotHost;
  readonly #wanted: (kind: 'camera' | 'microphone') => boolean;
  readonly #held = new Map<'camera' | 'microphone', AbortController>();
  #calling: Calling | undefined;

  constructor(host: SnapshotHost, wanted: (kind: 'camera' | 'microphone') => boolean) {
    this.#host = host;
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdated(): void {
    const { calling } = this.#host;
    if (!this.#host.isConnected) return;
    if (calling !== this.#calling) this.hostDisconnected();
    this.#calling = calling;
    for (const kind of ['camera', 'microphone'] as const) {
      if (calling && this.#wanted(kind)) this.#hold(calling, kind);
      else this.#release(kind);
    }
  }

  hostDisconnected(): void {
    this.#release('camera');
    this.#release('microphone');
    this.#calling = undefined;
  }

  /** Another try, after one that failed. */
  retry(kind: 'camera' | 'microphone'): void {
    this.#release(kind);
    if (this.#calling) this.#hold(this.#calling, kind);
  }

  #hold(calling: Calling, kind: 'camera' | 'microphone'): void {
    if (this.#held.has(kind)) return;
    const hold = new AbortController();
    this.#held.set(kind, hold);
    calling.preview(kind, hold);
  }

  #release(kind: 'camera' | 'microphone'): void {
    this.#held.get(kind)?.abort();
    this.#held.delete(kind);
  }
}
