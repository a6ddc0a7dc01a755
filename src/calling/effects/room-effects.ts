import { CallError } from '../errors.js';
import type { Playback } from '../../engines/engine.js';
import type { Failure } from '../state/call-events.js';
import { toFailure, warn, type EffectPorts } from './effect-ports.js';
import type { Pending } from './pending.js';

/** The room of the call: one at a time, and the next is not entered before the last is left. */
export class RoomEffects {
  readonly #ports: EffectPorts;
  readonly #releasing: Pending;
  readonly #mayCall: () => Promise<boolean>;
  #room: { readonly callId: string; readonly abort: AbortController } | null = null;
  /** Ends the preparations for a room. */
  #preparing: AbortController | null = null;
  #left: Promise<void> = Promise.resolve();
  readonly #playing = new Set<string>();

  constructor(ports: EffectPorts, releasing: Pending, mayCall: () => Promise<boolean>) {
    this.#ports = ports;
    this.#releasing = releasing;
    this.#mayCall = mayCall;
  }

  /** The call whose room this is now; room events of any other are stale. */
  get callId(): string | null {
    return this.#room?.callId ?? null;
  }

  /** Resolves when the last room is left. */
  get left(): Promise<void> {
    return this.#left;
  }

  join(callId: string, roomId: number): void {
    const { engine, dispatch } = this.#ports;
    const abort = new AbortController();
    this.#room = { callId, abort };
    void Promise.all([this.#mayCall(), this.#left]).then(async ([granted]) => {
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
  prepare(roomId: number): void {
    const { room } = this.#ports.engine;
    const abort = new AbortController();
    this.#preparing = abort;
    void this.#left.then(async () => { if (!abort.signal.aborted) await room.prepare?.(roomId, abort.signal); }).catch(() => {});
  }

  leave(): void {
    const { engine, tracks, levels, playback } = this.#ports;
    this.#room?.abort.abort(new CallError('aborted'));
    this.#room = null;
    this.#preparing?.abort(new CallError('aborted'));
    this.#preparing = null;
    tracks.clearRemote();
    levels.update([]);
    for (const userId of this.#playing) playback.play(userId, null);
    this.#playing.clear();
    this.#left = this.#releasing.add(this.#left.then(() => engine.room.leave()).catch((thrown: unknown) => warn(this.#ports, thrown)));
  }

  /** Runs `task` unless the room has been left by the time it is its turn. */
  within(callId: string | null, task: () => Promise<void>, failed: (failure: Failure) => void = () => {}): void {
    if (callId === null) return;
    void this.#left.then(async () => {
      if (this.callId !== callId) return;
      try {
        await task();
      } catch (thrown) {
        if (this.callId === callId) failed(toFailure(thrown));
      }
    });
  }

  /** Remote sound is played for as long as the room lasts. */
  play(userId: string, track: Parameters<Playback['play']>[1]): void {
    if (track) this.#playing.add(userId);
    else this.#playing.delete(userId);
    this.#ports.playback.play(userId, track);
  }
}
