import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { KickReason, UserProfile } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { Credentials, OutgoingInvitation, Signaling, SignalingEvent } from '../engine.js';
import { isUserId, isWhole } from './checks.js';
import { isProfileCard, type ProfileCard } from './client-messages.js';
import { browserId } from './browser-id.js';
import type { Desk } from './desk.js';
import type { LocalSession } from './session.js';
import type { Transport, TransportEvent } from './transport.js';

/** What only a login needs: a page that shows the elements paints sooner without. */
const loginCode = () => import('./signed-in.js').catch((cause: unknown) => {
  throw new CallError('engine-unavailable', { cause });
});

/** Invitations, answers and profiles between clients, with no server that knows of calls. */
export class LocalSignaling extends Emitter<SignalingEvent> implements Signaling {
  readonly #makeTransport: () => Promise<Transport>;
  readonly #onSession: (session: LocalSession) => void;
  readonly #clock: Clock;
  readonly #identify: () => Promise<string>;
  #desk: Desk | null = null;
  #loggingIn = new AbortController();
  /** Invitations that wait for a connection, and what takes them back. */
  readonly #waiting = new Map<string, AbortController>();
  #card: ProfileCard = { nickname: '', avatarUrl: '' };

  /** @param makeTransport one for each login @param onSession is told of each login @param identify the secret of this browser's pages */
  constructor(makeTransport: () => Promise<Transport>, onSession: (session: LocalSession) => void, { clock = systemClock, identify = browserId }: { readonly clock?: Clock; readonly identify?: () => Promise<string> } = {}) {
    super();
    this.#makeTransport = makeTransport;
    this.#onSession = onSession;
    this.#clock = clock;
    this.#identify = identify;
  }

  async login(credentials: Credentials, signal: AbortSignal): Promise<void> {
    await this.logout();
    const { userId, sdkAppId } = credentials;
    if (!isUserId(userId)) throw new CallError('login-refused', { detail: 'A user id is 1 to 32 letters, digits, underscores or hyphens.' });
    if (!isWhole(sdkAppId, 0, Number.MAX_SAFE_INTEGER)) throw new CallError('login-refused', { detail: 'sdkAppId is not a whole number.' });
    const loggingIn = new AbortController();
    this.#loggingIn = loggingIn;
    const giveUp = (): void => loggingIn.abort();
    signal.addEventListener('abort', giveUp, { signal: loggingIn.signal });
    if (signal.aborted) giveUp();
    this.emit({ type: 'connection', state: 'connecting' });
    try {
      const [transport, { LocalSession: Sessions, Desk: Desks }] = await Promise.all([this.#makeTransport(), loginCode()]);
      const session = await Sessions.open(transport, credentials, loggingIn.signal, this.#identify);
      if (loggingIn.signal.aborted) session.end();
      loggingIn.signal.throwIfAborted();
      this.#take(session, Desks);
    } catch (error) {
      this.emit({ type: 'connection', state: 'disconnected' });
      throw loggingIn.signal.aborted ? new CallError('aborted') : CallError.from(error);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    this.emit({ type: 'connection', state: 'connected' });
  }

  async logout(): Promise<void> {
    this.#loggingIn.abort();
    if (this.#clear()) this.emit({ type: 'connection', state: 'disconnected' });
  }

  async invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void> {
    const desk = this.#present();
    const { inviteId, invitees } = invitation;
    if (!invitees.every(isUserId)) throw new CallError('invitation-failed', { detail: 'An invitee is not a user id.' });
    if (desk.outgoing.has(inviteId) || this.#waiting.has(inviteId)) throw new CallError('invitation-failed', { detail: 'The invitation is out already.' });
    await this.#wait(inviteId, desk, signal);
    desk.outgoing.send(invitation);
  }

  async accept(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    const desk = this.#present();
    // Whether it is this page's to answer needs no connection, and the room waits for it.
    await desk.incoming.answer('accept', inviteId, data);
    await desk.connected(signal);
  }

  /** Needs no connection: the mailbox sends it as soon as there is one. */
  async reject(inviteId: string, data: string): Promise<void> {
    await this.#desk?.incoming.answer('reject', inviteId, data);
  }

  /** Likewise. */
  async cancel(inviteId: string, data: string): Promise<void> {
    this.#waiting.get(inviteId)?.abort();
    this.#desk?.outgoing.cancel(inviteId, data);
  }

  /** Rejects: invalid-argument. */
  async setProfile(profile: { readonly nickname: string; readonly avatarUrl: string }): Promise<void> {
    const card = { nickname: profile.nickname, avatarUrl: profile.avatarUrl };
    if (!isProfileCard(card)) throw new CallError('invalid-argument', { detail: 'The nickname is too long, or the avatar is too large or not a picture.' });
    this.#card = card;
    this.#desk?.profiles.set(card);
  }

  async getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    const profiles = await this.#present().profiles.ask(userIds, signal);
    if (signal.aborted) throw new CallError('aborted');
    return profiles;
  }

  async setInCall(inCall: boolean): Promise<boolean> {
    return await this.#desk?.session.siblings?.setInCall(inCall) ?? true;
  }

  /** `userId` has been seen in the room. */
  met(userId: string): void {
    this.#desk?.met(userId);
  }

  /** Until there is a connection. Rejects `aborted` for an invitation that is taken back meanwhile: it never went out. */
  async #wait(inviteId: string, desk: Desk, signal: AbortSignal): Promise<void> {
    const takenBack = new AbortController();
    const takeBack = (): void => takenBack.abort();
    this.#waiting.set(inviteId, takenBack);
    signal.addEventListener('abort', takeBack, { signal: takenBack.signal });
    try {
      if (signal.aborted) takeBack();
      await desk.connected(takenBack.signal);
      if (takenBack.signal.aborted) throw new CallError('aborted');
    } finally {
      this.#waiting.delete(inviteId);
      signal.removeEventListener('abort', takeBack);
    }
  }

  #take(session: LocalSession, Desks: typeof Desk): void {
    const desk = new Desks(session, this.#card, (event) => this.emit(event), this.#clock);
    this.#desk = desk;
    session.transport.listen((event) => {
      if (this.#desk === desk) this.#onTransport(event);
    });
    this.#onSession(session);
    if (session.siblings) this.emit({ type: 'pages', ...session.siblings.news });
  }

  #onTransport(event: TransportEvent): void {
    if (event.type === 'kicked') this.#onKicked(event.reason);
    else if (event.type === 'connection') this.emit({ type: 'connection', state: event.state });
  }

  /** The reason is told before the room notices that its session has ended. */
  #onKicked(reason: KickReason): void {
    const desk = this.#desk;
    this.#desk = null;
    this.emit({ type: 'kicked', reason });
    desk?.close();
    this.emit({ type: 'connection', state: 'disconnected' });
  }

  /** Ends the session, if there is one. */
  #clear(): boolean {
    const desk = this.#desk;
    this.#desk = null;
    desk?.close();
    return desk !== null;
  }

  #present(): Desk {
    if (!this.#desk) throw new CallError('not-logged-in');
    return this.#desk;
  }
}
