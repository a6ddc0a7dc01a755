import { CallError } from '../../calling/errors.js';
import type { MediaKind, VideoQuality } from '../../calling/state/call-state.js';
import type { MediaTrack } from '../../calling/tracks.js';
import { Emitter } from '../emitter.js';
import type { Room, RoomEvent } from '../engine.js';
import type { MemoryEngine } from './memory-engine.js';

interface Publication {
  readonly track: MediaTrack;
  readonly muted: boolean;
}

const KINDS: readonly MediaKind[] = ['audio', 'video', 'screen'];

/** How long a cut-off device tries to come back before it gives up, ms. */
const GIVE_UP_MS = 30_000;

/** A room in which tracks are handed from one engine to the other as they are. */
export class MemoryRoom extends Emitter<RoomEvent> implements Room {
  readonly #engine: MemoryEngine;
  readonly #published = new Map<MediaKind, Publication>();
  readonly #muted = new Set<MediaKind>();
  /** Who is here, with the name under which they came: a crashed engine has none any more. */
  readonly #members = new Map<MemoryEngine, string>();
  /** What was told of each member last: news is told once. */
  readonly #heard = new Map<MemoryEngine, Map<MediaKind, Publication | undefined>>();
  #roomId = 0;
  #joining: AbortController | null = null;
  #stopGivingUp = (): void => {};
  #failNextJoin: CallError | null = null;

  constructor(engine: MemoryEngine) {
    super();
    this.#engine = engine;
  }

  /** 0 while in no room. */
  get roomId(): number {
    return this.#roomId;
  }

  /** The next `join` rejects with this; null takes it back. */
  failNextJoin(error: CallError | null): void {
    this.#failNextJoin = error;
  }

  async join(roomId: number, signal: AbortSignal): Promise<void> {
    const joining = new AbortController();
    this.#joining = joining;
    const abort = (): void => joining.abort(new CallError('aborted'));
    signal.addEventListener('abort', abort, { once: true });
    try {
      if (signal.aborted) abort();
      await this.#engine.network.trip(this.#engine, joining.signal);
      const failed = this.#failNextJoin;
      this.#failNextJoin = null;
      if (failed) throw failed;
    } finally {
      signal.removeEventListener('abort', abort);
      if (this.#joining === joining) this.#joining = null;
    }
    this.#roomId = roomId;
    for (const other of this.#engine.network.others(roomId, this.#engine)) {
      if (other.connected) this.find(other);
    }
  }

  async leave(): Promise<void> {
    this.#joining?.abort(new CallError('aborted'));
    this.#stopGivingUp();
    if (this.#roomId !== 0) for (const other of [...this.#members.keys()]) other.room.#part(this.#engine, false);
    this.#roomId = 0;
    this.#members.clear();
    this.#heard.clear();
    this.#published.clear();
    this.#muted.clear();
  }

  async publish(kind: MediaKind, track: MediaTrack): Promise<void> {
    this.#published.set(kind, { track, muted: this.#muted.has(kind) });
    for (const other of this.#members.keys()) other.room.#hear(this.#engine, kind);
  }

  async unpublish(kind: MediaKind): Promise<void> {
    this.#published.delete(kind);
    for (const other of this.#members.keys()) other.room.#hear(this.#engine, kind);
  }

  setMuted(kind: MediaKind, muted: boolean): void {
    if (muted) this.#muted.add(kind);
    else this.#muted.delete(kind);
    const publication = this.#published.get(kind);
    if (!publication) return;
    this.#published.set(kind, { ...publication, muted });
    for (const other of this.#members.keys()) other.room.#hear(this.#engine, kind);
  }

  /** What was set last. */
  quality: VideoQuality = 'auto';

  setQuality(quality: VideoQuality): void {
    this.quality = quality;
  }

  /** Somebody's voice as the room measures it: 0 to 100, oneself as ''. */
  reportVolume(levels: readonly { readonly userId: string; readonly volume: number }[]): void {
    if (this.#roomId !== 0) this.emit({ type: 'volume', levels });
  }

  connectionLost(): void {
    if (this.#roomId === 0) return;
    this.emit({ type: 'connection', state: 'reconnecting' });
    const { network } = this.#engine;
    network.clock.after(network.detectAfter, () => {
      if (!this.#engine.connected) for (const other of [...this.#members.keys()]) other.room.#part(this.#engine, true);
    });
    this.#stopGivingUp = network.clock.after(GIVE_UP_MS, () => {
      void this.leave();
      this.emit({ type: 'connection', state: 'lost' });
    });
  }

  connectionBack(): void {
    this.#stopGivingUp();
    if (this.#roomId === 0) return;
    this.emit({ type: 'connection', state: 'connected' });
    const present = new Set(this.#engine.network.others(this.#roomId, this.#engine));
    for (const member of [...this.#members.keys()]) if (!present.has(member)) this.#part(member, false);
    for (const other of present) this.find(other);
    // Whose path went away meanwhile was not noticed here, and is now.
    const { network, userId } = this.#engine;
    for (const member of [...this.#members.keys()]) {
      if (network.areSeparated(userId, member.userId)) network.clock.after(network.detectAfter, () => this.lose(member));
    }
  }

  /** @internal The path to `other` is there, again or for the first time. */
  find(other: MemoryEngine): void {
    const { network, userId } = this.#engine;
    // Whoever lost their session is about to leave, and is nobody any more.
    if (userId === '' || other.userId === '' || this.#roomId === 0 || other.room.roomId !== this.#roomId || network.areSeparated(userId, other.userId)) return;
    other.room.#meet(this.#engine);
    this.#meet(other);
    // What changed while the path was gone.
    for (const kind of KINDS) {
      other.room.#hear(this.#engine, kind);
      this.#hear(other, kind);
    }
  }

  /** @internal The path to `other` has been gone for too long. */
  lose(other: MemoryEngine): void {
    if (this.#engine.network.areSeparated(this.#engine.userId, other.userId)) this.#part(other, true);
  }

  silence(): void {
    this.clear();
    this.#stopGivingUp();
  }

  #meet(other: MemoryEngine): void {
    if (this.#members.has(other)) return;
    // The same user by another device, or after a restart: the first one is over.
    for (const [member, userId] of [...this.#members]) if (userId === other.userId) this.#part(member, true);
    this.#members.set(other, other.userId);
    this.emit({ type: 'entered', userId: other.userId });
    this.emit({ type: 'link', userId: other.userId, state: 'connected' });
  }

  #part(other: MemoryEngine, gone: boolean): void {
    const userId = this.#members.get(other);
    if (!this.#engine.connected || userId === undefined) return;
    this.#members.delete(other);
    this.#heard.delete(other);
    this.emit({ type: 'left', userId, gone });
  }

  #hear(other: MemoryEngine, kind: MediaKind): void {
    if (!this.#members.has(other) || !this.#engine.connected || !other.connected) return;
    const publication = other.room.#published.get(kind);
    if (this.#heard.get(other)?.get(kind) === publication) return;
    this.#heard.set(other, (this.#heard.get(other) ?? new Map()).set(kind, publication));
    this.emit({ type: 'track', userId: other.userId, kind, track: publication?.track ?? null });
    this.emit({ type: 'available', userId: other.userId, kind, available: publication !== undefined && !publication.muted });
  }
}
