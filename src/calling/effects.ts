import type { Credentials, Engine, Playback } from '../engines/engine.js';
import type { Clock } from './clock.js';
import { CallError, SUCCESS, type ActionCallback } from './errors.js';
import type { DelegateCall } from './delegate.js';
import type { LevelRegistry } from './levels.js';
import type { Preferences } from './preferences.js';
import type { Recovery } from './recovery.js';
import { encodeAnswer, encodeInvitation } from './signal-effects.js';
import type { CallEventBody, Capture, Failure, Timer } from './state/call-events.js';
import type { UserProfile } from './state/call-state.js';
import { KIND_OF } from './state/captures.js';
import type { Effect } from './state/effect.js';
import { LOCAL_USER, type MediaTrack, type TrackRegistry } from './tracks.js';
import { PictureProcessing, type VideoProcessor } from './video-processor.js';

/** How long a logout waits for what is still on its way out, ms. */
const FLUSH_MS = 2000;

export interface EffectPorts {
  readonly engine: Engine;
  readonly playback: Playback;
  readonly clock: Clock;
  readonly tracks: TrackRegistry;
  readonly levels: LevelRegistry;
  readonly recovery?: Recovery;
  readonly lookUp: (userIds: readonly string[], ask: (userIds: readonly string[]) => Promise<readonly UserProfile[]>) => Promise<unknown>;
  readonly preferences?: Preferences;
  readonly dispatch: (event: CallEventBody) => void;
  readonly emit: (call: DelegateCall) => void;
  readonly settle: (command: number, result: ActionCallback) => void;
}

export const toFailure = (thrown: unknown): Failure => {
  const { reason, code, message } = CallError.from(thrown);
  return { reason, code, desc: message };
};

/** Does what the reducer wants done, and tells it how that came out. The only place that awaits an engine. */
export class EffectRunner {
  readonly #ports: EffectPorts;
  readonly #timers = new Map<string, () => void>();
  readonly #captures = new Map<Capture, AbortController>();
  readonly #sending = new Set<Promise<void>>();
  readonly #releasing = new Set<Promise<void>>();
  #session = new AbortController();
  #sessionOver: Promise<void> = Promise.resolve();
  #room: { readonly callId: string; readonly abort: AbortController } | null = null;
  /** Ends the preparations for a room. */
  #preparing: AbortController | null = null;
  #roomLeft: Promise<void> = Promise.resolve();
  readonly #playing = new Set<string>();
  readonly #picture = new PictureProcessing();
  /** Whether the call here may be: what belongs to it waits for that, in its order. */
  #mayCall: Promise<boolean> = Promise.resolve(true);

  constructor(ports: EffectPorts) {
    this.#ports = ports;
  }

  /** The call whose room this is now; room events of any other are stale. */
  get roomCallId(): string | null {
    return this.#room?.callId ?? null;
  }

  run(effect: Effect): void {
    const { engine, tracks } = this.#ports;
    switch (effect.type) {
      case 'emit': return this.#ports.emit(effect.call);
      case 'settle': return this.#ports.settle(effect.command, effect.failure ? { code: effect.failure.code, desc: effect.failure.desc } : { code: SUCCESS, desc: '' });
      case 'login': return this.#login(effect.tag, effect.credentials);
      case 'renew': return engine.signaling.renew?.(effect.credentials);
      case 'logout': return this.#logout(effect.tag);
      case 'set-profile': return this.#setProfile(effect);
      case 'fetch-profiles': return this.#fetchProfiles(effect.userIds);
      case 'invite': return this.#invite(effect);
      case 'answer': return this.#answer(effect);
      case 'in-call': return this.#setInCall(effect.callId, effect.inCall);
      case 'room-join': return this.#joinRoom(effect.callId, effect.roomId);
      case 'room-prepare': return this.#prepareRoom(effect.roomId);
      case 'room-leave': return this.#leaveRoom();
      case 'publish': {
        const track = tracks.get(LOCAL_USER, effect.kind);
        return this.#inRoom(effect.callId, async () => {
          if (track) await engine.room.publish(effect.kind, track);
        }, (failure) => this.#ports.dispatch({ type: 'publish-failed', callId: effect.callId, kind: effect.kind, failure }));
      }
      case 'unpublish': return this.#inRoom(this.roomCallId, () => engine.room.unpublish(effect.kind));
      case 'mute': return this.#inRoom(this.roomCallId, async () => engine.room.setMuted(effect.kind, effect.muted));
      case 'capture-open': return this.#openCapture(effect);
      case 'capture-close': return this.#closeCapture(effect.kind);
      case 'capture-adjust': return this.#adjustCapture(effect);
      case 'measure': return engine.devices.measure(effect.on);
      case 'quality': return engine.room.setQuality(effect.quality);
      case 'use-output': return this.#useOutput(effect);
      case 'remember': return this.#ports.preferences?.save(effect.wishes);
      case 'hands-free': return this.#handsFree(effect.on);
      case 'recall-call': return this.#recallCall(effect.sdkAppId, effect.userId);
      case 'start-timer': return this.#startTimer(effect.timer, effect.ms);
      case 'stop-timer': return this.#stopTimer(keyOf(effect.timer));
      case 'stop-timers': return [...this.#timers.keys()].forEach((key) => this.#stopTimer(key));
      case 'dispose': return this.#dispose();
      default: effect satisfies never;
    }
  }

