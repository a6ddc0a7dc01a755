import type { Calling, Levels, StreamType, SubscribeOptions, ViewId } from '../../src/calling/calling.js';
import type { DelegateCall, DelegateEvent, DelegateEventMap, DelegateListener } from '../../src/calling/delegate.js';
import { SUCCESS, type ActionCallback } from '../../src/calling/errors.js';
import type { ProfileResolver } from '../../src/calling/profile-book.js';
import { LevelRegistry } from '../../src/calling/levels.js';
import { DelegateListeners, SnapshotSubscribers } from '../../src/calling/listeners.js';
import type { CallSnapshot, CallType, MediaDeviceKindName, MediaKind, UserProfile, VideoQuality, VoiceProcessing } from '../../src/calling/state/call-state.js';
import { TrackRegistry, type MediaTrack } from '../../src/calling/tracks.js';
import type { CameraTrack, VideoProcessor } from '../../src/calling/video-processor.js';
import type { DeviceInfo } from '../../src/engines/engine.js';
import { FakeCallLog } from './fake-call-log.js';
import { buildSnapshot, type SnapshotParts } from './snapshots.js';

/** One command that an element gave. */
export type Command = readonly [name: string, ...args: readonly unknown[]];

/**
 * A Calling that does nothing by itself: a hand-set snapshot goes in, the commands come out. Change events, tracks and
 * levels travel the same way as in the real one.
 */
export class FakeCalling implements Calling {
  readonly commands: Command[] = [];
  readonly tracks = new TrackRegistry();
  readonly #levels = new LevelRegistry();
  readonly #delegates = new DelegateListeners();
  readonly #subscribers = new SnapshotSubscribers(() => this.state);
  readonly #listening = new Set<DelegateListener>();
  #subscriptions = 0;
  state: CallSnapshot;
  destroyed = false;
  /** What commands resolve with. */
  answer: ActionCallback = { code: SUCCESS, desc: '' };
  /** Commands wait for this before they resolve. */
  gate: Promise<unknown> = Promise.resolve();
  profileResolver: ProfileResolver | null = null;
  callLog = new FakeCallLog();
  deviceList: readonly DeviceInfo[] = [];

  constructor(parts: SnapshotParts = {}) {
    this.state = buildSnapshot(parts);
  }

  get levels(): Levels {
    return this.#levels;
  }

  /** How many delegate listeners and snapshot subscriptions are held. */
  get held(): { readonly listeners: number; readonly subscriptions: number } {
    return { listeners: this.#listening.size, subscriptions: this.#subscriptions };
  }

  /** The new truth; elements hear of it in the next microtask. */
  set(parts: SnapshotParts): void {
    this.state = buildSnapshot(parts);
    this.#subscribers.changed();
  }

  emit<K extends DelegateEvent>(type: K, params: DelegateEventMap[K]): void {
    // The pair is one row of the map; TypeScript does not carry that through a type parameter.
    this.#delegates.emit({ type, params } as DelegateCall);
  }

  setLevel(userId: string, volume: number): void {
    this.#levels.set(userId, volume);
  }

  /** Everybody's at once, as it comes in a call. */
  setLevels(levels: readonly { readonly userId: string; readonly volume: number }[]): void {
    this.#levels.update(levels);
  }

  setTrack(userId: string, kind: MediaKind, track: MediaTrack | null): void {
    this.tracks.set(userId, kind, track);
  }

  /** The commands of that name. */
  calls(name: string): readonly Command[] {
    return this.commands.filter(([each]) => each === name);
  }

  subscribe<T = CallSnapshot>(listener: (value: T, snapshot: CallSnapshot) => void, options: SubscribeOptions<T> = {}): () => void {
    const stop = this.#subscribers.add(listener, options);
    let isOn = true;
    this.#subscriptions += 1;
    return () => {
      if (isOn) this.#subscriptions -= 1;
      isOn = false;
      stop();
    };
  }

  registerListener(listener: DelegateListener): void {
    this.#listening.add(listener);
    this.#delegates.add(listener);
  }

  unRegisterListener(listener: DelegateListener): void {
    this.#listening.delete(listener);
    this.#delegates.delete(listener);
  }

  async #record(name: string, ...args: readonly unknown[]): Promise<ActionCallback> {
    this.commands.push([name, ...args]);
    await this.gate;
    return this.answer;
  }

