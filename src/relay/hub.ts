import type { ClientFrame, Login, Peer, RelayFrame } from '../engines/local/relay-protocol.js';
import { LIVENESS, type RelayLimits } from './limits.js';
import { Topics } from './topics.js';
import { Watchers } from './watchers.js';

/** The way to one client, as the hub sees it. */
export interface Client {
  send(frame: RelayFrame): void;
  /** Says why and hangs up. */
  kick(): void;
  /** Hangs up without a word: another connection of the same session has taken over. */
  drop(): void;
}

interface Session {
  readonly peer: Peer;
  /** null while the connection is broken and the session may still come back. */
  client: Client | null;
  stopGrace: () => void;
}

const keyOf = ({ userId, sessionId }: Peer): string => `${userId} ${sessionId}`;

/**
 * Who is here, in which topics, watched by whom: the users of one app. Nothing of it outlives the process, and nothing
 * has to: clients ask again for what they need when they come back.
 */
export class Hub {
  /** By user: one session each. */
  readonly #sessions = new Map<string, Session>();
  readonly #topics: Topics<Session>;
  readonly #watchers: Watchers<Session>;

  constructor(limits: RelayLimits) {
    this.#topics = new Topics(limits);
    this.#watchers = new Watchers(limits);
  }

  get isEmpty(): boolean {
    return this.#sessions.size === 0 && this.#watchers.isEmpty;
  }

  get userCount(): number {
    return this.#sessions.size;
  }

  /** The later login wins. false: this one is not the later one, it only comes back, and its place is taken. */
  login(client: Client, { userId, sessionId, resumes }: Login): boolean {
    const present = this.#sessions.get(userId);
    if (present?.peer.sessionId === sessionId) {
      present.client?.drop();
      present.stopGrace();
      present.client = client;
      return true;
    }
    if (present && resumes) return false;
    if (present) {
      present.client?.kick();
      this.#end(present);
    }
    const session: Session = { peer: { userId, sessionId }, client, stopGrace: () => {} };
    this.#sessions.set(userId, session);
    this.#watchers.endAbsence(keyOf(session.peer));
    return true;
  }

  /** @param graceMs how long it may take to come back; 0: it said goodbye */
  disconnect(client: Client, userId: string, graceMs: number): void {
    const session = this.#sessions.get(userId);
    if (session?.client !== client) return;
    session.client = null;
    if (graceMs === 0) return this.#end(session);
    const timer = setTimeout(() => this.#end(session), graceMs);
    session.stopGrace = () => clearTimeout(timer);
  }

  handle(client: Client, userId: string, frame: Exclude<ClientFrame, { type: 'login' | 'logout' }>): void {
    const session = this.#sessions.get(userId);
    if (session?.client !== client) return undefined;
    const from = session.peer;
    switch (frame.type) {
      case 'send': return this.#sessions.get(frame.to)?.client?.send({ type: 'message', from, body: frame.body });
      case 'join': return client.send({ type: this.#topics.join(session, frame.topic) ? 'joined' : 'denied', topic: frame.topic });
      case 'leave': return this.#topics.leave(session, frame.topic);
      case 'publish': return this.#topics.others(session, frame.topic).forEach((other) => other.client?.send({ type: 'published', topic: frame.topic, from, body: frame.body }));
      case 'watch': return this.#watch(session, frame.peer);
      case 'unwatch': return this.#watchers.remove(session, keyOf(frame.peer));
      default: return frame satisfies never;
    }
  }

  /** Forgets everybody, without a word. */
  clear(): void {
    for (const { stopGrace } of this.#sessions.values()) stopGrace();
    this.#sessions.clear();
    this.#topics.clear();
    this.#watchers.clear();
  }

  #watch(session: Session, peer: Peer): void {
    const key = keyOf(peer);
    if (!this.#watchers.add(session, key)) return;
    if (this.#sessions.get(peer.userId)?.peer.sessionId !== peer.sessionId) this.#watchers.awaitArrival(key, LIVENESS.absence, () => this.#tellGone(peer));
  }

  #end(session: Session): void {
    session.stopGrace();
    session.client = null;
    this.#topics.leaveAll(session);
    this.#watchers.removeAll(session);
    this.#sessions.delete(session.peer.userId);
    this.#tellGone(session.peer);
  }

  #tellGone(peer: Peer): void {
    for (const { client } of this.#watchers.take(keyOf(peer))) client?.send({ type: 'gone', peer });
  }
}