  /** Resolves when everything that an ended call took has been given back. */
  async released(): Promise<void> {
    while (this.#releasing.size > 0) await Promise.allSettled(this.#releasing);
  }

  // —— session ————————————————————————————————————————————————————————————————————————————————————————————————

  #login(tag: number, credentials: Credentials): void {
    const session = new AbortController();
    this.#session = session;
    void (async () => {
      await this.#sessionOver;
      try {
        session.signal.throwIfAborted();
        await this.#ports.engine.signaling.login(credentials, session.signal);
        this.#ports.dispatch({ type: 'login-done', tag });
      } catch (thrown) {
        this.#ports.dispatch({ type: 'login-failed', tag, failure: toFailure(thrown) });
      }
    })();
  }

  /** What the end of a call had to say goes out first. */
  #logout(tag: number): void {
    const session = this.#session;
    this.#sessionOver = this.#track(this.#releasing, this.#sessionOver.then(async () => {
      await this.#flush();
      session.abort(new CallError('aborted'));
      await this.#ports.engine.signaling.logout().catch((thrown: unknown) => this.#warn(thrown));
      this.#ports.dispatch({ type: 'logout-done', tag });
    }));
  }

  #flush(): Promise<void> {
    if (this.#sending.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.#ports.clock.after(FLUSH_MS, resolve);
      void Promise.allSettled(this.#sending).then(() => {
        stop();
        resolve();
      });
    });
  }

  #recallCall(sdkAppId: number, userId: string): void {
    const interrupted = this.#ports.recovery?.recall(sdkAppId, userId);
    if (interrupted) this.#ports.dispatch({ type: 'interrupted', interrupted });
  }

  #setProfile(profile: { readonly nickname: string; readonly avatarUrl: string }): void {
    const { engine, dispatch } = this.#ports;
    engine.signaling.setProfile({ nickname: profile.nickname, avatarUrl: profile.avatarUrl }, this.#session.signal)
      .catch((thrown: unknown) => dispatch({ type: 'profile-failed', failure: toFailure(thrown) }));
  }

  /** Names are an ornament: without them the user ids are shown, so a failure is a warning and nothing more. */
  #fetchProfiles(userIds: readonly string[]): void {
    const { engine, lookUp, dispatch } = this.#ports;
    const { signal } = this.#session;
    lookUp(userIds, (rest) => engine.signaling.getProfiles(rest, signal).then((profiles) => (signal.aborted ? [] : profiles)))
      .catch((thrown: unknown) => signal.aborted || dispatch({ type: 'profile-failed', failure: toFailure(thrown) }));
  }

  // —— signalling —————————————————————————————————————————————————————————————————————————————————————————————

  #invite({ callId, inviteId, userIds, groupId, timeout, invitation }: Extract<Effect, { type: 'invite' }>): void {
    const { engine, dispatch } = this.#ports;
    const data = encodeInvitation(invitation);
    const { signal } = this.#session;
    void this.#track(this.#sending, this.#mayCall.then(async (granted) => {
      if (granted) await engine.signaling.invite({ inviteId, invitees: userIds, groupId, data, timeout }, signal);
    }).then(
      () => dispatch({ type: 'invite-sent', callId, inviteId }),
      (thrown: unknown) => dispatch({ type: 'invite-failed', callId, inviteId, failure: toFailure(thrown) }),
    ));
  }

  #answer({ inviteId, answer }: Extract<Effect, { type: 'answer' }>): void {
    const { engine, dispatch } = this.#ports;
    const { signal } = this.#session;
    void this.#track(this.#sending, this.#mayCall.then(async (granted) => {
      if (granted || answer.kind !== 'accept') await engine.signaling[answer.kind](inviteId, encodeAnswer(answer), signal);
    }).catch((thrown: unknown) => dispatch({ type: 'answer-failed', inviteId, failure: toFailure(thrown) })));
  }

  #setInCall(callId: string, inCall: boolean): void {
    const { engine, dispatch } = this.#ports;
    this.#mayCall = this.#mayCall.then(async () => {
      const granted = await engine.signaling.setInCall(inCall);
      if (!granted) dispatch({ type: 'call-refused', callId });
      return granted;
    });
  }

  // —— room ———————————————————————————————————————————————————————————————————————————————————————————————————

  #joinRoom(callId: string, roomId: number): void {
    const { engine, dispatch } = this.#ports;
    const abort = new AbortController();
    this.#room = { callId, abort };
    void Promise.all([this.#mayCall, this.#roomLeft]).then(async ([granted]) => {
      if (!granted) return;
      try {
        abort.signal.throwIfAborted();
        await engine.room.join(roomId, abort.signal);
        dispatch({ type: 'room-joined', callId });
      } catch (thrown) {
        if (!abort.signal.aborted) dispatch({ type: 'room-join-failed', callId, failure: toFailure(thrown) });
      }
    });
  }

  /** What comes of it, joining finds out. */
  #prepareRoom(roomId: number): void {
    const { room } = this.#ports.engine;
    const abort = new AbortController();
    this.#preparing = abort;
    void this.#roomLeft.then(async () => { if (!abort.signal.aborted) await room.prepare?.(roomId, abort.signal); }).catch(() => {});
  }

  #leaveRoom(): void {
    const { engine, tracks, levels, playback } = this.#ports;
    this.#room?.abort.abort(new CallError('aborted'));
    this.#room = null;
    this.#preparing?.abort(new CallError('aborted'));
    this.#preparing = null;
    tracks.clearRemote();
    levels.update([]);
    for (const userId of this.#playing) playback.play(userId, null);
    this.#playing.clear();
    this.#roomLeft = this.#track(this.#releasing, this.#roomLeft.then(() => engine.room.leave()).catch((thrown: unknown) => this.#warn(thrown)));
  }

  /** Runs `task` unless the room has been left by the time it is its turn. */
  #inRoom(callId: string | null, task: () => Promise<void>, failed: (failure: Failure) => void = () => {}): void {
    if (callId === null) return;
    void this.#roomLeft.then(async () => {
      if (this.roomCallId !== callId) return;
      try {
        await task();
      } catch (thrown) {
        if (this.roomCallId === callId) failed(toFailure(thrown));
      }
    });
  }

  /** Remote sound is played for as long as the room lasts. */
  play(userId: string, track: Parameters<Playback['play']>[1]): void {
    if (track) this.#playing.add(userId);
    else this.#playing.delete(userId);
    this.#ports.playback.play(userId, track);
  }

  // —— devices ————————————————————————————————————————————————————————————————————————————————————————————————

  #openCapture({ kind, deviceId, front, processing, quality }: Extract<Effect, { type: 'capture-open' }>): void {
    const { engine, tracks, dispatch } = this.#ports;
    const abort = new AbortController();
    this.#captures.set(kind, abort);
    const options = {
      ...(deviceId === '' ? {} : { deviceId }), ...(kind === 'camera' && { front, quality }), ...(kind === 'microphone' && { processing }),
    };
    void (async () => {
      try {
        const opened = await engine.devices.open(kind, options, abort.signal);
        if (abort.signal.aborted) engine.devices.close(kind);
        abort.signal.throwIfAborted();
        const { deviceId: id, label, settings, silenced } = opened;
        const track = kind === 'camera' ? await this.#process(opened.track) : opened.track;
        abort.signal.throwIfAborted();
        tracks.set(LOCAL_USER, KIND_OF[kind], track);
        dispatch({ type: 'capture-opened', kind, deviceId: id, label, settings, silenced });
      } catch (thrown) {
        dispatch({ type: 'capture-failed', kind, failure: toFailure(thrown) });
      }
    })();
  }

  #closeCapture(kind: Capture): void {
    const { engine, tracks } = this.#ports;
    this.#captures.get(kind)?.abort(new CallError('aborted'));
    this.#captures.delete(kind);
    engine.devices.close(kind);
    tracks.set(LOCAL_USER, KIND_OF[kind], null);
    if (kind === 'camera') this.#picture.end();
  }

  #adjustCapture({ kind, processing, quality }: Extract<Effect, { type: 'capture-adjust' }>): void {
    const { engine, dispatch } = this.#ports;
    engine.devices.adjust(kind, { processing, quality }).then(
      (settings) => dispatch({ type: 'capture-adjusted', kind, settings }),
      // It was closed meanwhile: the next opening does as is wished.
      (thrown: unknown) => { if (toFailure(thrown).reason !== 'aborted') this.#warn(thrown); },
    );
  }

  /** Puts every picture of the camera through `processor` from now on; null through none. */
  async useVideoProcessor(processor: VideoProcessor | null): Promise<void> {
    const { tracks, dispatch } = this.#ports;
    await this.#picture.use(processor, (track) => {
      tracks.set(LOCAL_USER, 'video', track);
      dispatch({ type: 'capture-replaced', kind: 'camera' });
    });
  }

  /** A processor that fails is told of, and the picture goes out as it is. */
  async #process(track: MediaTrack): Promise<MediaTrack> {
    try {
      return await this.#picture.start(track);
    } catch (thrown) {
      this.#warn(thrown);
      return track;
    }
  }

  #useOutput({ deviceId, command }: Extract<Effect, { type: 'use-output' }>): void {
    const { playback, dispatch } = this.#ports;
    playback.setOutput(deviceId).then(
      () => dispatch({ type: 'output-used', command, deviceId }),
      (thrown: unknown) => dispatch({ type: 'output-failed', command, failure: toFailure(thrown) }),
    );
  }

  #handsFree(on: boolean): void {
    const { playback, dispatch } = this.#ports;
    void playback.setHandsFree(on).then(
      (speaker) => dispatch({ type: 'speaker', ...speaker }),
      (thrown: unknown) => this.#warn(thrown),
    );
  }

  // —— timers and the end —————————————————————————————————————————————————————————————————————————————————————

  #startTimer(timer: Timer, ms: number): void {
    const key = keyOf(timer);
    this.#stopTimer(key);
    this.#timers.set(key, this.#ports.clock.after(ms, () => {
      this.#timers.delete(key);
      this.#ports.dispatch({ type: 'timer', timer });
    }));
  }

  #stopTimer(key: string): void {
    this.#timers.get(key)?.();
    this.#timers.delete(key);
  }

  #dispose(): void {
    const { engine, playback } = this.#ports;
    this.#picture.end();
    for (const key of [...this.#timers.keys()]) this.#stopTimer(key);
    this.#session.abort(new CallError('destroyed'));
    void this.#track(this.#releasing, Promise.allSettled([this.#sessionOver, this.#roomLeft]).then(async () => {
      playback.dispose();
      await engine.dispose();
    }));
  }

  #warn(thrown: unknown): void {
    const { code, desc } = toFailure(thrown);
    this.#ports.emit({ type: 'onWarning', params: { code, msg: desc } });
  }

  #track(set: Set<Promise<void>>, promise: Promise<unknown>): Promise<void> {
    const tracked: Promise<void> = promise.then(() => {}).finally(() => set.delete(tracked));
    set.add(tracked);
    return tracked;
  }
}

const keyOf = ({ kind, id }: Timer): string => `${kind} ${id}`;
