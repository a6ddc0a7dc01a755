import type { LinkState, MediaKind, NetworkQuality } from '../../calling/state/call-state.js';
import type { RoomEvent } from '../engine.js';
import { gradeOf, LinkProbe, silenceOf } from './link-quality.js';
import { SECTIONS } from './link-media.js';
import type { PeerLink } from './peer-link.js';
import type { MediaState } from './room-messages.js';
import type { Peer } from './transport.js';

/** One other person in the room as this side knows them, and the news about them. */
export class Neighbour {
  readonly peer: Peer;
  /** Their stay in the room: who comes back is another member. */
  readonly member: string;
  readonly link: PeerLink;
  /** Their session lives, as far as is known. */
  isPresent = true;
  /** They have come in; else they are at the door. */
  isInside = false;
  stopWatching: () => void = () => {};
  /** When the media path went away, or was first sought; null while it is there. */
  pathlessSince: number | null;
  readonly #emit: (event: RoomEvent) => void;
  readonly #probe = new LinkProbe();
  readonly #tracks = new Map<MediaKind, MediaStreamTrack>();
  readonly #available = new Set<MediaKind>();
  /** Takes back what is on its way to them. */
  readonly #underWay = new Set<() => void>();
  #media: MediaState | null = null;
  #quality: NetworkQuality = 0;
  #isAnnounced = false;

  constructor({ peer, member, link, now, emit }: { readonly peer: Peer; readonly member: string; readonly link: PeerLink; readonly now: number; readonly emit: (event: RoomEvent) => void }) {
    this.peer = peer;
    this.member = member;
    this.link = link;
    this.pathlessSince = now;
    this.#emit = (event) => { if (this.#isAnnounced) emit(event); };
  }

  get userId(): string {
    return this.peer.userId;
  }

  get sessionId(): string {
    return this.peer.sessionId;
  }

  /** It was told that they are here. */
  get isAnnounced(): boolean {
    return this.#isAnnounced;
  }

  /** Tells that they are here, and what is known of them already. */
  announce(now: number): void {
    if (this.#isAnnounced) return;
    this.#isAnnounced = true;
    this.#emit({ type: 'entered', userId: this.userId });
    this.onLink(this.link.state, now);
    for (const [kind, track] of this.#tracks) this.#emit({ type: 'track', userId: this.userId, kind, track });
    for (const kind of this.#available) this.#emit({ type: 'available', userId: this.userId, kind, available: true });
  }

  /** They are to be heard. */
  get hasAudio(): boolean {
    return this.#available.has('audio');
  }

  /** What they publish; what is older than the last word is dropped. */
  onMedia(media: MediaState): void {
    if (this.#media && media.revision <= this.#media.revision) return;
    this.#media = media;
    this.refresh();
  }

  /** Tells what has changed of tracks and availability. */
  refresh(): void {
    for (const [kind] of SECTIONS) {
      const publication = this.#media?.[kind] ?? 'off';
      this.#setTrack(kind, publication === 'off' ? undefined : this.link.receiver(kind)?.track);
      this.#setAvailable(kind, publication === 'on');
    }
  }

  onLink(state: LinkState, now: number): void {
    if (state === 'connected') this.pathlessSince = null;
    else this.pathlessSince ??= now;
    this.#emit({ type: 'link', userId: this.userId, state });
    if (state === 'reconnecting') this.#setQuality(6);
  }

  /** Reads the statistics and tells how good the way down is. Gives the grade of the way up. */
  async measure(): Promise<NetworkQuality> {
    if (this.link.state !== 'connected') return 0;
    const stats = await this.link.getStats();
    if (!stats || this.link.state !== 'connected') return 0;
    const { roundTrip, lossDown, lossUp } = this.#probe.read(stats);
    this.#setQuality(gradeOf(roundTrip, lossDown));
    return gradeOf(roundTrip, lossUp);
  }

  /** Milliseconds for which nothing has come from them, where that is known. */
  async silence(): Promise<number | undefined> {
    const stats = await this.link.getStats();
    return stats && silenceOf(stats);
  }

  /** Remembers a message on its way, so that it goes no further than their stay. `send` is given what to call on delivery. */
  keep(send: (delivered: () => void) => () => void): void {
    const takeBack = send(() => this.#underWay.delete(takeBack));
    this.#underWay.add(takeBack);
  }

  /** Gives back what they took here, apart from the link. */
  stop(): void {
    this.stopWatching();
    for (const takeBack of this.#underWay) takeBack();
    this.#underWay.clear();
  }

  /** The last news of them. `gone`: they left without a word, after so many ms of `silence`. */
  depart(gone: boolean, silence?: number): void {
    for (const [kind] of SECTIONS) this.#setTrack(kind, undefined);
    this.#emit({ type: 'left', userId: this.userId, gone, ...(silence === undefined ? {} : { silence }) });
  }

  #setTrack(kind: MediaKind, track: MediaStreamTrack | undefined): void {
    if (this.#tracks.get(kind) === track) return;
    if (track) this.#tracks.set(kind, track);
    else this.#tracks.delete(kind);
    this.#emit({ type: 'track', userId: this.userId, kind, track: track ?? null });
  }

  #setAvailable(kind: MediaKind, available: boolean): void {
    if (this.#available.has(kind) === available) return;
    if (available) this.#available.add(kind);
    else this.#available.delete(kind);
    this.#emit({ type: 'available', userId: this.userId, kind, available });
  }

  #setQuality(quality: NetworkQuality): void {
    if (this.#quality === quality) return;
    this.#quality = quality;
    this.#emit({ type: 'quality', userId: this.userId, quality });
  }
}
