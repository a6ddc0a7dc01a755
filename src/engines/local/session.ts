import { randomId } from '../../calling/random.js';
import type { Credentials } from '../engine.js';
import { browserId } from './browser-id.js';
import { Mailbox } from './mailbox.js';
import { SiblingPages } from './sibling-pages.js';
import { peerKey, type Login, type Peer, type Transport } from './transport.js';

/** One login, from its success to its end: who one is, and the ways to the others. */
export class LocalSession {
  readonly self: Peer;
  readonly transport: Transport;
  readonly mailbox: Mailbox;
  /** The user's other pages in this browser; null where pages cannot know of each other. */
  readonly siblings: SiblingPages | null;
  /** Settles when it is sure that the answer under way is this page's to give: nobody comes into a room before. */
  answering: Promise<void> = Promise.resolve();
  readonly #ended = new AbortController();

  private constructor(self: Peer, transport: Transport, siblings: SiblingPages | null) {
    this.self = self;
    this.transport = transport;
    this.siblings = siblings;
    this.mailbox = new Mailbox(transport);
  }

  /** Aborts when the session is over, for whatever reason. */
  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  /** Rejects like `Transport.open`. @param identify gives the secret that the pages of this browser share */
  static async open(transport: Transport, { sdkAppId, userId, userSig }: Credentials, signal: AbortSignal, identify: () => Promise<string> = browserId): Promise<LocalSession> {
    const login: Login = { sdkAppId, userId, sessionId: randomId(), ticket: userSig, device: await identify(), resumes: false };
    const siblings = await SiblingPages.join(login);
    try {
      await transport.open(login, signal);
    } catch (error) {
      siblings?.close();
      throw error;
    }
    return new LocalSession({ userId, sessionId: login.sessionId }, transport, siblings);
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
    this.siblings?.close();
    this.transport.close();
  }
}
