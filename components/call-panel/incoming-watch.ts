import type { ReactiveController } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import { isIncomingClaimed, isIncomingPrevented, watchIncoming } from '../base/incoming-screens.js';
import type { SnapshotHost } from '../base/snapshot-controller.js';

/** Whether an incoming call is shown by a dialog in the page or by the application, so that the host leaves it to them. */
export class IncomingWatch implements ReactiveController {
  readonly #host: SnapshotHost;
  #calling: Calling | undefined;
  #stop: (() => void) | undefined;

  constructor(host: SnapshotHost) {
    this.#host = host;
    host.addController(this);
  }

  isShownElsewhere(callId: string): boolean {
    const { calling } = this.#host;
    return calling !== undefined && (isIncomingClaimed(calling) || isIncomingPrevented(calling, callId));
  }

  hostUpdate(): void {
    const { calling } = this.#host;
    if (calling === this.#calling || !this.#host.isConnected) return;
    this.#stop?.();
    this.#calling = calling;
    this.#stop = calling && watchIncoming(calling, () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#calling = undefined;
  }
}
