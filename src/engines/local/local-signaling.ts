import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { KickReason, UserProfile } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { Credentials, OutgoingInvitation, Signaling, SignalingEvent } from '../engine.js';
import { isUserId, isWhole } from './checks.js';
import { isProfileCard, type ProfileCard } from './client-messages.js';
import { IncomingInvitations } from './incoming-invitations.js';
import type { Mail } from './mailbox.js';
import { OutgoingInvitations } from './outgoing-invitations.js';
import { ProfileExchange } from './profile-exchange.js';
import { LocalSession } from './session.js';
import type { Transport, TransportEvent } from './transport.js';

/** How long a command waits for a connection that is being made again. */
const PATIENCE_MS = 8000;

/** What belongs to one login. */
interface Desk {
  readonly session: LocalSession;
  readonly outgoing: OutgoingInvitations;
  readonly incoming: IncomingInvitations;
  readonly profiles: ProfileExchange;
}

/** Invitations, answers and profiles between clients, with no server that knows of calls. */
export class LocalSignaling extends Emitter<SignalingEvent> implements Signaling {
  readonly #makeTransport: () => Transport;
  readonly #onSession: (session: LocalSession) => void;
  readonly #clock: Clock;
  #desk: Desk | null = null;
  #loggingIn = new AbortController();
  #card: ProfileCard = { nickname: '', avatarUrl: '' };

  constructor(makeTransport: () => Transport, onSession: (session: LocalSession) => void, clock: Clock = systemClock) {
    super();
    this.#makeTransport = makeTransport;
    this.#onSession = onSession;
    this.#clock = clock;
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
      const session = await LocalSession.open(this.#makeTransport(), credentials, loggingIn.signal);
      if (loggingIn.signal.aborted) session.end();
      loggingIn.signal.throwIfAborted();
      this.#desk = this.#furnish(session);
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
    if (this.#clearDesk()) this.emit({ type: 'connection', state: 'disconnected' });
  }

  async invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void> {
    const desk = await this.#connectedDesk(signal);
    if (!invitation.invitees.every(isUserId)) throw new CallError('invitation-failed', { detail: 'An invitee is not a user id.' });
    if (desk.outgoing.has(invitation.inviteId)) throw new CallError('invitation-failed', { detail: 'The invitation is out already.' });
    desk.outgoing.send(invitation);
  }

  async accept(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    const desk = await this.#connectedDesk(signal);
    desk.incoming.answer('accept', inviteId, data);
  }

  /** Needs no connection: the mailbox sends it as soon as there is one. */
  async reject(inviteId: string, data: string): Promise<void> {
    this.#desk?.incoming.answer('reject', inviteId, data);
  }

  /** Likewise. */
  async cancel(inviteId: string, data: string): Promise<void> {
    this.#desk?.outgoing.cancel(inviteId, data);
  }

  async setProfile(profile: { readonly nickname: string; readonly avatarUrl: string }): Promise<void> {
    const card = { nickname: profile.nickname, avatarUrl: profile.avatarUrl };
    if (!isProfileCard(card)) throw new CallError('invalid-argument', { detail: 'The nickname is too long, or the avatar is too large or not a picture.' });
    this.#card = card;
    this.#desk?.profiles.set(card);
  }

  async getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    const profiles = await this.#presentDesk().profiles.ask(userIds, signal);
    if (signal.aborted) throw new CallError('aborted');
    return profiles;
  }

  /** `userId` has been seen in the room. */
  met(userId: string): void {
    this.#desk?.outgoing.met(userId);
    this.#desk?.incoming.met(userId);
  }

  #furnish(session: LocalSession): Desk {
    const emit = (event: SignalingEvent): void => this.emit(event);
    const desk: Desk = {
      session,
      outgoing: new OutgoingInvitations(session, emit, this.#clock),
      incoming: new IncomingInvitations(session, emit, this.#clock),
      profiles: new ProfileExchange(session, this.#card, (profile) => this.emit({ type: 'profile', profile }), this.#clock),
    };
    session.mailbox.listen((mail) => route(desk, mail));
    session.transport.listen((event) => this.#onTransport(desk, event));
    this.#onSession(session);
    return desk;
  }

  #onTransport(desk: Desk, event: TransportEvent): void {
    if (desk !== this.#desk) return;
    if (event.type === 'kicked') this.#onKicked(event.reason);
    else if (event.type === 'connection') this.emit({ type: 'connection', state: event.state });
  }

  #onKicked(reason: KickReason): void {
    this.#clearDesk();
    this.emit({ type: 'kicked', reason });
    this.emit({ type: 'connection', state: 'disconnected' });
  }

  #clearDesk(): boolean {
    const desk = this.#desk;
    if (!desk) return false;
    this.#desk = null;
    desk.outgoing.close();
    desk.incoming.close();
    desk.session.end();
    return true;
  }

  #presentDesk(): Desk {
    if (!this.#desk) throw new CallError('not-logged-in');
    return this.#desk;
  }

  async #connectedDesk(signal: AbortSignal): Promise<Desk> {
    const desk = this.#presentDesk();
    const { transport, ended } = desk.session;
    if (signal.aborted) throw new CallError('aborted');
    if (transport.state === 'connected') return desk;
    return new Promise((resolve, reject) => {
      const settled = new AbortController();
      const on = { signal: settled.signal };
      const settle = (error?: CallError): void => {
        settled.abort();
        stopTimer();
        stopListening();
        if (error) reject(error);
        else resolve(desk);
      };
      const stopTimer = this.#clock.after(PATIENCE_MS, () => settle(new CallError('network')));
      const stopListening = transport.listen((event) => {
        if (event.type === 'connection' && event.state === 'connected') settle();
      });
      signal.addEventListener('abort', () => settle(new CallError('aborted')), on);
      ended.addEventListener('abort', () => settle(new CallError('not-logged-in')), on);
    });
  }
}

function route({ outgoing, incoming, profiles }: Desk, { from, topic, message }: Mail): void {
  // What is published to a room is the room's.
  if (topic !== '') return undefined;
  switch (message.type) {
    case 'invite': return outgoing.has(message.inviteId) ? undefined : incoming.onInvite(from, message);
    case 'cancel': return incoming.onCancel(from, message);
    case 'accept': case 'reject': return outgoing.onAnswer(from, message);
    case 'profile': case 'profile-wanted': return profiles.onMessage(from, message);
    case 'room': return undefined;
    default: return message satisfies never;
  }
}
