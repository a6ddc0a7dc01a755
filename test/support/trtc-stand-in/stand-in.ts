/**
 * UNOFFICIAL AND LOCAL: a stand-in of the TRTC signalling and media servers for tests, in a page, without a server process
 * and without a network. It makes the real, unmodified trtc-js-sdk 4.15.22 join, publish, subscribe, mute, reconnect, be
 * kicked and leave. It knows what this client reads, not what Tencent's service does: passing against it is no proof
 * against the cloud.
 */
import { Faults } from './faults.js';
import { Member } from './member.js';
import { Members } from './members.js';
import type { Inlet, Outlet, TrtcService } from './service.js';
import { ANCHOR, type ClientFrame, isRecord, parseClientFrame, PUSHES, REPLIES, textAt } from './wire.js';

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
  readonly #members = new Members();
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
    const known = returns ? this.#members.find(userId, roomId) : undefined;
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

  /** Everybody in the room, in the order of joining. */
  usersOf(roomId: number): string[] {
    return this.#members.room(String(roomId)).map(({ userId }) => userId);
  }

  kick(userId: string, reason: BanReason): void {
    const member = this.#members.find(userId);
    if (!member) return;
    this.#push(member, PUSHES.banned, { reason: reason.replace('-', '_') });
    this.#remove(member);
  }

  /** Breaks the socket as a dead network does; the place in the room is kept for a while. `stay`: it cannot be opened again. */
  breakSocket(userId: string, stay = false): void {
    if (stay) this.offline.add(userId);
    this.#members.find(userId)?.outlet?.close(1006);
  }

  /** Ends the media that a publisher sends, without a word. */
  breakUplink(userId: string): void {
    this.#members.find(userId)?.uplink?.close();
  }

  dispose(): void {
    this.faults.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#members.clear();
  }

  async #serve(member: Member, frame: ClientFrame): Promise<void> {
    const refusal = this.faults.refusal({ direction: 'up', userId: member.userId, cmd: frame.cmd });
    if (refusal !== undefined) return this.#reply(member, frame, {}, refusal);
    const sdp = textAt(frame.data, 'sdp');
    const other = this.#members.peers(member).find(({ tinyId }) => tinyId === textAt(frame.data, 'srcTinyId'));
    switch (frame.cmd) {
      case 'join': return this.#join(member, frame);
      case 'leave': return this.#remove(member);
      case 'quality_report': return this.#push(member, PUSHES.uplinkQuality, ALL_ARRIVED);
      case 'get_user_list': return this.#reply(member, frame, { userList: this.#members.users(member) });
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
    await Promise.all(this.#members.room(member.roomId).map((subscriber) => subscriber.follow(member)));
    this.#tellPublishers(member.roomId);
  }

  #join(member: Member, frame: ClientFrame): void {
    const elsewhere = this.#members.find(member.userId, member.roomId);
    if (elsewhere) this.kick(member.userId, 'kick');
    this.#members.add(member);
    this.#reply(member, frame, { relayOuterIp: '127.0.0.1', relayInnerIp: '127.0.0.1', relayPort: 1, publishers: this.#members.publishers(member) });
    for (const peer of this.#members.peers(member)) this.#push(peer, PUSHES.peerJoin, { userId: member.userId, srcTinyId: member.tinyId, role: ANCHOR });
  }

  #remove(member: Member, reason = SAID_SO): void {
    clearTimeout(this.#timers.get(member));
    this.#timers.delete(member);
    member.close();
    if (!this.#members.delete(member)) return;
    for (const peer of this.#members.peers(member)) {
      peer.unsubscribe(member.tinyId);
      this.#push(peer, PUSHES.peerLeave, { userId: member.userId, srcTinyId: member.tinyId, reason });
    }
    this.#tellPublishers(member.roomId);
  }

  #tellPublishers(roomId: string): void {
    for (const member of this.#members.room(roomId)) this.#push(member, PUSHES.publishers, { userList: this.#members.publishers(member) });
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
