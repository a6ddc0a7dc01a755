import { CallError } from '../../calling/errors.js';
import type { CaptureSettings, MediaDeviceKindName } from '../../calling/state/call-state.js';
import { differs } from '../../calling/voice-processing.js';
import { Emitter } from '../emitter.js';
import type { CaptureKind, CaptureWishes, DeviceEvent, DeviceInfo, Devices, OpenedDevice, OpenOptions } from '../engine.js';
import { untilAborted } from '../until-aborted.js';
import { captureFromBrowser, constraintsFor, type Capture, type CaptureOptions } from './capture.js';
import { captureError } from './capture-errors.js';
import { DEVICE_KINDS, listDevices, signatureOf } from './device-list.js';
import { MicrophoneLevel } from './microphone-level.js';
import { watchPermissions } from './permissions.js';
import { rememberedDevices } from './remembered-devices.js';
import { settingsOf } from './track-settings.js';

/** One kind of device: the track that is open, and the opening that is under way. */
interface Slot {
  track: MediaStreamTrack | null;
  opening: AbortController | null;
  /** Ends listening to the open track. */
  stopListening: () => void;
}

const newSlot = (): Slot => ({ track: null, opening: null, stopListening: () => {} });

/** The microphones, cameras and screens of this machine. Shared by the engines that run in a browser. */
export class BrowserDevices extends Emitter<DeviceEvent> implements Devices {
  readonly #capture: Capture;
  readonly #slots: Record<CaptureKind, Slot> = { microphone: newSlot(), camera: newSlot(), screen: newSlot() };
  readonly #signatures = new Map<MediaDeviceKindName, string>();
  readonly #disposed = new AbortController();
  /** The side that was asked for last. */
  #front = true;
  readonly #level = new MicrophoneLevel((volume) => this.emit({ type: 'level', volume }));

