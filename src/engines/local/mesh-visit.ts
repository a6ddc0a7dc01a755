import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import { DEFAULT_CONFIG } from '../../calling/state/core-state.js';
import type { RoomEvent } from '../engine.js';
import { BoundedSet } from './bounded-set.js';
import type { IceSource } from './ice-source.js';
import type { LocalMedia } from './local-media.js';
import { LostStays } from './lost-stays.js';
import { Neighbour } from './neighbour.js';
import { PeerLink, type LinkEvent } from './peer-link.js';
import { RoomHealth } from './room-health.js';
import type { MemberMessage, RoomMessage } from './room-messages.js';
import { isHelloDue, RoomPost } from './room-post.js';
import { RoomVolume } from './room-volume.js';
import type { LocalSession } from './session.js';
import type { Peer } from './transport.js';

/** Besides oneself, as many as the call itself takes. In a mesh everybody sends to everybody: more is for a server. */
const MAX_OTHERS = DEFAULT_CONFIG.maxOthers;
const MAX_FORMER = 256;

export interface MeshVisitOptions {
  readonly session: LocalSession;
  readonly roomId: number;
  readonly topic: string;
  readonly media: LocalMedia;
  readonly configuration: RTCConfiguration;
  /** Where each link gets its ICE servers; null where the configuration has them. */
  readonly iceSource: IceSource | null;
  readonly clock: Clock;
  readonly emit: (event: RoomEvent) => void;
  /** Still at the door: connections are made ready, and nobody hears of it. */
  readonly isWaiting: boolean;
  /** The room cannot be held any longer. */
  readonly onLost: () => void;
}

/**
 * One stay in one room, from `join` to `leave`: who else is there, and a link to each. Who enters says hello to all and
 * is welcomed by each; of every two the smaller user id makes the first offer.
 */
export class MeshVisit {
  readonly #options: MeshVisitOptions;
  readonly #post: RoomPost;
  readonly #neighbours = new Map<string, Neighbour>();
  /** `userId member` of who left or was replaced: a late word of theirs is not an entrance. */
  readonly #former = new BoundedSet<string>(MAX_FORMER);
  readonly #lost = new LostStays();
  readonly #health: RoomHealth<Neighbour>;
  readonly #volume: RoomVolume;
  readonly #stopListening: () => void;
  #over = false;
  #isInside: boolean;

