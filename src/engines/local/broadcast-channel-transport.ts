import { CallError } from '../../calling/errors.js';
import type { ConnectionState } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import { isFields, isText, isToken, isUserId } from './checks.js';
import { holdLock, whenReleased, type HeldLock } from './page-locks.js';
import { isPeer, MAX_BODY_LENGTH } from './relay-protocol.js';
import { peerKey, type Login, type Peer, type Transport, type TransportEvent } from './transport.js';

/** What travels on the channel. `to` names a user and `session` one session of theirs or '' for all; or `topic` a topic. The others are ''. */
interface Envelope {
  readonly from: Peer;
  readonly to: string;
  readonly session: string;
  readonly topic: string;
  readonly body: string;
}

const isEnvelope = (value: unknown): value is Envelope =>
  isFields(value) && isPeer(value['from']) && isText(value['body'], MAX_BODY_LENGTH)
  && (value['session'] === '' || isToken(value['session']))
  && (value['to'] === '' ? isToken(value['topic']) : isUserId(value['to']) && value['topic'] === '');

/**
 * Between the pages of one origin in one browser, several logins in one page and several pages of one user included. The
 * pages of an origin trust each other, so `from` is taken as said. Nobody is kicked here.
 */
export class BroadcastChannelTransport extends Emitter<TransportEvent> implements Transport {
  #state: ConnectionState = 'disconnected';
  #login: Login | null = null;
  #channel: BroadcastChannel | null = null;
  #lock: HeldLock | null = null;
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
    const lock = await takePlace(login);
    if (signal.aborted) {
      void lock.release();
      throw new CallError('aborted');
    }
    this.#lock = lock;
    this.#login = login;
    this.#channel = new BroadcastChannel(appName(login));
    this.#channel.addEventListener('message', ({ data }) => this.#receive(data));
    this.#become('connected');
  }

  close(): void {
    this.#release();
    this.#become('disconnected');
  }

  send(userId: string, body: string, sessionId = ''): void {
    this.#post({ to: userId, session: sessionId, topic: '', body });
  }

  async join(topic: string): Promise<void> {
    if (!this.#login) throw new CallError('network');
    this.#topics.add(topic);
  }

  leave(topic: string): void {
    this.#topics.delete(topic);
  }

  publish(topic: string, body: string): void {
    this.#post({ to: '', session: '', topic, body });
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
    const { from: { userId, sessionId }, to, session, topic, body } = data;
    if (topic === '' ? to !== this.#login.userId || (session !== '' && session !== this.#login.sessionId) : !this.#topics.has(topic)) return;
    this.emit({ type: 'text', from: { userId, sessionId }, topic, body });
  }

  #release(): void {
    this.#login = null;
    this.#topics.clear();
    for (const watch of this.#watches) watch.abort();
    this.#watches.clear();
    this.#channel?.close();
    this.#channel = null;
    void this.#lock?.release();
    this.#lock = null;
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.emit({ type: 'connection', state });
  }
}

type App = Pick<Login, 'sdkAppId'>;

const appName = ({ sdkAppId }: App): string => `trtc-calling ${sdkAppId}`;
const sessionLock = (app: App, peer: Peer): string => `${appName(app)} session ${peerKey(peer)}`;

/** The lock of the session, which others queue for. */
async function takePlace(login: Login): Promise<HeldLock> {
  try {
    return await holdLock(sessionLock(login, login));
  } catch (cause) {
    throw new CallError('engine-unavailable', { detail: 'Web Locks cannot be had here.', cause });
  }
}