  async #note(name: string, ...args: readonly unknown[]): Promise<void> {
    await this.#record(name, ...args);
  }

  login(sdkAppId: number, userId: string, userSig: string): Promise<ActionCallback> { return this.#record('login', sdkAppId, userId, userSig); }
  logout(): Promise<ActionCallback> { return this.#record('logout'); }
  destroy(): void { this.destroyed = true; this.commands.push(['destroy']); }
  call(userId: string, type: CallType): Promise<ActionCallback> { return this.#record('call', userId, type); }
  groupCall(userIds: readonly string[], type: CallType, ...group: readonly string[]): Promise<ActionCallback> { return this.#record('groupCall', userIds, type, ...group); }
  accept(options?: { readonly camera?: boolean; readonly asAudio?: boolean }): Promise<ActionCallback> { return this.#record('accept', options); }
  reject(options?: { readonly message?: string }): Promise<ActionCallback> { return options ? this.#record('reject', options) : this.#record('reject'); }
  hangup(): Promise<void> { return this.#note('hangup'); }
  returnToCall(options?: { readonly camera?: boolean }): Promise<ActionCallback> { return this.#record('returnToCall', options); }
  forgetCall(): void { this.commands.push(['forgetCall']); }
  dismissEnded(): void { this.commands.push(['dismissEnded']); }
  startRemoteView(userId: string, streamType: StreamType, viewId: ViewId): Promise<void> { return this.#note('startRemoteView', userId, streamType, viewId); }
  stopRemoteView(userId: string, streamType: StreamType): Promise<void> { return this.#note('stopRemoteView', userId, streamType); }
  openCamera(isFrontCamera: boolean): Promise<void> { return this.#note('openCamera', isFrontCamera); }
  closeCamera(): Promise<void> { return this.#note('closeCamera'); }
  switchCamera(isFrontCamera: boolean): Promise<void> { return this.#note('switchCamera', isFrontCamera); }
  setMicMute(isMute: boolean): void { this.commands.push(['setMicMute', isMute]); }
  setHandsFree(isHandsFree: boolean): Promise<void> { return this.#note('setHandsFree', isHandsFree); }
  resumePlayback(): Promise<void> { return this.#note('resumePlayback'); }
  switchToAudioCall(): Promise<ActionCallback> { return this.#record('switchToAudioCall'); }
  switchToVideoCall(): Promise<ActionCallback> { return this.#record('switchToVideoCall'); }
  acceptSwitch(options?: { readonly camera?: boolean }): Promise<ActionCallback> { return this.#record('acceptSwitch', options); }
  rejectSwitch(): Promise<ActionCallback> { return this.#record('rejectSwitch'); }
  startScreenShare(): Promise<ActionCallback> { return this.#record('startScreenShare'); }
  stopScreenShare(): Promise<ActionCallback> { return this.#record('stopScreenShare'); }
  async getDevices(kind: MediaDeviceKindName): Promise<readonly DeviceInfo[]> { return this.deviceList.filter((device) => device.kind === kind); }
  switchDevice(kind: MediaDeviceKindName, deviceId: string): Promise<ActionCallback> { return this.#record('switchDevice', kind, deviceId); }
  preview(kind: 'microphone' | 'camera', { signal }: { readonly signal: AbortSignal }): void {
    this.commands.push(['preview', kind]);
    signal.addEventListener('abort', () => { this.commands.push(['end preview', kind]); });
  }
  setVoiceProcessing(processing: Partial<VoiceProcessing>): void { this.commands.push(['setVoiceProcessing', processing]); }
  setVideoQuality(quality: VideoQuality): void { this.commands.push(['setVideoQuality', quality]); }
  setVideoProcessor<T extends MediaTrack = CameraTrack>(processor: VideoProcessor<T> | null): Promise<ActionCallback> { return this.#record('setVideoProcessor', processor); }
  setSelfProfile(profile: { readonly nickname?: string; readonly avatarUrl?: string }): Promise<ActionCallback> { return this.#record('setSelfProfile', profile); }
  async getUserProfiles(userIds: readonly string[]): Promise<readonly UserProfile[]> { this.commands.push(['getUserProfiles', userIds]); return []; }
}
