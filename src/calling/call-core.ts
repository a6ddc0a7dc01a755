import type { DeviceEvent, Engine, Playback, RoomEvent } from '../engines/engine.js';
import type { Clock } from './clock.js';
import type { DelegateCall } from './delegate.js';
import { EffectRunner } from './effects/effect-runner.js';
import { fromDevices, fromRoom, fromSignaling } from './engine-events.js';
import { CallError, type ActionCallback } from './errors.js';
import { LevelRegistry, MICROPHONE, voiceVolume } from './levels.js';
import { DelegateListeners, SnapshotSubscribers } from './listeners.js';
import { ProfileBook, type ProfileResolver } from './profile-book.js';
import { randomId } from './random.js';
import type { Preferences } from './preferences.js';
import type { Recovery } from './recovery.js';
import type { CallEventBody } from './state/call-events.js';
import { reduce } from './state/call-reducer.js';
import type { UserProfile } from './state/call-state.js';
import { DEFAULT_WISHES, initialState, type CallConfig, type CoreState } from './state/core-state.js';
import { TrackRegistry, type MediaTrack } from './tracks.js';
import type { VideoProcessor } from './video-processor.js';
import { VoiceDetector } from './voice-detector.js';

export interface CorePorts {
  readonly engine: Engine;
  readonly playback: Playback;
  readonly clock: Clock;
  readonly config: Partial<CallConfig>;
  readonly recovery?: Recovery;
  readonly preferences?: Preferences;
}

/**
 * The engine room: events in one queue, the reducer, the effects in order, promises that wait for a command. Whatever a
 * listener does while it is being told comes after the event that it is told of.
 */
