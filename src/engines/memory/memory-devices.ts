import { CallError, type CallErrorName } from '../../calling/errors.js';
import type { CaptureSettings, DevicePermission, MediaDeviceKindName } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { CaptureKind, CaptureWishes, DeviceEvent, DeviceInfo, Devices, OpenedDevice, OpenOptions } from '../engine.js';
import type { MemoryNetwork } from './memory-network.js';

const KIND = { microphone: 'audio', camera: 'video', screen: 'video' } as const;
const HEIGHTS = { auto: 720, low: 180, standard: 360, high: 720, hd: 1080 } as const;
let lastTrack = 0;

interface OpenDevice {
  readonly deviceId: string;
  readonly settings: CaptureSettings;
}

const deviceOf = (deviceId: string, kind: MediaDeviceKindName, label: string): DeviceInfo => ({ deviceId, kind, label, facing: kind === 'camera' ? 'front' : '' });

/** Devices that exist because a test says so: one of each kind, until others are plugged in. */
export class MemoryDevices extends Emitter<DeviceEvent> implements Devices {
  unsupported: CallError | undefined;
  /** Somebody asked to measure the microphone. */
  measuring = false;
  readonly #network: MemoryNetwork;
  readonly #failures = new Map<CaptureKind, CallErrorName>();
  readonly #open = new Map<CaptureKind, OpenDevice>();
  readonly #plugged: DeviceInfo[] = (['microphone', 'camera', 'speaker'] as const).map((kind) => deviceOf(`memory-${kind}`, kind, `Memory ${kind}`));

  constructor(network: MemoryNetwork) {
    super();
    this.#network = network;
  }

  /** What is open now: empty when every light is off. */
  get opened(): readonly CaptureKind[] {
    return [...this.#open.keys()];
  }

  /** Opening `kind` fails with `reason` from now on; undefined mends it. */
  fail(kind: CaptureKind, reason: CallErrorName | undefined): void {
    if (reason) this.#failures.set(kind, reason);
    else this.#failures.delete(kind);
  }

  /** Takes an open device away: without `deviceId` for a moment only, so that it can be opened again at once. */
  unplug(kind: CaptureKind, deviceId = ''): void {
    const at = this.#plugged.findIndex((device) => device.deviceId === deviceId);
    if (at >= 0) this.#plugged.splice(at, 1);
    const open = this.#open.get(kind);
    if (open && (deviceId === '' || open.deviceId === deviceId)) {
      this.#open.delete(kind);
      this.emit({ type: 'ended', kind });
    } else if (at < 0) {
      return;
    }
    if (kind !== 'screen') this.#tellList(kind);
  }

  /** Puts another device beside those that are there. */
  plug(kind: MediaDeviceKindName, deviceId: string, label = deviceId): void {
    this.#plugged.push(deviceOf(deviceId, kind, label));
    this.#tellList(kind);
  }

  /** Takes an output away. */
  unplugSpeaker(deviceId: string): void {
    const at = this.#plugged.findIndex((device) => device.kind === 'speaker' && device.deviceId === deviceId);
    if (at >= 0) this.#plugged.splice(at, 1);
    this.#tellList('speaker');
  }

  /** The system, or a switch on the device, takes its picture or its sound away; it stays open. */
  silence(kind: CaptureKind, silenced: boolean): void {
    if (this.#open.has(kind)) this.emit({ type: 'silenced', kind, silenced });
  }

  /** What the browser says of a permission. */
  permit(kind: 'microphone' | 'camera', permission: DevicePermission): void {
    this.emit({ type: 'permission', kind, permission });
  }

  /** So loud it is at the microphone. Heard by whoever measures. */
  hear(volume: number): void {
    if (this.measuring && this.#open.has('microphone')) this.emit({ type: 'level', volume });
  }

  async list(kind: MediaDeviceKindName): Promise<readonly DeviceInfo[]> {
    return this.#plugged.filter((device) => device.kind === kind);
  }

  open(kind: CaptureKind, options: OpenOptions, signal: AbortSignal): Promise<OpenedDevice> {
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
        const device = this.#choose(kind, options.deviceId);
        if (!device) return reject(new CallError(options.deviceId ? 'no-such-device' : kind === 'camera' ? 'no-camera' : 'no-microphone'));
        const settings = settingsOf(kind, options);
        this.#open.set(kind, { deviceId: device.deviceId, settings });
        return resolve({ track: { id: `memory-track-${++lastTrack}`, kind: KIND[kind] }, deviceId: device.deviceId, label: device.label, settings, silenced: false });
      });
    });
  }

  async adjust(kind: 'microphone' | 'camera', wishes: CaptureWishes): Promise<CaptureSettings> {
    const open = this.#open.get(kind);
    if (!open) throw new CallError('aborted');
    const settings = settingsOf(kind, wishes);
    this.#open.set(kind, { ...open, settings });
    return settings;
  }

  close(kind: CaptureKind): void {
    this.#open.delete(kind);
  }

  measure(on: boolean): void {
    this.measuring = on;
  }

  closeAll(): void {
    this.#open.clear();
    this.measuring = false;
  }

  /** Nobody hears of anything any more. */
  end(): void {
    this.clear();
    this.closeAll();
  }

  #choose(kind: CaptureKind, deviceId = ''): DeviceInfo | undefined {
    if (kind === 'screen') return { ...deviceOf('memory-screen', 'camera', 'Memory screen') };
    return this.#plugged.find((device) => device.kind === kind && (deviceId === '' || device.deviceId === deviceId));
  }

  #tellList(kind: MediaDeviceKindName): void {
    this.emit({ type: 'changed', kind, deviceIds: this.#plugged.filter((device) => device.kind === kind).map(({ deviceId }) => deviceId) });
  }
}

function settingsOf(kind: CaptureKind, { processing, quality = 'auto' }: CaptureWishes): CaptureSettings {
  if (kind === 'microphone') return { processing: { ...processing }, width: 0, height: 0, frameRate: 0, facing: '' };
  const height = HEIGHTS[quality];
  return { processing: {}, width: Math.round(height * 16 / 9), height, frameRate: 30, facing: kind === 'camera' ? 'front' : '' };
}
