import type { ReactiveController } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import { claimIncoming, isIncomingClaimed, isIncomingPrevented, watchIncoming } from './incoming-screens.js';
import type { SnapshotHost } from './snapshot-controller.js';

/**
 * Whether the incoming call is shown by somebody else: by the application, which prevented `trtc-invited`, or by a dialog
 * in the page. With `claims` the host is that dialog.
 */
export class IncomingWatch implements ReactiveController {
  readonly #host: SnapshotHost;
  readonly #claims: boolean;
  #calling: Calling | undefined;
  #stop: (() => void) | undefined;

  constructor(host: SnapshotHost, { claims = false } = {}) {
    this.#host = host;
    this.#claims = claims;
    host.addController(this);
  }

  /** The application shows it. */
  isPrevented(callId: string): boolean {
    const { calling } = this.#host;
    return calling !== undefined && isIncomingPrevented(calling, callId);
  }

  /** The application or a dialog shows it. */
  isShownElsewhere(callId: string): boolean {
    const { calling } = this.#host;
    return this.isPrevented(callId) || (calling !== undefined && isIncomingClaimed(calling));
  }

  hostUpdate(): void {
    const { calling } = this.#host;
    if (calling === this.#calling || !this.#host.isConnected) return;
    this.#stop?.();
    this.#calling = calling;
    this.#stop = calling && this.#follow(calling);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#calling = undefined;
  }

  #follow(calling: Calling): () => void {
    const unwatch = watchIncoming(calling, () => this.#host.requestUpdate());
    const release = this.#claims ? claimIncoming(calling, this) : undefined;
    return () => {
      unwatch();
      release?.();
    };
  }
}
