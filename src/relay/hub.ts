import type { ClientFrame, Login, Peer, RelayFrame } from '../engines/local/relay-protocol.js';
import { LIVENESS, type RelayLimits } from './limits.js';

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
  readonly topics: Set<string>;
  readonly watches: Set<string>;
  stopGrace: () => void;
}

interface Watched {
  readonly watchers: Set<Session>;
  stopAbsence: () => void;
}

const keyOf = ({ userId, sessionId }: Peer): string => `${userId} ${sessionId}`;

function after(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
}

/**
 * Who is here, in which topics, watched by whom: the users of one app. Nothing of it outlives the process, and nothing
 * has to: clients ask again for what they need when they come back.
 */
export class Hub {
  readonly #limits: RelayLimits;
  readonly #sessions = new Map<string, Session>();
  readonly #topics = new Map<string, Set<Session>>();
  readonly #watched = new Map<string, Watched>();

  constructor(limits: RelayLimits) {
    this.#limits = limits;
  }

  get isEmpty(): boolean {
    return this.#sessions.size === 0 && this.#watched.size === 0;
  }

  get userCount(): number {
    return this.#sessions.size;
  }

  /** The later login wins. false: this one is not the later one, it only comes back, and its place is taken. */
  login(client: Client, { userId, sessionId, resumes }: Login): boolean {
    const present = this.#sessions.get(userId);
    if (present && present.peer.sessionId !== sessionId) {
      if (resumes) return false;
      present.client?.kick();
      this.#end(present);
    } else if (present) {
      present.client?.drop();
      present.stopGrace();
      present.client = client;
      return true;
    }
    const peer = { userId, sessionId };
    this.#sessions.set(userId, { peer, client, topics: new Set(), watches: new Set(), stopGrace: () => {} });
    this.#watched.get(keyOf(peer))?.stopAbsence();
    return true;
  }

  /** @param graceMs how long it may take to come back; 0: it said goodbye */
  disconnect(client: Client, userId: string, graceMs: number): void {
    const session = this.#sessions.get(userId);
    if (session?.client !== client) return;
    session.client = null;
    if (graceMs === 0) this.#end(session);
    else session.stopGrace = after(graceMs, () => this.#end(session));
  }

  handle(client: Client, userId: string, frame: Exclude<ClientFrame, { type: 'login' | 'logout' }>): void {
    const session = this.#sessions.get(userId);
    if (session?.client !== client) return undefined;
    switch (frame.type) {
      case 'send': return this.#sessions.get(frame.to)?.client?.send({ type: 'message', from: session.peer, body: frame.body });
      case 'join': return this.#join(session, frame.topic);
      case 'leave': return this.#leave(session, frame.topic);
      case 'publish': return this.#publish(session, frame.topic, frame.body);
      case 'watch': return this.#watch(session, frame.peer);
      case 'unwatch': return this.#unwatch(session, keyOf(frame.peer));
      default: return frame satisfies never;
    }
  }

  /** Forgets everybody, without a word. */
  clear(): void {
    for (const { stopGrace } of this.#sessions.values()) stopGrace();
    for (const { stopAbsence } of this.#watched.values()) stopAbsence();
    this.#sessions.clear();
    this.#topics.clear();
    this.#watched.clear();
  }

  #join(session: Session, topic: string): void {
    const members = this.#topics.get(topic) ?? new Set();
    const isMember = members.has(session);
    if (!isMember && (members.size >= this.#limits.membersPerTopic || session.topics.size >= this.#limits.topicsPerSession)) {
      return session.client?.send({ type: 'denied', topic });
    }
    this.#topics.set(topic, members.add(session));
    session.topics.add(topic);
    session.client?.send({ type: 'joined', topic });
  }

  #leave(session: Session, topic: string): void {
    session.topics.delete(topic);
    const members = this.#topics.get(topic);
    members?.delete(session);
    if (members?.size === 0) this.#topics.delete(topic);
  }

  #publish(session: Session, topic: string, body: string): void {
    if (!session.topics.has(topic)) return;
    for (const member of this.#topics.get(topic) ?? []) {
      if (member !== session) member.client?.send({ type: 'published', topic, from: session.peer, body });
    }
  }

  #watch(session: Session, peer: Peer): void {
    const key = keyOf(peer);
    if (session.watches.size >= this.#limits.watchesPerSession) return;
    session.watches.add(key);
    const watched = this.#watched.get(key) ?? { watchers: new Set(), stopAbsence: () => {} };
    watched.watchers.add(session);
    this.#watched.set(key, watched);
    if (this.#isHere(peer)) return;
    watched.stopAbsence();
    watched.stopAbsence = after(LIVENESS.absence, () => {
      if (!this.#isHere(peer)) this.#tellGone(peer);
    });
  }

  #unwatch(session: Session, key: string): void {
    session.watches.delete(key);
    const watched = this.#watched.get(key);
    watched?.watchers.delete(session);
    if (watched?.watchers.size !== 0) return;
    watched.stopAbsence();
    this.#watched.delete(key);
  }

  #isHere({ userId, sessionId }: Peer): boolean {
    return this.#sessions.get(userId)?.peer.sessionId === sessionId;
  }

  #end(session: Session): void {
    session.stopGrace();
    session.client = null;
    for (const topic of session.topics) this.#leave(session, topic);
    for (const key of session.watches) this.#unwatch(session, key);
    this.#sessions.delete(session.peer.userId);
    this.#tellGone(session.peer);
  }

  #tellGone(peer: Peer): void {
    const key = keyOf(peer);
    const watched = this.#watched.get(key);
    if (!watched) return;
    watched.stopAbsence();
    this.#watched.delete(key);
    for (const watcher of watched.watchers) {
      watcher.watches.delete(key);
      watcher.client?.send({ type: 'gone', peer });
    }
  }
}