  constructor(options: MeshVisitOptions) {
    this.#options = options;
    this.#isInside = !options.isWaiting;
    const { session, roomId, topic, media, clock } = options;
    this.#post = new RoomPost(session, roomId, topic);
    const neighbours = (): Iterable<Neighbour> => [...this.#neighbours.values()].filter(({ isAnnounced }) => isAnnounced);
    const emit = (event: RoomEvent): void => this.#emit(event);
    this.#health = new RoomHealth({
      clock, neighbours, emit,
      isSignalled: () => session.transport.state === 'connected',
      onGone: (neighbour, silence) => this.#lose(neighbour, silence),
      onLost: options.onLost,
      onPulse: (count) => this.#pulse(count),
    });
    this.#volume = new RoomVolume(media, neighbours, emit);
    this.#stopListening = session.transport.listen((event) => {
      // Whoever came, went or changed while the connection was lost has not heard of us, nor we of them.
      if (event.type === 'connection' && event.state === 'connected') this.#call();
    });
    this.#call();
  }

  get isWaiting(): boolean {
    return !this.#isInside;
  }

  get roomId(): number {
    return this.#post.roomId;
  }

  /** Comes in from the door. */
  enter(): void {
    if (this.#isInside) return;
    this.#isInside = true;
    this.#call();
    for (const neighbour of this.#neighbours.values()) {
      this.#post.say(neighbour, { type: 'welcome', media: this.#options.media.state });
      this.#admit(neighbour);
    }
  }

  /** Every second. */
  #pulse(count: number): void {
    if (isHelloDue(count)) this.#call();
    for (const { link } of this.#neighbours.values()) link.ripen();
  }

  /** Makes oneself known to whoever is there. */
  #call(): void {
    if (this.#isInside) this.#post.sayHello(this.#options.media);
    else this.#post.knock();
  }

  /** Whether a word is for this stay. */
  isMeant({ roomId, to }: RoomMessage): boolean {
    return roomId === this.#post.roomId && (to === '' || to === this.#post.member);
  }

  receive(from: Peer, { member, to, message }: RoomMessage): void {
    if (this.#over || from.userId === this.#options.session.self.userId) return;
    if (message.type === 'full') this.#onFull();
    else if (message.type === 'bye') this.#onBye(from, member);
    else if (message.type === 'again') this.#onAgain(from, member);
    else if (!this.#isOver(from, member, message.type === 'hello', to === '')) this.#onWord(from, member, message);
  }

  /** Leaves with a word to everybody. Nothing is emitted any more; resolves when every connection is closed. */
  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.#health.close();
    this.#volume.close();
    this.#stopListening();
    const neighbours = [...this.#neighbours.values()];
    for (const neighbour of neighbours) {
      neighbour.stop();
      this.#post.say(neighbour, { type: 'bye' });
    }
    this.#neighbours.clear();
    this.#options.session.transport.leave(this.#options.topic);
    await Promise.all(neighbours.map(({ link }) => link.end()));
  }

  #emit(event: RoomEvent): void {
    if (!this.#over && this.#isInside) this.#options.emit(event);
  }

  // —— what the others say ————————————————————————————————————————————————————————————————————————————————————

  #onFull(): void {
    this.#emit({ type: 'error', error: new CallError('call-full') });
    this.#options.onLost();
  }

  #onBye({ userId }: Peer, member: string): void {
    const neighbour = this.#neighbours.get(userId);
    if (neighbour?.member === member) this.#remove(neighbour, false);
    else this.#former.add(stayOf(userId, member));
  }

  /** They have given up this stay of ours; the connection to them is over as well, and a new one begins with a hello. */
  #onAgain(from: Peer, member: string): void {
    const stay = stayOf(from.userId, member);
    if (this.#former.has(stay) || !this.#isInside) return;
    const neighbour = this.#neighbours.get(from.userId);
    if (neighbour?.member === member) this.#lose(neighbour);
    this.#lost.forget(stay);
    this.#post.say({ ...from, member }, { type: 'hello', media: this.#options.media.state });
  }

  /** Whether a word comes from a stay that is over. Who was given up and is back says so by a hello to us alone. */
  #isOver(from: Peer, member: string, isHello: boolean, isForAll: boolean): boolean {
    const stay = stayOf(from.userId, member);
    if (this.#former.has(stay)) return true;
    if (!this.#lost.has(stay)) return false;
    if (isHello && !isForAll) this.#lost.forget(stay);
    else if (isHello && this.#isInside && this.#lost.isToAsk(stay, this.#options.clock.now())) this.#post.say({ ...from, member }, { type: 'again' });
    return this.#lost.has(stay);
  }

  #onWord(from: Peer, member: string, message: Exclude<MemberMessage, { type: 'full' | 'bye' | 'again' }>): void {
    // Of two who wait neither has come yet: they have nothing to do with each other.
    if (message.type === 'knock' && !this.#isInside) return;
    const isComing = message.type === 'hello' || message.type === 'welcome';
    const neighbour = this.#meet(from, member, isComing);
    if (!neighbour) {
      if (message.type === 'hello') this.#post.say({ ...from, member }, { type: 'full' });
      return;
    }
    if (message.type === 'hello' || message.type === 'knock') this.#post.say(neighbour, this.#isInside ? { type: 'welcome', media: this.#options.media.state } : { type: 'knock' });
    if (message.type === 'knock') return;
    if (message.type === 'hello' || message.type === 'welcome') {
      neighbour.isInside = true;
      this.#admit(neighbour);
      neighbour.onMedia(message.media);
    } else neighbour.link.receive(message);
  }

  /** They are in the room, and so are we. */
  #admit(neighbour: Neighbour): void {
    if (!this.#isInside || !neighbour.isInside || neighbour.isAnnounced) return;
    neighbour.link.open();
    neighbour.announce(this.#options.clock.now());
  }

  #onLink(neighbour: Neighbour, event: LinkEvent): void {
    switch (event.type) {
      case 'state':
        neighbour.onLink(event.state, this.#options.clock.now());
        return this.#health.review();
      case 'tracks': return neighbour.refresh();
      case 'media': return neighbour.onMedia(event.media);
      case 'bye': return this.#remove(neighbour, false);
      case 'unusable': return this.#emit({ type: 'error', error: event.error });
      case 'broken': return this.#onBroken(neighbour, event.error);
      default: return event satisfies never;
    }
  }

  /** What they said makes no connection: without them the others can go on. */
  #onBroken(neighbour: Neighbour, cause: unknown): void {
    this.#emit({ type: 'error', error: new CallError('peer-unreachable', { detail: `The negotiation with ${neighbour.userId} failed.`, cause }) });
    this.#post.say(neighbour, { type: 'bye' });
    this.#remove(neighbour, true);
  }

  // —— who is here ————————————————————————————————————————————————————————————————————————————————————————————

  /** The neighbour who speaks, made known where they are new; undefined where no place is left. */
  #meet(peer: Peer, member: string, isComing: boolean): Neighbour | undefined {
    const known = this.#neighbours.get(peer.userId);
    if (known?.member === member) {
      if (!known.isPresent) this.#watch(known);
      return known;
    }
    // The same user by another session, or in a second stay: the first one ended without a word that came here.
    if (known) this.#remove(known, true);
    return this.#neighbours.size < MAX_OTHERS ? this.#add(peer, member, isComing) : undefined;
  }

  #add(peer: Peer, member: string, isComing: boolean): Neighbour {
    const { session, media, configuration, iceSource, clock } = this.#options;
    const link = new PeerLink({
      offers: session.self.userId < peer.userId, isOpen: isComing && this.#isInside, configuration, iceSource, media, clock,
      send: (message) => neighbour.keep((delivered) => this.#post.say(neighbour, message, Infinity, delivered)),
    });
    const neighbour = new Neighbour({ peer, member, link, now: clock.now(), emit: (event) => this.#emit(event) });
    this.#neighbours.set(peer.userId, neighbour);
    this.#watch(neighbour);
    link.listen((event) => this.#onLink(neighbour, event));
    this.#share();
    return neighbour;
  }

  /** They are silent on every way; should they be heard again, they may come in again. */
  #lose(neighbour: Neighbour, silence?: number): void {
    if (this.#neighbours.get(neighbour.userId) !== neighbour) return;
    this.#lost.add(stayOf(neighbour.userId, neighbour.member));
    this.#depart(neighbour, true, silence);
  }

  #remove(neighbour: Neighbour, gone: boolean): void {
    if (this.#neighbours.get(neighbour.userId) !== neighbour) return;
    this.#former.add(stayOf(neighbour.userId, neighbour.member));
    this.#depart(neighbour, gone);
  }

  #depart(neighbour: Neighbour, gone: boolean, silence?: number): void {
    this.#neighbours.delete(neighbour.userId);
    neighbour.link.close();
    neighbour.stop();
    neighbour.depart(gone, silence);
    this.#share();
    this.#health.review();
  }

  #watch(neighbour: Neighbour): void {
    neighbour.isPresent = true;
    neighbour.stopWatching();
    neighbour.stopWatching = this.#options.session.watch(neighbour.peer, () => void this.#health.doubt(neighbour));
  }

  /** Divides the uplink. */
  #share(): void {
    for (const { link } of this.#neighbours.values()) link.share(this.#neighbours.size);
  }
}

const stayOf = (userId: string, member: string): string => `${userId} ${member}`;
