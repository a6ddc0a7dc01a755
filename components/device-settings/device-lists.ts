import type { ReactiveController } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import type { DelegateListener } from '../../src/calling/delegate.js';
import type { MediaDeviceKindName } from '../../src/calling/state/call-state.js';
import type { DeviceInfo } from '../../src/engines/engine.js';
import type { SnapshotHost } from '../base/snapshot-controller.js';

const KINDS = ['camera', 'microphone', 'speaker'] as const;

/** What devices there are, asked anew whenever that changes. */
export class DeviceLists implements ReactiveController {
  readonly #host: SnapshotHost;
  readonly #lists = new Map<MediaDeviceKindName, readonly DeviceInfo[]>();
  #calling: Calling | undefined;

  constructor(host: SnapshotHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Without those that the page may not know yet. */
  of(kind: MediaDeviceKindName): readonly DeviceInfo[] {
    return (this.#lists.get(kind) ?? []).filter(({ deviceId }) => deviceId !== '');
  }

  hostUpdated(): void {
    if (this.#host.isConnected) this.#follow(this.#host.calling);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(calling: Calling | undefined): void {
    if (calling === this.#calling) return;
    this.#calling?.unRegisterListener(this.#onDelegate);
    this.#calling = calling;
    this.#lists.clear();
    calling?.registerListener(this.#onDelegate);
    if (calling) for (const kind of KINDS) void this.#ask(calling, kind);
  }

  readonly #onDelegate: DelegateListener = (type, params) => {
    if (type === 'onDeviceChange' && this.#calling) void this.#ask(this.#calling, params.kind);
  };

  async #ask(calling: Calling, kind: MediaDeviceKindName): Promise<void> {
    try {
      const list = await calling.getDevices(kind);
      if (calling !== this.#calling) return;
      this.#lists.set(kind, list);
      this.#host.requestUpdate();
    } catch (error) {
      // Destroyed meanwhile: there is nothing to choose any more.
      if (!calling.destroyed) throw error;
    }
  }
}