  constructor(capture: Capture = captureFromBrowser) {
    super();
    this.#capture = capture;
    globalThis.navigator?.mediaDevices?.addEventListener?.('devicechange', () => void this.#compareLists('any kind'), { signal: this.#disposed.signal });
    watchPermissions((kind, permission) => this.emit({ type: 'permission', kind, permission }), this.#disposed.signal);
  }

  get unsupported(): CallError | undefined {
    if (typeof isSecureContext === 'boolean' && !isSecureContext) return new CallError('insecure-context');
    const capable = typeof RTCPeerConnection === 'function' && typeof globalThis.navigator?.mediaDevices?.getUserMedia === 'function';
    return capable ? undefined : new CallError('webrtc-unsupported');
  }

  async list(kind: MediaDeviceKindName, signal: AbortSignal): Promise<readonly DeviceInfo[]> {
    const devices = await listDevices();
    if (signal.aborted) throw new CallError('aborted');
    if (!this.#signatures.has(kind)) this.#signatures.set(kind, signatureOf(devices, kind));
    return devices.filter((device) => device.kind === kind);
  }

  async open(kind: CaptureKind, options: OpenOptions, signal: AbortSignal): Promise<OpenedDevice> {
    if (this.unsupported) throw this.unsupported;
    if (signal.aborted || this.#disposed.signal.aborted) throw new CallError('aborted');
    const slot = this.#slots[kind];
    slot.opening?.abort();
    const opening = new AbortController();
    slot.opening = opening;
    const giveUp = (): void => opening.abort();
    signal.addEventListener('abort', giveUp, { signal: opening.signal });
    try {
      const track = await untilAborted(this.#openTrack(kind, this.#fillIn(kind, options), opening.signal), opening.signal);
      return this.#keep(kind, track, Boolean(options.deviceId));
    } catch (error) {
      if (opening.signal.aborted) throw new CallError('aborted');
      throw captureError(kind, error, Boolean(options.deviceId));
    } finally {
      signal.removeEventListener('abort', giveUp);
      if (slot.opening === opening) slot.opening = null;
    }
  }

  async adjust(kind: 'microphone' | 'camera', wishes: CaptureWishes): Promise<CaptureSettings> {
    const { track } = this.#slots[kind];
    if (!track) throw new CallError('aborted');
    try {
      await track.applyConstraints(constraintsFor(kind, wishes));
    } catch {
      // It cannot be as is wished: what it is instead is the answer.
    }
    if (track.readyState === 'ended') throw new CallError('aborted');
    return settingsOf(track);
  }

  measure(on: boolean): void {
    this.#level.measure(on);
  }

  close(kind: CaptureKind): void {
    const slot = this.#slots[kind];
    slot.opening?.abort();
    this.#release(slot);
  }

  dispose(): void {
    this.#disposed.abort();
    this.#level.measure(false);
    for (const kind of ['microphone', 'camera', 'screen'] as const) this.close(kind);
    this.clear();
  }

  #fillIn(kind: CaptureKind, { deviceId = '', front, ...wishes }: OpenOptions): CaptureOptions {
    // A wish for the other side is newer than the memory of a device.
    if (kind === 'camera' && front !== undefined && front !== this.#front) rememberedDevices.set('camera', '');
    if (kind === 'camera') this.#front = front ?? this.#front;
    const preferredId = rememberedDevices.get(kind);
    return { ...wishes, ...(deviceId === '' ? { preferredId } : { deviceId }), ...(front === undefined || preferredId !== '' ? {} : { front }) };
  }

  /** Stops what comes after the abort: nobody would ever close it. */
  async #openTrack(kind: CaptureKind, options: CaptureOptions, signal: AbortSignal): Promise<MediaStreamTrack> {
    const track = await this.#openFreely(kind, options, signal);
    if (!signal.aborted) return track;
    track.stop();
    throw new CallError('aborted');
  }

  /**
   * A microphone that is open keeps its processing in Chromium, whatever a second opening asks for: it is given up first. What
   * cannot be had again then has ended.
   */
  async #openFreely(kind: CaptureKind, options: CaptureOptions, signal: AbortSignal): Promise<MediaStreamTrack> {
    const slot = this.#slots[kind];
    const { processing } = options;
    const isOtherwise = kind === 'microphone' && slot.track !== null && processing !== undefined && differs(settingsOf(slot.track).processing, processing);
    if (isOtherwise) this.#release(slot);
    try {
      return await this.#tryTwice(kind, options, signal);
    } catch (error) {
      if (isOtherwise && !signal.aborted) this.emit({ type: 'ended', kind });
      throw error;
    }
  }

  /** Phones have one camera at a time: where the second cannot be opened beside the first, the first is given up. */
  async #tryTwice(kind: CaptureKind, options: CaptureOptions, signal: AbortSignal): Promise<MediaStreamTrack> {
    try {
      return await this.#capture(kind, options);
    } catch (error) {
      const slot = this.#slots[kind];
      if (!slot.track || signal.aborted || captureError(kind, error).reason !== 'device-in-use') throw error;
      this.#release(slot);
      return this.#capture(kind, options);
    }
  }

  #keep(kind: CaptureKind, track: MediaStreamTrack, isChosen: boolean): OpenedDevice {
    const slot = this.#slots[kind];
    this.#release(slot);
    const listening = new AbortController();
    const { signal } = listening;
    track.addEventListener('ended', () => this.#onEnded(kind, track), { signal });
    for (const type of ['mute', 'unmute'] as const) track.addEventListener(type, () => this.emit({ type: 'silenced', kind, silenced: type === 'mute' }), { signal });
    slot.track = track;
    slot.stopListening = () => listening.abort();
    const deviceId = track.getSettings().deviceId ?? '';
    if (isChosen && deviceId !== '' && kind !== 'screen') rememberedDevices.set(kind, deviceId);
    if (kind === 'microphone') this.#level.follow(track);
    // With the permission the labels become known: news for whoever has asked for a list before.
    void this.#compareLists('listed before');
    return { track, deviceId, label: track.label, settings: settingsOf(track), silenced: track.muted };
  }

  #onEnded(kind: CaptureKind, track: MediaStreamTrack): void {
    const slot = this.#slots[kind];
    if (slot.track !== track) return;
    this.#release(slot);
    this.emit({ type: 'ended', kind });
  }

  #release(slot: Slot): void {
    slot.stopListening();
    slot.track?.stop();
    slot.track = null;
    if (slot === this.#slots.microphone) this.#level.follow(null);
  }

  async #compareLists(kinds: 'any kind' | 'listed before'): Promise<void> {
    const devices = await listDevices();
    if (this.#disposed.signal.aborted) return;
    for (const kind of DEVICE_KINDS) {
      const signature = signatureOf(devices, kind);
      if (this.#signatures.get(kind) === signature || (kinds === 'listed before' && !this.#signatures.has(kind))) continue;
      this.#signatures.set(kind, signature);
      this.emit({ type: 'changed', kind, deviceIds: devices.filter((device) => device.kind === kind).map(({ deviceId }) => deviceId) });
    }
  }
}
