/**
 * UNOFFICIAL AND LOCAL: a stand-in of the TRTC signalling and media servers for tests, in a page, without a server process
 * and without a network. It makes the real, unmodified trtc-js-sdk 4.15.22 join, publish, subscribe, mute, reconnect, be
 * kicked and leave. It knows what this client reads, not what Tencent's service does: passing against it is no proof
 * against the cloud.
 */
import { Faults } from './faults.js';
import { Member, type Outlet } from './member.js';
import { ANCHOR, type ClientFrame, isRecord, parseClientFrame, PUSHES, REPLIES, textAt } from './wire.js';

/** The stand-in's end of a socket: what the client says, and that it is gone. */
export interface Inlet {
  receive(text: string): void;
  closed(): void;
}

/** What a page needs of the stand-in, whether it runs here or in another page. */
export interface TrtcService {
  /** The answer to the client's first question: where to connect. */
  schedule(): Promise<unknown>;
  /** undefined: nobody answers there. */
  connect(url: URL, outlet: Outlet): Inlet | undefined;
}

/** `kick`: the same user came again, or an operator; the others say what they are. */
export type BanReason = 'kick' | 'banned' | 'room-disband';

/** Why somebody left, as the SDK logs it. It does not tell its user. */
const SAID_SO = 0;
const TIMED_OUT = 1;

/** What the service says it got of what a publisher sent: every packet. */
const ALL_ARRIVED = { expectAudPkg: 100, recvAudPkg: 100, expectVidPkg: 100, recvVidPkg: 100, delay: 0, rtt: 10 };

export class UnofficialTrtcStandIn implements TrtcService {
  readonly faults = new Faults();
  /** Set to let the first question fail with this code. */
  scheduleCode = 0;
  /** How long the place of somebody whose socket broke is kept, in ms. */
  grace = 30_000;
  /** Users whose network is down: their sockets break and cannot be opened. */
  readonly offline = new Set<string>();
  readonly #members = new Set<Member>();
  readonly #timers = new Map<Member, ReturnType<typeof setTimeout>>();
  #lastTinyId = 144_115_000;

  async schedule(): Promise<unknown> {
    const data = { domains: ['main.stand-in.invalid', 'backup.stand-in.invalid'], iceServers: [], iceTransportPolicy: 'all', trtcAutoConf: {}, config: { scheduleCache: false } };
    return { code: this.scheduleCode, message: this.scheduleCode ? 'refused by the stand-in' : '', data };
  }

