import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { KickReason, UserProfile } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { Credentials, OutgoingInvitation, Signaling, SignalingEvent } from '../engine.js';
import { sendAnswer } from './im-answer.js';
import { bounded } from './im-bounded.js';
import { toCallError } from './im-errors.js';
import { Lane } from './im-lane.js';
import { listenForNews } from './im-news.js';
import { OutgoingInvitations } from './im-outgoing.js';
import { PROFILES_PER_REQUEST, toProfiles } from './im-profiles.js';
import { Reconnector } from './im-reconnect.js';
import { ImSession, type SessionOptions } from './im-session.js';
import { isRecord, type ImSdks } from './im-types.js';
import { SIGNALING_EVENTS, toNetState } from './sdk-events.js';

const LOAD_MS = 30_000;
const LOGOUT_MS = 2000;
const PROFILE_MS = 16_000;

export interface ImSignalingOptions extends Pick<SessionOptions, 'tim' | 'timOptions'> {
  readonly sdks: () => Promise<ImSdks>;
  readonly clock?: Clock;
}

/** What belongs to one login. */
interface Desk {
  readonly session: ImSession;
  readonly outgoing: OutgoingInvitations;
  readonly lane: Lane;
}

/** Invitations over Tencent IM: tim-js-sdk carries, tsignaling writes the envelopes. */
export class ImSignaling extends Emitter<SignalingEvent> implements Signaling {
  readonly #options: ImSignalingOptions;
  readonly #clock: Clock;
  #desk: Desk | null = null;
  /** What came before the login was complete; null once it is. */
  #early: SignalingEvent[] | null = null;
  #loggingIn = new AbortController();
  #closing: Promise<void> = Promise.resolve();

  constructor(options: ImSignalingOptions) {
    super();
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
  }

  async login(credentials: Credentials, signal: AbortSignal): Promise<void> {
    await this.logout();
    const loggingIn = new AbortController();
    this.#loggingIn = loggingIn;
    const giveUp = (): void => loggingIn.abort();
    signal.addEventListener('abort', giveUp, { signal: loggingIn.signal });
    if (signal.aborted) giveUp();
    this.emit({ type: 'connection', state: 'connecting' });
    try {
      this.#desk = await this.#open(credentials, loggingIn.signal);
    } catch (thrown) {
      this.emit({ type: 'connection', state: 'disconnected' });
      throw loggingIn.signal.aborted ? new CallError('aborted') : toCallError(thrown, 'login-refused');
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    this.emit({ type: 'connection', state: 'connected' });
    // After whoever awaits this login: before, an invitation would mean nothing to them.
    this.#clock.after(0, () => this.#tellEarly());
  }

  async logout(): Promise<void> {
    this.#loggingIn.abort();
    const desk = this.#desk;
    if (!desk) return;
    this.#desk = null;
    this.#early = null;
    this.#closing = desk.session.close();
    this.emit({ type: 'connection', state: 'disconnected' });
    // Offline, the SDK takes its time; the next login waits for the rest of it.
    await bounded(this.#closing, { clock: this.#clock, ms: LOGOUT_MS }).catch(() => undefined);
  }

  invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void> {
    return this.#present(signal).then(({ outgoing }) => outgoing.invite(invitation, signal));
  }

  accept(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    return this.#answer('accept', inviteId, data, signal);
  }

  reject(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    return this.#answer('reject', inviteId, data, signal);
  }

  cancel(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    return this.#present(signal).then(({ outgoing }) => outgoing.cancel(inviteId, data, signal));
  }

  async setProfile({ nickname, avatarUrl }: { readonly nickname: string; readonly avatarUrl: string }, signal: AbortSignal): Promise<void> {
    const { session } = await this.#present(signal);
    await this.#request(session.tim.updateMyProfile({ nick: nickname, avatar: avatarUrl }), signal);
  }

  async getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    const { session } = await this.#present(signal);
    const known = new Map<string, UserProfile>();
    for (let from = 0; from < userIds.length; from += PROFILES_PER_REQUEST) {
      const result = await this.#request(session.tim.getUserProfile({ userIDList: userIds.slice(from, from + PROFILES_PER_REQUEST) }), signal);
      for (const profile of toProfiles(isRecord(result) ? result['data'] : [])) known.set(profile.userId, profile);
    }
    return userIds.map((userId) => known.get(userId) ?? { userId, nickname: '', avatarUrl: '' });
  }

  async #open(credentials: Credentials, signal: AbortSignal): Promise<Desk> {
    const { sdks: load, tim, timOptions } = this.#options;
    const clock = this.#clock;
    const sdks = await bounded(load(), { clock, ms: LOAD_MS, signal, reason: 'engine-unavailable' });
    await bounded(this.#closing, { clock, ms: LOAD_MS, signal });
    const session = new ImSession({ sdks, tim, timOptions, credentials, clock, onKicked: (reason) => this.#kicked(session, reason) });
    this.#early = [];
    const desk = this.#furnish(session);
    try {
      await session.login(signal);
      return desk;
    } catch (thrown) {
      this.#closing = session.close();
      throw thrown;
    }
  }

  #furnish(session: ImSession): Desk {
    const lane = new Lane();
    const tell = (event: SignalingEvent): void => void (this.#early ? this.#early.push(event) : this.emit(event));
    const outgoing = new OutgoingInvitations({
      session, lane, clock: this.#clock,
      onMissed: (inviteId, userIds) => tell({ type: 'timed-out', inviteId, userIds }),
    });
    const reconnector = new Reconnector({
      clock: this.#clock,
      probe: () => session.tim.getUserProfile({ userIDList: [session.userId] }),
      onState: (state) => tell({ type: 'connection', state }),
    });
    session.on(SIGNALING_EVENTS.netStateChange, ({ data }) => reconnector.onNetState(toNetState(data)));
    session.over.addEventListener('abort', () => reconnector.stop(), { once: true });
    listenForNews(session, tell);
    return { session, outgoing, lane };
  }

  #tellEarly(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const event of early) this.emit(event);
  }

  /** The core answers it with a logout. While it logs in, the login's rejection says it all. */
  #kicked(session: ImSession, reason: KickReason): void {
    if (this.#desk?.session !== session) return;
    this.#desk = null;
    this.#early = null;
    this.#closing = session.close();
    this.emit({ type: 'kicked', reason });
    this.emit({ type: 'connection', state: 'disconnected' });
  }

  async #answer(kind: 'accept' | 'reject', inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    const { session, lane } = await this.#present(signal);
    const { book, userId: me } = session;
    // From here on an answer by another device of ours comes too late.
    if (book.close(inviteId, [me]).length === 0) return;
    try {
      await sendAnswer(kind, { session, lane, clock: this.#clock, sdkId: inviteId, data, signal });
    } catch (thrown) {
      book.reopen(inviteId, me);
      throw thrown;
    }
  }

  async #request(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
    try {
      return await bounded(work, { clock: this.#clock, ms: PROFILE_MS, signal });
    } catch (thrown) {
      throw toCallError(thrown, 'network');
    }
  }

  async #present(signal: AbortSignal): Promise<Desk> {
    if (signal.aborted) throw new CallError('aborted');
    if (!this.#desk) throw new CallError('not-logged-in');
    return this.#desk;
  }
}