export class CallCore {
  readonly tracks = new TrackRegistry();
  readonly levels = new LevelRegistry();
  readonly delegates = new DelegateListeners();
  readonly subscribers = new SnapshotSubscribers(() => this.#state);
  readonly profiles: ProfileBook;
  readonly #clock: Clock;
  readonly #runner: EffectRunner;
  readonly #queue: CallEventBody[] = [];
  readonly #waiting = new Map<number, (result: ActionCallback) => void>();
  readonly #stops: readonly (() => void)[];
  readonly #voice = new VoiceDetector();
  #state: CoreState;
  #draining = false;
  #commands = 0;

  constructor({ engine, playback, clock, config, recovery, preferences }: CorePorts) {
    this.#clock = clock;
    this.profiles = new ProfileBook(clock, (thrown) => this.warn(thrown));
    const wishes = preferences?.load() ?? DEFAULT_WISHES;
    this.#state = initialState(config, wishes);
    this.#runner = new EffectRunner({
      engine, playback, clock, tracks: this.tracks, levels: this.levels,
      ...(recovery ? { recovery } : {}),
      ...(preferences ? { preferences } : {}),
      lookUp: (userIds, ask) => this.lookUp(userIds, ask),
      dispatch: (event) => this.dispatch(event),
      emit: (call) => this.emit(call),
      settle: (command, result) => this.#settle(command, result),
    });
    this.#stops = [
      engine.signaling.listen((event) => this.#hear(fromSignaling(event, randomId))),
      engine.room.listen((event) => this.#onRoom(event)),
      engine.devices.listen((event) => this.#onDevices(event)),
      playback.listen(({ blocked }) => this.dispatch({ type: 'sound-blocked', blocked })),
    ];
    engine.room.setQuality(wishes.quality);
  }

  get state(): CoreState {
    return this.#state;
  }

  dispatch(event: CallEventBody): void {
    this.#queue.push(event);
    if (this.#draining) return;
    this.#draining = true;
    try {
      for (let next = this.#queue.shift(); next; next = this.#queue.shift()) this.#step(next);
    } finally {
      this.#draining = false;
    }
  }

  /** Dispatches a command and waits for its outcome. What `make` throws is thrown before anything happened. */
  command(make: (command: number) => CallEventBody): Promise<ActionCallback> {
    const command = ++this.#commands;
    const event = make(command);
    return new Promise((resolve) => {
      this.#waiting.set(command, resolve);
      this.dispatch(event);
    });
  }

  emit(call: DelegateCall): void {
    this.delegates.emit(call);
  }

  /** A failure that belongs to no promise. */
  report(thrown: unknown): void {
    const { code, message } = CallError.from(thrown);
    this.emit({ type: 'onError', params: { code, msg: message } });
  }

  warn(thrown: unknown): void {
    const { code, message } = CallError.from(thrown);
    this.emit({ type: 'onWarning', params: { code, msg: message } });
  }

  /** Profiles by the application's word, else by `ask`; the snapshot has them, too. Rejects as `ask` does. */
  async lookUp(userIds: readonly string[], ask: (userIds: readonly string[]) => Promise<readonly UserProfile[]>): Promise<readonly UserProfile[]> {
    const tell = (profiles: readonly UserProfile[]): void => this.dispatch({ type: 'profiles', profiles });
    const profiles = await this.profiles.look(userIds, ask, tell);
    tell(profiles);
    return profiles;
  }

  useResolver(resolver: ProfileResolver | null): void {
    if (resolver === this.profiles.resolver) return;
    this.profiles.use(resolver);
    const { session, call, profiles } = this.#state;
    this.#resolve([session.userId, ...Object.keys(profiles), ...(call?.participants ?? []).map(({ userId }) => userId)]);
  }

  /** Only the application is asked: of oneself, and again of those whom the engine has named already. */
  #resolve(userIds: readonly string[]): void {
    const known = userIds.filter((userId) => userId !== '');
    if (this.profiles.resolver && known.length > 0) void this.profiles.resolve(known).then((profiles) => this.dispatch({ type: 'profiles', profiles }));
  }

  useVideoProcessor(processor: VideoProcessor<MediaTrack> | null): Promise<void> {
    return this.#runner.useVideoProcessor(processor);
  }

  released(): Promise<void> {
    return this.#runner.released();
  }

  /** Ends the call and the session, and lets go of engine and listeners. */
  destroy(): void {
    this.dispatch({ type: 'destroy' });
    for (const stop of this.#stops) stop();
    for (const command of [...this.#waiting.keys()]) {
      const { code, message } = new CallError('destroyed');
      this.#settle(command, { code, desc: message });
    }
    this.delegates.clear();
    this.subscribers.changed();
  }

  #step(event: CallEventBody): void {
    const before = this.#state;
    const { state, effects } = reduce(before, { ...event, at: this.#clock.now() });
    this.#state = state;
    if (state !== before) this.subscribers.changed();
    if (state.session.phase === 'logged-in' && before.session.phase !== 'logged-in') this.#resolve([state.session.userId]);
    for (const effect of effects) this.#runner.run(effect);
  }

  #settle(command: number, result: ActionCallback): void {
    const resolve = this.#waiting.get(command);
    this.#waiting.delete(command);
    resolve?.(result);
  }

  #hear(event: CallEventBody | null): void {
    if (event) this.dispatch(event.type === 'profiles' ? { ...event, profiles: this.profiles.withoutOwn(event.profiles) } : event);
  }

  #onDevices(event: DeviceEvent): void {
    if (event.type !== 'level') return this.dispatch(fromDevices(event));
    this.levels.set(MICROPHONE, event.volume);
    const { on, muted, speaking } = this.#state.devices.microphone;
    if (!on || !muted) return this.#voice.reset();
    const heard = this.#voice.hear(event.volume, this.#clock.now());
    if (heard !== speaking) this.dispatch({ type: 'voice', speaking: heard });
  }

  #onRoom(event: RoomEvent): void {
    const callId = this.#runner.room.callId;
    if (callId === null) return;
    if (event.type === 'volume') {
      this.levels.update(event.levels);
      this.emit({ type: 'onUserVoiceVolume', params: voiceVolume(event.levels, this.#state.session.userId) });
    } else if (event.type === 'track') {
      this.tracks.set(event.userId, event.kind, event.track);
      if (event.kind === 'audio') this.#runner.room.play(event.userId, event.track);
    } else {
      this.dispatch(fromRoom(event, callId));
    }
  }
}