  connect(url: URL, outlet: Outlet): Inlet | undefined {
    const userId = url.searchParams.get('userId') ?? '';
    if (this.offline.has(userId)) return undefined;
    const roomId = url.searchParams.get('roomId') ?? '';
    const returns = url.searchParams.get('rc') === '1';
    const known = returns ? this.find(userId, roomId) : undefined;
    const member = known ?? new Member(userId, roomId, String(++this.#lastTinyId), outlet);
    member.outlet = outlet;
    clearTimeout(this.#timers.get(member));
    this.#push(member, PUSHES.setup, { clientIp: '127.0.0.1', signalInnerIp: '127.0.0.1', svrTime: Date.now() });
    // Whoever has been forgotten joins anew, by itself.
    if (returns) this.#send(member, PUSHES.reconnected, { tinyId: member.tinyId }, 0, known ? 0 : -1);
    return {
      receive: (text) => {
        const frame = parseClientFrame(text);
        if (frame) this.faults.carry({ direction: 'up', userId, cmd: frame.cmd }, () => void this.#serve(member, frame));
      },
      closed: () => {
        if (member.outlet !== outlet) return;
        member.outlet = undefined;
        this.#timers.set(member, setTimeout(() => this.#remove(member, TIMED_OUT), this.grace));
      },
    };
  }

  /** The user's place in a room; without `roomId` in whichever they are. */
  find(userId: string, roomId?: string): Member | undefined {
    return [...this.#members].find((member) => member.userId === userId && (roomId ?? member.roomId) === member.roomId);
  }

  /** Everybody in the room, in the order of joining. */
  usersOf(roomId: number): string[] {
    return this.#room(String(roomId)).map(({ userId }) => userId);
  }

  kick(userId: string, reason: BanReason): void {
    const member = this.find(userId);
    if (!member) return;
    this.#push(member, PUSHES.banned, { reason: reason.replace('-', '_') });
    this.#remove(member);
  }

  /** Breaks the socket as a dead network does; the place in the room is kept for a while. `stay`: it cannot be opened again. */
  breakSocket(userId: string, stay = false): void {
    if (stay) this.offline.add(userId);
    this.find(userId)?.outlet?.close(1006);
  }

  /** Ends the media that a publisher sends, without a word. */
  breakUplink(userId: string): void {
    this.find(userId)?.uplink?.close();
  }

  dispose(): void {
    this.faults.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const member of this.#members) member.close();
    this.#timers.clear();
    this.#members.clear();
  }

  async #serve(member: Member, frame: ClientFrame): Promise<void> {
    const refusal = this.faults.refusal({ direction: 'up', userId: member.userId, cmd: frame.cmd });
    if (refusal !== undefined) return this.#reply(member, frame, {}, refusal);
    const sdp = textAt(frame.data, 'sdp');
    const other = this.#publisher(member, textAt(frame.data, 'srcTinyId'));
    switch (frame.cmd) {
      case 'join': return this.#join(member, frame);
      case 'leave': return this.#remove(member);
      case 'quality_report': return this.#push(member, PUSHES.uplinkQuality, ALL_ARRIVED);
      case 'get_user_list': return this.#reply(member, frame, { userList: this.#users(member) });
      case 'publish': this.#answer(member, frame, await member.publish(frame.data, sdp)); break;
      case 'publish_state_change': member.changePublished(frame.data); this.#reply(member, frame); break;
      case 'unpublish': member.unpublish(); this.#reply(member, frame); break;
      case 'mute_uplink': member.mute(frame.data); this.#reply(member, frame); break;
      case 'subscribe':
        if (!other) return this.#reply(member, frame, {}, -1);
        return this.#answer(member, frame, await member.subscribe(other, sdp), { srcTinyId: other.tinyId });
      case 'unsubscribe': member.unsubscribe(textAt(frame.data, 'srcTinyId')); return this.#reply(member, frame);
      default: return this.#reply(member, frame);
    }
    await Promise.all(this.#room(member.roomId).map((subscriber) => subscriber.follow(member)));
    this.#tellPublishers(member.roomId);
  }

  #join(member: Member, frame: ClientFrame): void {
    const elsewhere = this.find(member.userId, member.roomId);
    if (elsewhere) this.kick(member.userId, 'kick');
    this.#members.add(member);
    this.#reply(member, frame, { relayOuterIp: '127.0.0.1', relayInnerIp: '127.0.0.1', relayPort: 1, publishers: this.#publishers(member) });
    for (const peer of this.#peers(member)) this.#push(peer, PUSHES.peerJoin, { userId: member.userId, srcTinyId: member.tinyId, role: ANCHOR });
  }

  #remove(member: Member, reason = SAID_SO): void {
    clearTimeout(this.#timers.get(member));
    this.#timers.delete(member);
    member.close();
    if (!this.#members.delete(member)) return;
    for (const peer of this.#peers(member)) {
      peer.unsubscribe(member.tinyId);
      this.#push(peer, PUSHES.peerLeave, { userId: member.userId, srcTinyId: member.tinyId, reason });
    }
    this.#tellPublishers(member.roomId);
  }

  #tellPublishers(roomId: string): void {
    for (const member of this.#room(roomId)) this.#push(member, PUSHES.publishers, { userList: this.#publishers(member) });
  }

  #publishers(member: Member): unknown[] {
    return this.#peers(member).filter(({ flag }) => flag).map(({ userId, tinyId, flag }) => ({ userId, srcTinyId: tinyId, flag }));
  }

  #users(member: Member): unknown[] {
    return this.#peers(member).map(({ userId, tinyId, flag }) => ({ userId, srcTinyId: tinyId, role: ANCHOR, flag }));
  }

  #publisher(member: Member, tinyId: string): Member | undefined {
    return this.#peers(member).find((peer) => peer.tinyId === tinyId);
  }

  #room(roomId: string): Member[] {
    return [...this.#members].filter((member) => member.roomId === roomId);
  }

  #peers(member: Member): Member[] {
    return this.#room(member.roomId).filter((peer) => peer !== member);
  }

  #reply(member: Member, { cmd, seq }: ClientFrame, data: unknown = {}, code = 0): void {
    const reply = REPLIES[cmd];
    if (reply !== undefined) this.#send(member, reply, data, seq, code);
  }

  /** null: the connection was given up while it was being made. */
  #answer(member: Member, frame: ClientFrame, sdp: string | null, more: Readonly<Record<string, unknown>> = {}): void {
    if (sdp !== null) this.#reply(member, frame, { type: 'answer', sdp, ...more });
  }

  #push(member: Member, cmd: number, data: unknown): void {
    this.#send(member, cmd, data, 0, 0);
  }

  #send(member: Member, cmd: number, data: unknown, seq: number, code: number): void {
    const { outlet, tinyId } = member;
    const extra = isRecord(data) && cmd === PUSHES.setup ? { tinyId } : {};
    const text = JSON.stringify({ cmd, code, message: code ? 'refused by the stand-in' : '', seq, data, ...extra });
    this.faults.carry({ direction: 'down', userId: member.userId, cmd }, () => outlet?.send(text));
  }
}
