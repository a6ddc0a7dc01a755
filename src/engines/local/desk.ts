import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { SignalingEvent } from '../engine.js';
import type { ProfileCard } from './client-messages.js';
import { IncomingInvitations } from './incoming-invitations.js';
import type { Mail } from './mailbox.js';
import { OutgoingInvitations } from './outgoing-invitations.js';
import { ProfileExchange } from './profile-exchange.js';
import type { LocalSession } from './session.js';

/** How long a command waits for a connection that is being made again. */
const PATIENCE_MS = 8000;

/** What one login has under way: its invitations, both ways, and its profiles. */
export class Desk {
  readonly session: LocalSession;
  readonly outgoing: OutgoingInvitations;
  readonly incoming: IncomingInvitations;
  readonly profiles: ProfileExchange;
  readonly #clock: Clock;

  constructor(session: LocalSession, card: ProfileCard, emit: (event: SignalingEvent) => void, clock: Clock) {
    this.session = session;
    this.outgoing = new OutgoingInvitations(session, emit, clock);
    this.incoming = new IncomingInvitations(session, emit, clock);
    this.profiles = new ProfileExchange(session, card, (profile) => emit({ type: 'profile', profile }), clock);
    this.#clock = clock;
    session.mailbox.listen((mail) => this.#receive(mail));
    session.siblings?.listen((message) => this.incoming.onSibling(message));
    session.siblings?.onNews((news) => emit({ type: 'pages', ...news }));
    session.siblings?.greet();
  }

  /** Resolves when the connection is there. Rejects: network, not-logged-in, aborted. */
  connected(signal: AbortSignal): Promise<void> {
    const { transport, ended } = this.session;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new CallError('aborted'));
      if (transport.state === 'connected') return resolve();
      const settled = new AbortController();
      const on = { signal: settled.signal };
      const settle = (error?: CallError): void => {
        settled.abort();
        stopTimer();
        stopListening();
        if (error) reject(error);
        else resolve();
      };
      const stopTimer = this.#clock.after(PATIENCE_MS, () => settle(new CallError('network')));
      const stopListening = transport.listen((event) => {
        if (event.type === 'connection' && event.state === 'connected') settle();
      });
      signal.addEventListener('abort', () => settle(new CallError('aborted')), on);
      ended.addEventListener('abort', () => settle(new CallError('not-logged-in')), on);
      return undefined;
    });
  }

  /** `userId` is in the room: whether they live is the room's business now. */
  met(userId: string): void {
    this.outgoing.met(userId);
    this.incoming.met(userId);
  }

  close(): void {
    this.outgoing.close();
    this.incoming.close();
    this.session.end();
  }

  #receive({ from, topic, message }: Mail): void {
    // What is published to a room is the room's.
    if (topic !== '') return undefined;
    switch (message.type) {
      case 'invite': return this.outgoing.has(message.inviteId) ? undefined : this.incoming.onInvite(from, message);
      case 'cancel': return this.incoming.onCancel(from, message);
      case 'accept': case 'reject': return this.outgoing.onAnswer(from, message);
      case 'profile': case 'profile-wanted': return this.profiles.onMessage(from, message);
      case 'room': return undefined;
      default: return message satisfies never;
    }
  }
}
