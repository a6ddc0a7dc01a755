import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { KickReason } from '../../calling/state/call-state.js';
import type { Credentials } from '../engine.js';
import { bounded } from './im-bounded.js';
import { TimFacade } from './im-facade.js';
import { InvitationBook } from './im-invitations.js';
import { isRecord, type ImSdks, type SdkHandler, type SignalingClient, type TimClient } from './im-types.js';
import { NO_LOG, SIGNALING_EVENTS, toKickReason } from './sdk-events.js';

const LOGIN_MS = 20_000;
const READY_MS = 15_000;
const CLOSE_MS = 20_000;

/** `TIM.create` returns the same instance for the same SDKAppID: there is one user of an application in a page. */
const held = new WeakMap<TimClient, Promise<void>>();
/** Those that were made here, by SDKAppID. */
const made = new Map<number, TimClient>();

export interface SessionOptions {
  readonly sdks: ImSdks;
  /** The application's own instance; without it one is made, and destroyed in the end. */
  readonly tim?: TimClient | undefined;
  readonly timOptions: Readonly<Record<string, unknown>>;
  readonly credentials: Credentials;
  readonly clock: Clock;
  /** The service, or the application with its own TIM, has ended the session. */
  readonly onKicked: (reason: KickReason) => void;
}

/** One login: a TIM, a tsignaling on it that hears only what may be believed, and both gone at the end. */
export class ImSession {
  readonly userId: string;
  readonly tim: TimClient;
  readonly client: SignalingClient;
  readonly book: InvitationBook;
  readonly #options: SessionOptions;
  readonly #facade: TimFacade;
  readonly #over = new AbortController();
  readonly #ready: Promise<void>;
  #failReady: (error: CallError) => void = () => undefined;
  #repeatedLogin = false;
  #kickedOut = false;
  /** The service's clock less ours, ms; unknown where the application had logged in. */
  #clockOffset: number | undefined;
  #closing: Promise<void> | null = null;
  #release: () => void = () => undefined;

  /** Settles when nobody in this page uses the TIM of this application any more. */
  static released(sdkAppId: number, given: TimClient | undefined): Promise<void> {
    const tim = given ?? made.get(sdkAppId);
    return (tim && held.get(tim)) ?? Promise.resolve();
  }

