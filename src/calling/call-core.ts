import type { Engine, Playback, RoomEvent } from '../engines/engine.js';
import type { Clock } from './clock.js';
import type { DelegateCall } from './delegate.js';
import { EffectRunner } from './effects.js';
import { fromDevices, fromRoom, fromSignaling } from './engine-events.js';
import { CallError, type ActionCallback } from './errors.js';
import { LevelRegistry, voiceVolume } from './levels.js';
import { DelegateListeners, SnapshotSubscribers } from './listeners.js';
import { randomId } from './random.js';
import type { Recovery } from './recovery.js';
import type { CallEventBody } from './state/call-events.js';
import { reduce } from './state/call-reducer.js';
import { initialState, type CallConfig, type CoreState } from './state/core-state.js';
import { TrackRegistry } from './tracks.js';

export interface CorePorts {
  readonly engine: Engine;
  readonly playback: Playback;
  readonly clock: Clock;
  readonly config: Partial<CallConfig>;
  readonly recovery?: Recovery;
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
  readonly #clock: Clock;
  readonly #runner: EffectRunner;
  readonly #queue: CallEventBody[] = [];
  readonly #waiting = new Map<number, (result: ActionCallback) => void>();
  readonly #stops: readonly (() => void)[];
  #state: CoreState;
  #draining = false;
  #commands = 0;

  constructor({ engine, playback, clock, config, recovery }: CorePorts) {
    this.#clock = clock;
    this.#state = initialState(config);
    this.#runner = new EffectRunner({
      engine, playback, clock, tracks: this.tracks, levels: this.levels,
      ...(recovery ? { recovery } : {}),
      dispatch: (event) => this.dispatch(event),
      emit: (call) => this.emit(call),
      settle: (command, result) => this.#settle(command, result),
    });
    this.#stops = [
      engine.signaling.listen((event) => this.#dispatchIf(fromSignaling(event, randomId))),
      engine.room.listen((event) => this.#onRoom(event)),
      engine.devices.listen((event) => this.dispatch(fromDevices(event))),
      playback.listen(({ blocked }) => this.dispatch({ type: 'sound-blocked', blocked })),
    ];
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
    for (const effect of effects) this.#runner.run(effect);
  }

  #settle(command: number, result: ActionCallback): void {
    const resolve = this.#waiting.get(command);
    this.#waiting.delete(command);
    resolve?.(result);
  }

  #dispatchIf(event: CallEventBody | null): void {
    if (event) this.dispatch(event);
  }

  #onRoom(event: RoomEvent): void {
    const callId = this.#runner.roomCallId;
    if (callId === null) return;
    if (event.type === 'volume') {
      this.levels.update(event.levels);
      this.emit({ type: 'onUserVoiceVolume', params: voiceVolume(event.levels, this.#state.session.userId) });
    } else if (event.type === 'track') {
      this.tracks.set(event.userId, event.kind, event.track);
      if (event.kind === 'audio') this.#runner.play(event.userId, event.track);
    } else {
      this.dispatch(fromRoom(event, callId));
    }
  }
}
