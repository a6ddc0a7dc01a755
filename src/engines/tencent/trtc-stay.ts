import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { Credentials, RoomEvent } from '../engine.js';
import { bounded } from './im-bounded.js';
import { NO_LOG, toTrtcError } from './trtc-events.js';
import { TrtcExit } from './trtc-exit.js';
import { listenToClient } from './trtc-listen.js';
import { TrtcLevels } from './trtc-levels.js';
import { TrtcPublisher, type Wanted } from './trtc-publisher.js';
import { TrtcSubscriber } from './trtc-subscriber.js';
import type { TrtcClient, TrtcSdk } from './trtc-types.js';

/** The SDK's own limits add up to more: three tries to find a server, ten seconds for a socket, five for the answer. */
const JOIN_LIMIT_MS = 20_000;
/** Leaving is a message and a closed socket. */
const LEAVE_LIMIT_MS = 5_000;
/** As long as on every other engine, then the call is given up. The SDK alone would try for many minutes. */
const RECONNECT_LIMIT_MS = 30_000;

export interface StayOptions {
  readonly sdk: () => Promise<TrtcSdk>;
  readonly credentials: () => Credentials;
  /** Spread into `createClient`; `proxyServer` and `turnServer` go to the client's methods of those names. */
  readonly trtcOptions?: Readonly<Record<string, unknown>>;
  readonly clock: Clock;
  readonly wanted: Wanted;
  readonly emit: (event: RoomEvent) => void;
  /** The service put us out, or there is no way back to it. */
  readonly lost: (error: CallError) => void;
}

/** One stay in one room: one client of the SDK, from join to leave. */
export class TrtcStay {
  readonly #options: StayOptions;
  readonly #gone = new AbortController();
  #client: TrtcClient | null = null;
  #exit: TrtcExit | null = null;
  #entering: Promise<void> = Promise.resolve();
  #publisher: TrtcPublisher | null = null;
  #levels: TrtcLevels | null = null;
  #inside = false;
  #over: Promise<void> | null = null;
  #stopWaiting: () => void = () => {};

  constructor(options: StayOptions) {
    this.#options = options;
  }

  /** null until joined: what is wanted by then is published then. */
  get publisher(): TrtcPublisher | null {
    return this.#inside ? this.#publisher : null;
  }

  /** Rejects: room-join-failed, network, timed-out, webrtc-unsupported, aborted. `before`: a stay that must be over first. */
  async join(roomId: number, signal: AbortSignal, before: Promise<void>): Promise<void> {
    const { clock, wanted, emit } = this.#options;
    const giveUp = (): void => this.#gone.abort();
    signal.addEventListener('abort', giveUp, { once: true });
    if (signal.aborted) giveUp();
    try {
      this.#entering = before.then(() => this.#enter(roomId));
      await bounded(this.#entering, { clock, ms: JOIN_LIMIT_MS, signal: this.#gone.signal });
      if (this.#gone.signal.aborted) throw new CallError('aborted');
    } catch (thrown) {
      throw toTrtcError(thrown, 'room-join-failed');
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    this.#inside = true;
    this.#levels?.start();
    const kinds = new Set([...wanted.tracks.keys()].map((kind) => (kind === 'video' && wanted.tracks.has('audio') ? 'audio' : kind)));
    for (const kind of kinds) {
      this.#publisher?.update(kind).catch((thrown: unknown) => {
        if (!this.#gone.signal.aborted) emit({ type: 'error', error: CallError.from(thrown) });
      });
    }
  }

  /** Settles when the SDK has let go, and never rejects. It goes on in the background where that takes too long. */
  leave(): Promise<void> {
    this.#over ??= this.#release();
    return bounded(this.#over, { clock: this.#options.clock, ms: LEAVE_LIMIT_MS }).catch(() => undefined);
  }

  /** Settles when nothing of this stay is left, however long that takes: the SDK refuses the same user a second time. */
  get over(): Promise<void> {
    return this.#over ?? Promise.resolve();
  }

  async #enter(roomId: number): Promise<void> {
    const { credentials, trtcOptions = {}, clock, emit, wanted } = this.#options;
    const sdk = await this.#options.sdk();
    if (this.#gone.signal.aborted) return;
    // Before anything else: it prints and uploads a great deal, addresses with the userSig among it.
    sdk.Logger.setLogLevel(NO_LOG);
    sdk.Logger.disableUploadLog();
    const { proxyServer, turnServer, ...config } = trtcOptions;
    const { sdkAppId, userId, userSig } = credentials();
    const client = sdk.createClient({ autoSubscribe: false, ...config, sdkAppId, userId, userSig, mode: 'rtc', enableAutoPlayDialog: false });
    this.#client = client;
    this.#exit = new TrtcExit(client, clock);
    if (proxyServer !== undefined) client.setProxyServer(proxyServer);
    if (turnServer !== undefined) client.setTurnServer(turnServer);
    const gone = this.#gone.signal;
    const publisher = new TrtcPublisher(sdk, client, { wanted, clock, gone });
    const subscriber = new TrtcSubscriber({ client, clock, gone, emit });
    this.#publisher = publisher;
    this.#levels = new TrtcLevels({ clock, voices: () => this.#voices(subscriber), report: (levels) => emit({ type: 'volume', levels }) });
    // Before joining: those who are in the room already come in before join() resolves.
    listenToClient(client, {
      subscriber, emit, gone,
      isSending: () => publisher.live,
      connection: (state) => this.#connection(state),
      lost: (error) => this.#lose(error),
    });
    await client.join({ roomId });
  }

  #voices(subscriber: TrtcSubscriber): ReadonlyMap<string, MediaStreamTrack> {
    const own = this.#options.wanted.tracks.get('audio');
    return own ? new Map([['', own], ...subscriber.voices]) : subscriber.voices;
  }

  #connection(state: 'connected' | 'reconnecting'): void {
    if (!this.#inside) return;
    this.#stopWaiting();
    if (state === 'reconnecting') this.#stopWaiting = this.#options.clock.after(RECONNECT_LIMIT_MS, () => this.#lose(new CallError('network')));
    this.#options.emit({ type: 'connection', state });
  }

  #lose(error: CallError): void {
    if (this.#inside && !this.#gone.signal.aborted) this.#options.lost(error);
  }

  async #release(): Promise<void> {
    this.#gone.abort();
    this.#inside = false;
    this.#stopWaiting();
    this.#levels?.stop();
    // Leaving while it joins does nothing, and then it joins: it has to be let in first.
    await this.#entering.catch(() => undefined);
    const client = this.#client;
    if (!client) return;
    await this.#publisher?.rest();
    await this.#exit?.leave();
    await Promise.all([this.#exit?.insist(), this.#publisher?.release()]);
    client.off('*');
    // Refused after a leave that failed.
    await Promise.resolve().then(() => client.destroy()).catch(() => undefined);
  }
}
