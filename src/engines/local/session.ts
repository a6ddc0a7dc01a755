import { randomId } from '../../calling/random.js';
import type { Credentials } from '../engine.js';
import { Mailbox } from './mailbox.js';
import { peerKey, type Login, type Peer, type Transport } from './transport.js';

/** One login, from its success to its end: who one is, and the ways to the others. */
export class LocalSession {
  readonly self: Peer;
  readonly transport: Transport;
  readonly mailbox: Mailbox;
  readonly #ended = new AbortController();

  private constructor(self: Peer, transport: Transport) {
    this.self = self;
    this.transport = transport;
    this.mailbox = new Mailbox(transport);
  }

  /** Aborts when the session is over, for whatever reason. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Rejects like `Transport.open`. */
  static async open(transport: Transport, { sdkAppId, userId, userSig }: Credentials, signal: AbortSignal): Promise<LocalSession> {
    const login: Login = { sdkAppId, userId, sessionId: randomId(), ticket: userSig, resumes: false };
    await transport.open(login, signal);
    return new LocalSession({ userId, sessionId: login.sessionId }, transport);
  }

  /** Runs `task` once when that session is over, also if it is over already. The returned function takes the wish back. */
  watch(peer: Peer, task: () => void): () => void {
    const key = peerKey(peer);
    const stopWatching = this.transport.watch(peer);
    const stop = this.transport.listen((event) => {
      if (event.type !== 'gone' || peerKey(event.peer) !== key) return;
      stop();
      task();
    });
    return () => {
      stop();
      stopWatching();
    };
  }

  end(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.mailbox.close();
    this.transport.close();
  }
}
