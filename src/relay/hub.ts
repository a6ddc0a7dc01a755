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

interface User {
  /** What the pages of one browser name; '' stands alone. */
  readonly device: string;
  readonly sessions: Map<string, Session>;
}

const keyOf = ({ userId, sessionId }: Peer): string => `${userId} ${sessionId}`;

/**
 * Who is here, in which topics, watched by whom: the users of one app. Nothing of it outlives the process, and nothing
 * has to: clients ask again for what they need when they come back.
 */
export class Hub {
  readonly #limits: RelayLimits;
  readonly #users = new Map<string, User>();
  readonly #topics: Topics<Session>;
  readonly #watchers: Watchers<Session>;

  constructor(limits: RelayLimits) {
    this.#limits = limits;
    this.#topics = new Topics(limits);
    this.#watchers = new Watchers(limits);
  }

  get isEmpty(): boolean {
    return this.#users.size === 0 && this.#watchers.isEmpty;
  }

  get userCount(): number {
    return this.#users.size;
  }

  /**
   * Pages of one browser are logged in beside each other; of different devices the later login wins. false: this one is
   * not the later one, it only comes back, and its place is taken.
   */
  login(client: Client, { userId, sessionId, device, resumes }: Login): boolean {
    const user = this.#users.get(userId);
    const present = user?.device === device ? user.sessions.get(sessionId) : undefined;
    if (present) {
      present.client?.drop();
      present.stopGrace();
      present.client = client;
      return true;
    }
    if (user && (device === '' || user.device !== device)) {
      if (resumes) return false;
      for (const other of [...user.sessions.values()]) this.#kick(other);
    }
    this.#add(client, { userId, sessionId }, device);
    return true;
  }

  /** @param graceMs how long it may take to come back; 0: it said goodbye */
  disconnect(client: Client, peer: Peer, graceMs: number): void {
    const session = this.#find(peer);
    if (session?.client !== client) return;
    session.client = null;
    if (graceMs === 0) return this.#end(session);
    const timer = setTimeout(() => this.#end(session), graceMs);
    session.stopGrace = () => clearTimeout(timer);
  }

  handle(client: Client, peer: Peer, frame: Exclude<ClientFrame, { type: 'login' | 'logout' }>): void {
    const session = this.#find(peer);
    if (session?.client !== client) return undefined;
    const from = session.peer;
    switch (frame.type) {
      case 'send': return this.#sessionsOf(frame.to, frame.session).forEach((other) => other !== session && other.client?.send({ type: 'message', from, body: frame.body }));
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
    for (const { sessions } of this.#users.values()) for (const { stopGrace } of sessions.values()) stopGrace();
    this.#users.clear();
    this.#topics.clear();
    this.#watchers.clear();
  }

  #find({ userId, sessionId }: Peer): Session | undefined {
    return this.#users.get(userId)?.sessions.get(sessionId);
  }

  /** That session of the user, or with '' all of them. */
  #sessionsOf(userId: string, sessionId = ''): readonly Session[] {
    const sessions = this.#users.get(userId)?.sessions;
    if (sessionId === '') return [...(sessions?.values() ?? [])];
    const one = sessions?.get(sessionId);
    return one ? [one] : [];
  }

  #add(client: Client, peer: Peer, device: string): void {
    const user: User = this.#users.get(peer.userId) ?? { device, sessions: new Map() };
    const [oldest] = user.sessions.values();
    if (oldest && user.sessions.size >= this.#limits.sessionsPerUser) this.#kick(oldest);
    this.#users.set(peer.userId, user);
    user.sessions.set(peer.sessionId, { peer, client, stopGrace: () => {} });
    this.#watchers.endAbsence(keyOf(peer));
  }

  #kick(session: Session): void {
    session.client?.kick();
    this.#end(session);
  }

  #watch(session: Session, peer: Peer): void {
    const key = keyOf(peer);
    if (!this.#watchers.add(session, key)) return;
    if (!this.#find(peer)) this.#watchers.awaitArrival(key, LIVENESS.absence, () => this.#tellGone(peer));
  }

  #end(session: Session): void {
    session.stopGrace();
    session.client = null;
    this.#topics.leaveAll(session);
    this.#watchers.removeAll(session);
    const { userId, sessionId } = session.peer;
    const user = this.#users.get(userId);
    user?.sessions.delete(sessionId);
    if (user?.sessions.size === 0) this.#users.delete(userId);
    this.#tellGone(session.peer);
  }

  #tellGone(peer: Peer): void {
    for (const { client } of this.#watchers.take(keyOf(peer))) client?.send({ type: 'gone', peer });
  }
}
