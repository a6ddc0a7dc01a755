import type { Credentials, Engine, RoomEvent, SignalingEvent } from '../../src/engines/engine.js';
import type { MediaTrack } from '../../src/calling/tracks.js';
import type { MediaKind } from '../../src/calling/state/call-state.js';

/** A place where engines reach each other, as one setup of the contract suite makes it. */
export interface World {
  /**
   * A new engine. `mortal`: it may be given to `kill`. `device`: engines that name the same one are pages of one browser,
   * without it each is on a device of its own, where the world has several.
   */
  engine(options?: { readonly mortal?: boolean; readonly device?: string }): Promise<Engine>;
  /** A login that the service of this engine refuses. */
  readonly refused: Credentials;
  /** What a crash of its page is: it says nothing more, and gives back nothing. */
  kill(engine: Engine): void;
  /** Resolves when `condition` holds; rejects with `what` and what was seen instead when it does not in time. */
  until(condition: () => boolean, what: () => string, ms?: number): Promise<void>;
  /** false where the service tells that somebody left, but not whether they said so: `gone` is false then. */
  readonly tellsGone?: boolean;
  /** Lets time pass in which nothing must happen. */
  pass(ms: number): Promise<void>;
  /** A track of that kind from the engine's own devices, or one that stands for it. */
  track(engine: Engine, kind: MediaKind): Promise<MediaTrack>;
  /** Whether what is received is really played; undefined where tracks are only names. */
  readonly playing: ((track: MediaTrack) => Promise<void>) | undefined;
  /** Plays until the returned function is called: some browsers measure only what is heard. */
  play(track: MediaTrack): () => void;
  /** Makes the engine's open microphone hear something, where it does not by itself. */
  speak(engine: Engine): void;
  /** false where the browser cannot tell how loud it is: the level is told, and is 0. True unless said. */
  readonly hears?: () => Promise<boolean>;
  /** After `close`: rejects when something is left of what the engines took. */
  assertReleased(): Promise<void>;
  /** Disposes every engine. */
  close(): Promise<void>;
}

/** What a service cannot do, and no engine on it can promise. */
export interface ContractTraits {
  /** false where nobody tells whom an invitation reached, nor that somebody vanished: `delivered` and `vanished` never come. */
  readonly presence?: boolean;
  /** false where a user has one page at a time: a second one ends the first. */
  readonly pages?: boolean;
  /** false where there is but one device. */
  readonly devices?: boolean;
  /** How exactly the service knows the time, ms: so much later is what has rung out surely over. */
  readonly clockGrain?: number;
}

/** Everybody of one suite has ids of their own, so that tests which run beside each other never meet. */
let lastWorld = 0;
export const uniqueNames = (): ((name: string) => string) => {
  const suffix = `${Date.now().toString(36)}${++lastWorld}`;
  return (name) => `${name}-${suffix}`;
};

export const uniqueRoom = (): number => 1 + Math.floor(Math.random() * 2_000_000_000);

/** Somebody with an engine, and everything that the engine said. */
export class Person {
  readonly userId: string;
  readonly engine: Engine;
  readonly signals: SignalingEvent[] = [];
  readonly room: RoomEvent[] = [];
  readonly tracks = new Map<string, MediaTrack>();
  readonly #world: World;

  constructor(world: World, engine: Engine, userId: string) {
    this.#world = world;
    this.engine = engine;
    this.userId = userId;
    engine.signaling.listen((event) => this.signals.push(event));
    engine.room.listen((event) => {
      this.room.push(event);
      if (event.type !== 'track') return;
      const key = `${event.userId} ${event.kind}`;
      if (event.track) this.tracks.set(key, event.track);
      else this.tracks.delete(key);
    });
  }

  async login(): Promise<this> {
    await this.engine.signaling.login({ sdkAppId: 1, userId: this.userId, userSig: 'signature' }, never());
    return this;
  }

  invite(inviteId: string, invitees: readonly Person[], { timeout = 30, data = `{"invite":"${inviteId}"}` } = {}): Promise<void> {
    return this.engine.signaling.invite({ inviteId, invitees: invitees.map(({ userId }) => userId), groupId: '', data, timeout }, never());
  }

  async publish(kind: MediaKind): Promise<MediaTrack> {
    const track = await this.#world.track(this.engine, kind);
    await this.engine.room.publish(kind, track);
    return track;
  }

  signalsOf<T extends SignalingEvent['type']>(type: T): Extract<SignalingEvent, { type: T }>[] {
    return this.signals.filter((event): event is Extract<SignalingEvent, { type: T }> => event.type === type);
  }

  roomEventsOf<T extends RoomEvent['type']>(type: T): Extract<RoomEvent, { type: T }>[] {
    return this.room.filter((event): event is Extract<RoomEvent, { type: T }> => event.type === type);
  }

  /** Resolves with the first signalling event, past or to come, that fits. */
  async hears<T extends SignalingEvent['type']>(type: T, fits: (event: Extract<SignalingEvent, { type: T }>) => boolean = () => true, ms?: number): Promise<Extract<SignalingEvent, { type: T }>> {
    const find = (): Extract<SignalingEvent, { type: T }> | undefined => this.signalsOf(type).find(fits);
    await this.#world.until(() => find() !== undefined, () => `${this.userId} to hear "${type}", heard ${list(this.signals)}`, ms);
    const event = find();
    if (!event) throw new Error('It was there a moment ago.');
    return event;
  }

  /** The same for the room. */
  async sees<T extends RoomEvent['type']>(type: T, fits: (event: Extract<RoomEvent, { type: T }>) => boolean = () => true, ms?: number): Promise<Extract<RoomEvent, { type: T }>> {
    const find = (): Extract<RoomEvent, { type: T }> | undefined => this.roomEventsOf(type).find(fits);
    await this.#world.until(() => find() !== undefined, () => `${this.userId} to see "${type}", saw ${list(this.room)}`, ms);
    const event = find();
    if (!event) throw new Error('It was there a moment ago.');
    return event;
  }

  /** Resolves when the last word about `kind` of `other` is `available`. */
  async seesAvailable(other: Person, kind: MediaKind, available: boolean, ms?: number): Promise<void> {
    const last = (): boolean => this.roomEventsOf('available').findLast((event) => event.userId === other.userId && event.kind === kind)?.available ?? false;
    await this.#world.until(() => last() === available, () => `${this.userId} to see ${other.userId}'s ${kind} ${available ? '' : 'not '}available, saw ${list(this.room)}`, ms);
  }

  trackOf(other: Person, kind: MediaKind): MediaTrack | undefined {
    return this.tracks.get(`${other.userId} ${kind}`);
  }

  /** Resolves with the track when `kind` of `other` is available and its track is there: either may come first. */
  async receives(other: Person, kind: MediaKind): Promise<MediaTrack> {
    await this.seesAvailable(other, kind, true);
    await this.#world.until(() => this.trackOf(other, kind) !== undefined, () => `${this.userId} to receive ${kind} of ${other.userId}`);
    const track = this.trackOf(other, kind);
    if (!track) throw new Error('It was there a moment ago.');
    return track;
  }
}

/** A signal that does not abort. */
export const never = (): AbortSignal => new AbortController().signal;

/** {@link World.until} in real time. */
export async function until(condition: () => boolean, what: () => string, ms = 15_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited ${ms} ms for ${what()}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

const list = (events: readonly (SignalingEvent | RoomEvent)[]): string =>
  JSON.stringify(events.filter(({ type }) => type !== 'volume').slice(-30), (key, value: unknown) => (key === 'track' && value ? 'track' : value));
