/** UNOFFICIAL AND LOCAL. One user in one room of the stand-in: their socket, what they publish, what they receive. */
import { Downlink, Uplink } from './sfu.js';
import type { Outlet } from './service.js';
import { FLAGS, recordAt } from './wire.js';

/** What a client says it publishes, in its own words. */
const SOURCES = { audio: FLAGS.audio, bigVideo: FLAGS.video, smallVideo: FLAGS.small, auxVideo: FLAGS.screen } as const;
/** In `mute_uplink` true means muted. */
const MUTES = { audio: FLAGS.audioMuted, bigVideo: FLAGS.videoMuted } as const;

const bits = (words: Readonly<Record<string, number>>, said: Readonly<Record<string, unknown>>): number =>
  Object.entries(words).reduce((sum, [word, bit]) => sum | (said[word] === true ? bit : 0), 0);

export class Member {
  readonly userId: string;
  readonly roomId: string;
  readonly tinyId: string;
  /** undefined while the socket is down and the place in the room is kept. */
  outlet: Outlet | undefined;
  #published = 0;
  #muted = 0;
  #uplink: Uplink | undefined;
  readonly #downlinks = new Map<string, Downlink>();

  constructor(userId: string, roomId: string, tinyId: string, outlet: Outlet) {
    this.userId = userId;
    this.roomId = roomId;
    this.tinyId = tinyId;
    this.outlet = outlet;
  }

  get uplink(): Uplink | undefined {
    return this.#uplink;
  }

  /** The bits of push 23; 0 while nothing is published. */
  get flag(): number {
    return this.#uplink ? this.#published | this.#muted : 0;
  }

  async publish(data: Readonly<Record<string, unknown>>, offer: string): Promise<string | null> {
    const uplink = new Uplink();
    this.#uplink?.close();
    this.#uplink = uplink;
    this.#published = bits(SOURCES, recordAt(data, 'state'));
    return uplink.answer(offer);
  }

  changePublished(data: Readonly<Record<string, unknown>>): void {
    this.#published = bits(SOURCES, recordAt(data, 'state'));
  }

  mute(data: Readonly<Record<string, unknown>>): void {
    this.#muted = bits(MUTES, data);
  }

  unpublish(): void {
    this.#uplink?.close();
    this.#uplink = undefined;
    this.#published = 0;
  }

  /** A second subscription to the same publisher replaces the first. */
  async subscribe(publisher: Member, offer: string): Promise<string | null> {
    this.unsubscribe(publisher.tinyId);
    const downlink = new Downlink();
    this.#downlinks.set(publisher.tinyId, downlink);
    return downlink.answer(offer, publisher.uplink);
  }

  unsubscribe(tinyId: string): void {
    this.#downlinks.get(tinyId)?.close();
    this.#downlinks.delete(tinyId);
  }

  /** The publisher has another connection up, or none. */
  async follow(publisher: Member): Promise<void> {
    await this.#downlinks.get(publisher.tinyId)?.follow(publisher.uplink);
  }

  close(): void {
    this.unpublish();
    for (const tinyId of [...this.#downlinks.keys()]) this.unsubscribe(tinyId);
  }
}
