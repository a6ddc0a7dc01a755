import { CallError } from '../../calling/errors.js';
import type { ConnectionState } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import { isFields, isText, isToken, isUserId } from './checks.js';
import { holdLock, whenReleased, type HeldLock } from './page-locks.js';
import { isPeer, MAX_BODY_LENGTH } from './relay-protocol.js';
import { peerKey, type Login, type Peer, type Transport, type TransportEvent } from './transport.js';

/** What travels on the channel. `to` names a user, `topic` a topic; the other one is ''. */
interface Envelope {
  readonly from: Peer;
  readonly to: string;
  readonly topic: string;
  readonly body: string;
}

const isEnvelope = (value: unknown): value is Envelope =>
  isFields(value) && isPeer(value['from']) && isText(value['body'], MAX_BODY_LENGTH)
  && (value['to'] === '' ? isToken(value['topic']) : isUserId(value['to']) && value['topic'] === '');

/**
 * Between the pages of one origin in one browser, several logins in one page included. The pages of an origin trust each
 * other, so `from` is taken as said.
 */
export class BroadcastChannelTransport extends Emitter<TransportEvent> implements Transport {
  #state: ConnectionState = 'disconnected';
  #login: Login | null = null;
  #channel: BroadcastChannel | null = null;
  #locks: readonly HeldLock[] = [];
  readonly #topics = new Set<string>();
  readonly #watches = new Set<AbortController>();

  static get isSupported(): boolean {
    return typeof BroadcastChannel === 'function' && typeof navigator === 'object' && 'locks' in navigator;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  async open(login: Login, signal: AbortSignal): Promise<void> {
    if (!BroadcastChannelTransport.isSupported) throw new CallError('engine-unavailable', { detail: 'BroadcastChannel and Web Locks need a secure page.' });
    const [session, user] = await takePlace(login);
    if (signal.aborted || user.stolen.aborted) {
      for (const lock of [user, session]) lock.release();
      throw signal.aborted ? new CallError('aborted') : new CallError('login-refused', { detail: 'The same user logged in elsewhere in the same moment.' });
    }
    this.#locks = [user, session];
    this.#login = login;
    this.#channel = new BroadcastChannel(appName(login));
    this.#channel.addEventListener('message', ({ data }) => this.#receive(data));
    user.stolen.addEventListener('abort', () => this.#onStolen(user), { once: true });
    this.#become('connected');
  }

  close(): void {
    this.#release();
    this.#become('disconnected');
  }

  send(userId: string, body: string): void {
    this.#post({ to: userId, topic: '', body });
  }

  async join(topic: string): Promise<void> {
    if (!this.#login) throw new CallError('network');
    this.#topics.add(topic);
  }

  leave(topic: string): void {
    this.#topics.delete(topic);
  }

  publish(topic: string, body: string): void {
    this.#post({ to: '', topic, body });
  }

  watch(peer: Peer): () => void {
    if (!this.#login) return () => {};
    const stop = new AbortController();
    this.#watches.add(stop);
    whenReleased(sessionLock(this.#login, peer), stop.signal, () => {
      if (this.#watches.delete(stop)) this.emit({ type: 'gone', peer });
    });
    return () => {
      this.#watches.delete(stop);
      stop.abort();
    };
  }

  #post(message: Omit<Envelope, 'from'>): void {
    if (!this.#login) return;
    const { userId, sessionId } = this.#login;
    this.#channel?.postMessage({ ...message, from: { userId, sessionId } } satisfies Envelope);
  }

  #receive(data: unknown): void {
    if (!this.#login || !isEnvelope(data)) return;
    const { from: { userId, sessionId }, to, topic, body } = data;
    if (topic === '' ? to !== this.#login.userId : !this.#topics.has(topic)) return;
    this.emit({ type: 'text', from: { userId, sessionId }, topic, body });
  }

  #onStolen(lock: HeldLock): void {
    if (!this.#locks.includes(lock)) return;
    this.#release();
    this.emit({ type: 'kicked', reason: 'other-login' });
    this.#become('disconnected');
  }

  #release(): void {
    this.#login = null;
    this.#topics.clear();
    for (const watch of this.#watches) watch.abort();
    this.#watches.clear();
    this.#channel?.close();
    this.#channel = null;
    for (const lock of this.#locks) lock.release();
    this.#locks = [];
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.emit({ type: 'connection', state });
  }
}

type App = Pick<Login, 'sdkAppId'>;

const appName = ({ sdkAppId }: App): string => `trtc-calling ${sdkAppId}`;
const userLock = (login: Login): string => `${appName(login)} user ${login.userId}`;
const sessionLock = (app: App, peer: Peer): string => `${appName(app)} session ${peerKey(peer)}`;

/** The lock of the session, which others queue for, then the user's, which an earlier session loses by it. */
async function takePlace(login: Login): Promise<readonly [session: HeldLock, user: HeldLock]> {
  try {
    const session = await holdLock(sessionLock(login, login));
    return [session, await holdLock(userLock(login), { steal: true })];
  } catch (cause) {
    throw new CallError('engine-unavailable', { detail: 'Web Locks cannot be had here.', cause });
  }
}
