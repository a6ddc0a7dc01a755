import type { DeviceInfo, Engine, Playback } from '../engines/engine.js';
import * as check from './arguments.js';
import { NO_CALL_LOG, type CallLog, type CallLogKeeper } from './call-log.js';
import { CallCore } from './call-core.js';
import type { CallingPorts } from './calling-ports.js';
import type { Calling, Levels, StreamType, SubscribeOptions, ViewId } from './calling.js';
import { systemClock } from './clock.js';
import { CommandDesk } from './command-desk.js';
import type { DelegateListener } from './delegate.js';
import { CallError, SUCCESS, type ActionCallback } from './errors.js';
import type { ProfileResolver } from './profile-book.js';
import { randomId, randomRoomId } from './random.js';
import type { CallSnapshot, CallType, MediaDeviceKindName, UserProfile, VideoQuality, VoiceProcessing } from './state/call-state.js';
import { AUDIO_CALL, VIDEO_CALL } from './state/call-state.js';
import { DEFAULT_CONFIG } from './state/core-state.js';
import type { Recovery } from './recovery.js';
import { LOCAL_USER, type MediaTrack, type Tracks } from './tracks.js';
import type { CameraTrack, VideoProcessor } from './video-processor.js';
import type { Views } from './views.js';

const OK: ActionCallback = { code: SUCCESS, desc: '' };

/** The TRTCCalling methods over one engine. See {@link Calling} for what each promises. */
export class CallController implements Calling {
  readonly #core: CallCore;
  readonly #engine: Engine;
  readonly #playback: Playback;
  readonly #views: Views;
  readonly #recovery: Recovery | undefined;
  readonly #callLog: CallLogKeeper;
  readonly #lifetime = new AbortController();
  readonly #previews = { microphone: new Set<object>(), camera: new Set<object>() };
  readonly #desk: CommandDesk;

  constructor({ engine, playback, views, recovery, preferences, callLog = NO_CALL_LOG, clock = systemClock, ringTimeout = DEFAULT_CONFIG.ringTimeout, connectWhileRinging = false }: CallingPorts) {
    this.#engine = engine;
    this.#playback = playback;
    this.#views = views;
    this.#recovery = recovery;
    this.#core = new CallCore({ engine, playback, clock, config: { ringTimeout, connectWhileRinging }, ...(recovery ? { recovery } : {}), ...(preferences ? { preferences } : {}) });
    this.#desk = new CommandDesk(this.#core);
    recovery?.follow(this);
    this.#callLog = callLog;
    callLog.follow(this);
  }

  get state(): CallSnapshot {
    return this.#core.state;
  }

  get tracks(): Tracks {
    return this.#core.tracks;
  }

  get levels(): Levels {
    return this.#core.levels;
  }

  get callLog(): CallLog {
    return this.#callLog;
  }

  get profileResolver(): ProfileResolver | null {
    return this.#core.profiles.resolver;
  }

  set profileResolver(resolver: ProfileResolver | null) {
    this.#desk.perform(() => this.#core.useResolver(check.resolver(resolver)));
  }

  get destroyed(): boolean {
    return this.#desk.closed;
  }

  subscribe<T = CallSnapshot>(listener: (value: T, snapshot: CallSnapshot) => void, options: SubscribeOptions<T> = {}): () => void {
    return this.#desk.ask(() => this.#core.subscribers.add(check.listener(listener), check.subscribeOptions(options)), () => {});
  }

  registerListener(listener: DelegateListener): void {
    this.#desk.ask(() => this.#core.delegates.add(check.listener(listener)), undefined);
  }

  unRegisterListener(listener: DelegateListener): void {
    this.#core.delegates.delete(listener);
  }

