import type { Clock } from '../../calling/clock.js';
import type { KickReason, UserProfile } from '../../calling/state/call-state.js';
import type { SignalingEvent } from '../engine.js';
import { sendAnswer } from './im-answer.js';
import { bounded } from './im-bounded.js';
import { toCallError } from './im-errors.js';
import { Lane } from './im-lane.js';
import { listenForNews } from './im-news.js';
import { OutgoingInvitations } from './im-outgoing.js';
import { PROFILES_PER_REQUEST, toProfiles } from './im-profiles.js';
import { Reconnector } from './im-reconnect.js';
import { ImSession, type SessionOptions } from './im-session.js';
import { isRecord } from './im-types.js';
import { SIGNALING_EVENTS, toNetState } from './sdk-events.js';

const REQUEST_MS = 16_000;

export interface DeskOptions extends Omit<SessionOptions, 'onKicked'> {
  readonly emit: (event: SignalingEvent) => void;
  readonly onKicked: (desk: ImDesk, reason: KickReason) => void;
}

/** Everything that belongs to one login: the session, its invitations, its way back to the service. */
export class ImDesk {
  readonly outgoing: OutgoingInvitations;
  readonly #session: ImSession;
  readonly #lane = new Lane();
  readonly #clock: Clock;
  readonly #emit: (event: SignalingEvent) => void;
  /** What came before the login was complete; null once it is. */
  #early: SignalingEvent[] | null = [];

  constructor({ emit, onKicked, ...options }: DeskOptions) {
    this.#clock = options.clock;
    this.#emit = emit;
    this.#session = new ImSession({ ...options, onKicked: (reason) => onKicked(this, reason) });
    this.outgoing = new OutgoingInvitations({
      session: this.#session, lane: this.#lane, clock: this.#clock,
      onMissed: (inviteId, userIds) => this.#tell({ type: 'timed-out', inviteId, userIds }),
    });
    this.#watchConnection();
    listenForNews(this.#session, (event) => this.#tell(event));
  }

  /** Rejects: login-refused, network, timed-out, aborted. */
  async login(signal: AbortSignal): Promise<void> {
    await this.#session.login(signal);
    // After whoever awaits this login: before, an invitation would mean nothing to them.
    this.#clock.after(0, () => {
      const early = this.#early ?? [];
      this.#early = null;
      for (const event of early) this.#tell(event);
    });
  }

  get isOver(): boolean {
    return this.#session.over.aborted;
  }

  get clockOffset(): number {
    return this.#session.clockOffset;
  }

  close(): Promise<void> {
    return this.#session.close();
  }

  async answer(kind: 'accept' | 'reject', inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    const { book, userId: me } = this.#session;
    // From here on an answer by another device of ours comes too late.
    if (book.close(inviteId, [me]).length === 0) return;
    try {
      await sendAnswer(kind, { session: this.#session, lane: this.#lane, clock: this.#clock, sdkId: inviteId, data, signal });
    } catch (thrown) {
      book.reopen(inviteId, me);
      throw thrown;
    }
  }

  async setProfile(nickname: string, avatarUrl: string, signal: AbortSignal): Promise<void> {
    await this.#request(this.#session.tim.updateMyProfile({ nick: nickname, avatar: avatarUrl }), signal);
  }

  async getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    const known = new Map<string, UserProfile>();
    for (let from = 0; from < userIds.length; from += PROFILES_PER_REQUEST) {
      const result = await this.#request(this.#session.tim.getUserProfile({ userIDList: userIds.slice(from, from + PROFILES_PER_REQUEST) }), signal);
      for (const profile of toProfiles(isRecord(result) ? result['data'] : [])) known.set(profile.userId, profile);
    }
    return userIds.map((userId) => known.get(userId) ?? { userId, nickname: '', avatarUrl: '' });
  }

  #watchConnection(): void {
    const { tim, userId, over } = this.#session;
    const reconnector = new Reconnector({
      clock: this.#clock,
      probe: () => tim.getUserProfile({ userIDList: [userId] }),
      onState: (state) => this.#tell({ type: 'connection', state }),
    });
    this.#session.on(SIGNALING_EVENTS.netStateChange, ({ data }) => reconnector.onNetState(toNetState(data)));
    over.addEventListener('abort', () => reconnector.stop(), { once: true });
  }

  #tell(event: SignalingEvent): void {
    if (this.#session.over.aborted) return;
    if (this.#early) this.#early.push(event);
    else this.#emit(event);
  }

  async #request(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
    try {
      return await bounded(work, { clock: this.#clock, ms: REQUEST_MS, signal });
    } catch (thrown) {
      throw toCallError(thrown, 'network');
    }
  }
}