  /** Rejects: login-refused, when the page has another user of this application already. */
  constructor(options: SessionOptions) {
    const { sdks, credentials: { sdkAppId, userId }, timOptions } = options;
    const tim = options.tim ?? sdks.tim.create({ ...timOptions, SDKAppID: sdkAppId });
    if (!tim) throw new CallError('login-refused', { detail: 'The SDKAppID is not a number.' });
    if (held.has(tim)) throw new CallError('login-refused', { detail: 'Another user of this SDKAppID is logged in in this page; Tencent IM allows one.' });
    this.#options = options;
    this.userId = userId;
    this.tim = tim;
    this.book = new InvitationBook(userId);
    if (!options.tim) tim.setLogLevel(NO_LOG);
    this.#facade = new TimFacade(tim, {
      mayLogOut: () => !this.#repeatedLogin && !this.#kickedOut,
      admits: (envelope) => this.book.admits(envelope),
      rings: (inviteId, ms) => this.book.noteRinging(inviteId, ms === 0 ? 0 : options.clock.now() + ms),
      pause: (ms) => this.#pause(ms),
      serverTime: () => (this.#clockOffset === undefined ? undefined : options.clock.now() + this.#clockOffset),
    });
    this.client = new sdks.signaling({ SDKAppID: sdkAppId, tim: this.#facade });
    // It would print the userSig at its default level.
    this.client.setLogLevel(NO_LOG);
    this.#ready = new Promise((resolve, reject) => {
      this.client.on(SIGNALING_EVENTS.ready, () => resolve());
      this.#failReady = reject;
    });
    this.#ready.catch(() => undefined);
    this.client.on(SIGNALING_EVENTS.kickedOut, ({ data }) => this.#kicked(toKickReason(data)));
    // Alone it means that somebody else logged this TIM out; after a kick it says the same again.
    this.client.on(SIGNALING_EVENTS.notReady, () => this.#kicked('by-service'));
    if (!options.tim) made.set(sdkAppId, tim);
    held.set(tim, new Promise((resolve) => { this.#release = resolve; }));
  }

  /** Aborted as soon as the session is over, however it ended. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** How much longer an invitation from elsewhere rings, ms, in whole seconds as the service counts; undefined where nobody said. */
  ringMs(inviteId: string): number | undefined {
    const endsAt = this.book.endOfRinging(inviteId);
    return endsAt === undefined ? undefined : Math.max(1, Math.ceil((endsAt - this.#options.clock.now()) / 1000)) * 1000;
  }

  /** The service's clock less ours, ms; 0 where it is not known. */
  get clockOffset(): number {
    return this.#clockOffset ?? 0;
  }

  /** Listens to one of tsignaling's events for as long as the session lasts. */
  on(eventName: string, handler: SdkHandler): void {
    this.client.on(eventName, (event) => {
      if (!this.over.aborted) handler(event);
    });
  }

  /** Logs out where the login was this one, and gives everything back. Never rejects; offline it takes up to 20 seconds. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** Resolves when the session can be used. Rejects: login-refused, network, timed-out, aborted; then it is to be closed. */
  async login(signal: AbortSignal): Promise<void> {
    const { clock, credentials: { userId, userSig } } = this.#options;
    const result = await bounded(this.client.login({ userID: userId, userSig }), { clock, ms: LOGIN_MS, signal });
    if (!isRecord(result) || !isRecord(result['data'])) throw new CallError('login-refused', { detail: 'This TIM has been destroyed.' });
    const { repeatLogin, timeStamp } = result['data'];
    this.#repeatedLogin = repeatLogin === true;
    if (typeof timeStamp === 'number') this.#clockOffset = timeStamp * 1000 - clock.now();
    await bounded(this.#repeatedLogin ? this.#joinLogin() : this.#ready, { clock, ms: READY_MS, signal });
  }

  /** The application had logged its TIM in: it must be the same user, and there will be no word that it is ready. */
  async #joinLogin(): Promise<void> {
    const user = await this.#me().catch(() => this.#ready.then(() => this.#me()));
    if (user !== this.userId) throw new CallError('login-refused', { detail: 'The given TIM is logged in as another user.' });
  }

  async #me(): Promise<unknown> {
    const result = await this.tim.getMyProfile();
    return isRecord(result) && isRecord(result['data']) ? result['data']['userID'] : undefined;
  }

  #kicked(reason: KickReason): void {
    if (this.over.aborted) return;
    // TIM would still send a logout at this moment, over a socket that it closes in the next: its promise never settles.
    this.#kickedOut = true;
    void this.close();
    this.#failReady(new CallError('login-refused', { detail: 'The session was ended while it began.' }));
    this.#options.onKicked(reason);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#options.clock.after(ms, () => resolve());
      this.over.addEventListener('abort', () => {
        stop();
        resolve();
      }, { once: true });
    });
  }

  async #close(): Promise<void> {
    const { clock } = this.#options;
    const destroys = this.#options.tim === undefined && !this.#repeatedLogin;
    this.#over.abort();
    this.#facade.detach();
    const work = (async () => {
      // Also makes tsignaling forget its invitations, whose timers would go on.
      await this.client.logout().catch(() => undefined);
      // Rejects when nobody is logged in any more, and destroys all the same.
      if (destroys) await this.tim.destroy().catch(() => undefined);
    })();
    await bounded(work, { clock, ms: CLOSE_MS }).catch(() => undefined);
    held.delete(this.tim);
    const { sdkAppId } = this.#options.credentials;
    if (made.get(sdkAppId) === this.tim) made.delete(sdkAppId);
    this.#release();
  }
}