  async login(sdkAppId: number, userId: string, userSig: string): Promise<ActionCallback> {
    return this.#desk.command((command) => ({
      type: 'login', command, sdkAppId: check.sdkAppId(sdkAppId), userId: check.userId(userId), userSig: check.userSig(userSig),
    }), async () => {
      // A login right after a logout (a remount, a changed attribute) waits for it instead of failing.
      if (this.state.session.phase === 'logging-out') await this.logout();
    });
  }

  async logout(): Promise<ActionCallback> {
    const result = await this.#desk.command((command) => ({ type: 'logout', command }));
    await this.#core.released();
    return result;
  }

  destroy(): void {
    if (this.#desk.closed) return;
    this.#desk.close();
    this.#lifetime.abort(new CallError('destroyed'));
    this.#views.dispose();
    this.#recovery?.dispose();
    this.#core.destroy();
    this.#callLog.dispose();
  }

  async call(userId: string, type: CallType): Promise<ActionCallback> {
    return this.#dial(() => [check.userId(userId)], type, undefined);
  }

  async groupCall(userIds: readonly string[], type: CallType, groupId?: string): Promise<ActionCallback> {
    return this.#dial(() => check.userIds(userIds, DEFAULT_CONFIG.maxOthers), type, groupId);
  }

  #dial(userIds: () => readonly string[], type: CallType, groupId: string | undefined): Promise<ActionCallback> {
    return this.#desk.command((command) => {
      const names = userIds();
      const group = check.groupId(groupId);
      const invites = group === '' ? names.map((userId) => ({ inviteId: randomId(), userIds: [userId] })) : [{ inviteId: randomId(), userIds: names }];
      const callType = check.callType(type);
      if (this.state.session.phase === 'logged-in') this.#requireMedia();
      return { type: 'call', command, callId: randomId(), roomId: randomRoomId(), callType, groupId: group, invites };
    });
  }

  async accept(options: { readonly camera?: boolean; readonly asAudio?: boolean } = {}): Promise<ActionCallback> {
    return this.#desk.command((command) => {
      if (this.state.call?.phase === 'ringing') this.#requireMedia();
      return { type: 'accept', command, camera: check.flag(options?.camera ?? true, 'camera'), asAudio: check.flag(options?.asAudio ?? false, 'asAudio') };
    });
  }

  async reject(options: { readonly message?: string } = {}): Promise<ActionCallback> {
    return this.#desk.command((command) => ({ type: 'reject', command, message: check.declineMessage(options?.message ?? '') }));
  }

  async hangup(): Promise<void> {
    this.#desk.assertOpen();
    this.#core.dispatch({ type: 'hangup' });
    await this.#core.released();
  }

  async returnToCall(options: { readonly camera?: boolean } = {}): Promise<ActionCallback> {
    return this.#desk.command((command) => {
      this.#requireMedia();
      return { type: 'return', command, callId: randomId(), camera: check.flag(options?.camera ?? this.state.interrupted?.type === VIDEO_CALL, 'camera') };
    });
  }

  forgetCall(): void {
    if (!this.#desk.closed) this.#core.dispatch({ type: 'forget-call' });
  }

  dismissEnded(): void {
    if (!this.#desk.closed) this.#core.dispatch({ type: 'dismiss-ended' });
  }

  async startRemoteView(userId: string, streamType: StreamType, viewId: ViewId): Promise<void> {
    this.#desk.perform(() => this.#views.show(this, { userId: check.userId(userId), streamType: check.streamType(streamType) }, check.viewId(viewId)));
  }

  async stopRemoteView(userId: string, streamType: StreamType): Promise<void> {
    this.#desk.perform(() => this.#views.hide({ userId: check.userId(userId), streamType: check.streamType(streamType) }));
  }

  async openCamera(isFrontCamera: boolean, viewId?: ViewId): Promise<void> {
    const shown = this.#desk.perform(() => {
      const front = check.flag(isFrontCamera, 'isFrontCamera');
      if (viewId !== undefined) this.#views.show(this, { userId: LOCAL_USER, streamType: 0 }, check.viewId(viewId));
      return front;
    });
    if (shown !== undefined) await this.#core.command((command) => ({ type: 'capture', kind: 'camera', on: true, front: shown, command }));
  }

  async closeCamera(): Promise<void> {
    this.#desk.assertOpen();
    this.#views.hide({ userId: LOCAL_USER, streamType: 0 });
    await this.#core.command((command) => ({ type: 'capture', kind: 'camera', on: false, command }));
  }

  async switchCamera(isFrontCamera: boolean): Promise<void> {
    const front = this.#desk.perform(() => check.flag(isFrontCamera, 'isFrontCamera'));
    if (front === undefined) return;
    const on = this.state.devices.camera.wanted;
    await this.#core.command((command) => ({ type: 'capture', kind: 'camera', on, front, command }));
  }

  setMicMute(isMute: boolean): void {
    this.#desk.perform(() => this.#core.dispatch({ type: 'mute-microphone', muted: check.flag(isMute, 'isMute') }));
  }

  async setHandsFree(isHandsFree: boolean): Promise<void> {
    this.#desk.perform(() => this.#core.dispatch({ type: 'hands-free', on: check.flag(isHandsFree, 'isHandsFree') }));
  }

  async resumePlayback(): Promise<void> {
    this.#desk.assertOpen();
    await this.#playback.resume();
  }

  async switchToAudioCall(): Promise<ActionCallback> {
    return this.#desk.command((command) => ({ type: 'switch-type', command, inviteId: randomId(), callType: AUDIO_CALL }));
  }

  async switchToVideoCall(): Promise<ActionCallback> {
    return this.#desk.command((command) => ({ type: 'switch-type', command, inviteId: randomId(), callType: VIDEO_CALL }));
  }

  async acceptSwitch(options: { readonly camera?: boolean } = {}): Promise<ActionCallback> {
    return this.#desk.command((command) => ({ type: 'answer-switch', command, agree: true, camera: check.flag(options?.camera ?? true, 'camera') }));
  }

  async rejectSwitch(): Promise<ActionCallback> {
    return this.#desk.command((command) => ({ type: 'answer-switch', command, agree: false, camera: false }));
  }

  async startScreenShare(): Promise<ActionCallback> {
    return this.#desk.command((command) => {
      if (this.state.call?.phase !== 'in-call') throw new CallError('wrong-state');
      return { type: 'capture', kind: 'screen', on: true, command };
    });
  }

  async stopScreenShare(): Promise<ActionCallback> {
    return this.#desk.command((command) => ({ type: 'capture', kind: 'screen', on: false, command }));
  }

  async getDevices(kind: MediaDeviceKindName): Promise<readonly DeviceInfo[]> {
    return this.#desk.list(async () => this.#engine.devices.list(check.deviceKind(kind), this.#lifetime.signal));
  }

  async switchDevice(kind: MediaDeviceKindName, deviceId: string): Promise<ActionCallback> {
    return this.#desk.attempt(async () => {
      const which = check.deviceKind(kind);
      const id = check.deviceId(deviceId);
      return this.#core.command((command) =>
        which === 'speaker' ? { type: 'choose-output', deviceId: id, command } : { type: 'choose-device', kind: which, deviceId: id, command });
    });
  }

  preview(kind: 'microphone' | 'camera', options: { readonly signal: AbortSignal }): void {
    const asked = this.#desk.perform(() => ({ which: check.captureKind(kind), signal: check.abortSignal(options?.signal) }));
    if (!asked || asked.signal.aborted) return;
    const { which, signal } = asked;
    const holders = this.#previews[which];
    const hold = {};
    holders.add(hold);
    const end = (): void => {
      if (holders.delete(hold) && holders.size === 0) this.#core.dispatch({ type: 'preview', kind: which, on: false });
    };
    signal.addEventListener('abort', end, { signal: this.#lifetime.signal });
    this.#core.dispatch({ type: 'preview', kind: which, on: true });
  }

  setVoiceProcessing(processing: Partial<VoiceProcessing>): void {
    this.#desk.perform(() => this.#core.dispatch({ type: 'set-processing', processing: check.processing(processing) }));
  }

  setVideoQuality(quality: VideoQuality): void {
    this.#desk.perform(() => this.#core.dispatch({ type: 'set-quality', quality: check.videoQuality(quality) }));
  }

  async setVideoProcessor<T extends MediaTrack = CameraTrack>(processor: VideoProcessor<T> | null): Promise<ActionCallback> {
    return this.#desk.attempt(async () => {
      await this.#core.useVideoProcessor(check.videoProcessor(processor));
      return OK;
    });
  }

  async setSelfProfile(profile: { readonly nickname?: string; readonly avatarUrl?: string }): Promise<ActionCallback> {
    return this.#desk.attempt(async () => {
      if (typeof profile !== 'object' || profile === null) throw new CallError('invalid-argument', { detail: 'A profile is an object.' });
      const { nickname, avatarUrl } = profile;
      this.#core.dispatch({
        type: 'set-profile',
        ...(nickname === undefined ? {} : { nickname: check.nickname(nickname) }),
        ...(avatarUrl === undefined ? {} : { avatarUrl: check.avatarUrl(avatarUrl) }),
      });
      return OK;
    });
  }

  async getUserProfiles(userIds: readonly string[]): Promise<readonly UserProfile[]> {
    return this.#desk.list(() =>
      this.#core.lookUp(check.userIds(userIds, 100), (rest) => this.#engine.signaling.getProfiles(rest, this.#lifetime.signal)));
  }

  #requireMedia(): void {
    if (this.#engine.devices.unsupported) throw this.#engine.devices.unsupported;
  }
}
