import { CallError, type CallErrorName } from '../../calling/errors.js';
import type { MediaDeviceKindName } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { CaptureKind, DeviceEvent, DeviceInfo, Devices, OpenedDevice } from '../engine.js';
import type { MemoryNetwork } from './memory-network.js';

const KIND = { microphone: 'audio', camera: 'video', screen: 'video' } as const;
let lastTrack = 0;

/** Devices that exist because a test says so. */
export class MemoryDevices extends Emitter<DeviceEvent> implements Devices {
  unsupported: CallError | undefined;
  readonly #network: MemoryNetwork;
  readonly #failures = new Map<CaptureKind, CallErrorName>();
  readonly #open = new Set<CaptureKind>();

  constructor(network: MemoryNetwork) {
    super();
    this.#network = network;
  }

  /** What is open now: empty when every light is off. */
  get opened(): readonly CaptureKind[] {
    return [...this.#open];
  }

  /** Opening `kind` fails with `reason` from now on; undefined mends it. */
  fail(kind: CaptureKind, reason: CallErrorName | undefined): void {
    if (reason) this.#failures.set(kind, reason);
    else this.#failures.delete(kind);
  }

  /** Takes an open device away. */
  unplug(kind: CaptureKind): void {
    if (!this.#open.delete(kind)) return;
    this.emit({ type: 'ended', kind });
    if (kind !== 'screen') this.emit({ type: 'changed', kind });
  }

  async list(kind: MediaDeviceKindName): Promise<readonly DeviceInfo[]> {
    return [{ deviceId: `memory-${kind}`, kind, label: `Memory ${kind}`, facing: kind === 'camera' ? 'front' : '' }];
  }

  open(kind: CaptureKind, options: { readonly deviceId?: string; readonly front?: boolean }, signal: AbortSignal): Promise<OpenedDevice> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        stop();
        reject(new CallError('aborted'));
      };
      if (signal.aborted) return reject(new CallError('aborted'));
      signal.addEventListener('abort', abort, { once: true });
      const stop = this.#network.clock.after(this.#network.latency(), () => {
        signal.removeEventListener('abort', abort);
        const failure = this.#failures.get(kind);
        if (failure) return reject(new CallError(failure));
        this.#open.add(kind);
        const deviceId = options.deviceId ?? `memory-${kind}`;
        return resolve({ track: { id: `memory-track-${++lastTrack}`, kind: KIND[kind] }, deviceId, label: `Memory ${kind}` });
      });
    });
  }

  close(kind: CaptureKind): void {
    this.#open.delete(kind);
  }

  closeAll(): void {
    this.#open.clear();
  }

  silence(): void {
    this.clear();
    this.closeAll();
  }
}
