import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import { isUserId } from '../../calling/signal-codec.js';
import type { KickReason, UserProfile } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { Credentials, OutgoingInvitation, Signaling, SignalingEvent } from '../engine.js';
import { bounded } from './im-bounded.js';
import { ImDesk } from './im-desk.js';
import { toCallError } from './im-errors.js';
import { ImSession, type SessionOptions } from './im-session.js';
import type { ImSdks } from './im-types.js';
import { SignatureWatch } from './signature-watch.js';

const LOAD_MS = 30_000;
const LOGOUT_MS = 2000;
/** How long a login waits for another one of the same application in this page to end. */
const TAKEOVER_MS = 4000;

export interface ImSignalingOptions extends Pick<SessionOptions, 'tim' | 'timOptions'> {
  readonly sdks: () => Promise<ImSdks>;
  readonly clock?: Clock;
}

/** Invitations over Tencent IM: tim-js-sdk carries, tsignaling writes the envelopes. */
export class ImSignaling extends Emitter<SignalingEvent> implements Signaling {
  readonly #options: ImSignalingOptions;
  readonly #clock: Clock;
  #desk: ImDesk | null = null;
  #credentials: Credentials | null = null;
  #loggingIn = new AbortController();
  #closing: Promise<void> = Promise.resolve();
  /** The present desk was opened with an older signature than the one at hand. */
  #isRenewed = false;
  readonly #signature: SignatureWatch;

  constructor(options: ImSignalingOptions) {
    super();
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#signature = new SignatureWatch(this.#clock, () => this.emit({ type: 'signature-expiring' }));
  }

  /** Of the present login. Throws: not-logged-in. */
  get credentials(): Credentials {
    if (!this.#credentials) throw new CallError('not-logged-in');
    return this.#credentials;
  }

  async login(credentials: Credentials, signal: AbortSignal): Promise<void> {
    await this.logout();
    const loggingIn = this.#begin();
    const giveUp = (): void => loggingIn.abort();
    signal.addEventListener('abort', giveUp, { signal: loggingIn.signal });
    if (signal.aborted) giveUp();
    this.emit({ type: 'connection', state: 'connecting' });
    try {
      if (!isUserId(credentials.userId)) throw new CallError('login-refused', { detail: 'A user id is 1 to 32 letters, digits, underscores or hyphens.' });
      this.#arrive(await this.#open(credentials, loggingIn.signal), credentials);
    } catch (thrown) {
      this.emit({ type: 'connection', state: 'disconnected' });
      throw loggingIn.signal.aborted ? new CallError('aborted') : toCallError(thrown, 'login-refused');
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
    this.emit({ type: 'connection', state: 'connected' });
  }

  renew(credentials: Credentials): void {
    if (!this.#desk || credentials.userSig === this.#credentials?.userSig) return;
    this.#credentials = credentials;
    this.#isRenewed = true;
    void this.#signature.watch(credentials.userSig, this.#desk.clockOffset);
  }

  async logout(): Promise<void> {
    this.#loggingIn.abort();
    this.#credentials = null;
    const desk = this.#desk;
    if (!desk) return;
    this.#leave(desk);
    this.emit({ type: 'connection', state: 'disconnected' });
    // Offline, the SDK takes its time; the next login waits for the rest of it.
    await bounded(this.#closing, { clock: this.#clock, ms: LOGOUT_MS }).catch(() => undefined);
  }

  async invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void> {
    await this.#present(signal).outgoing.invite(invitation, signal);
  }

  async accept(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#present(signal).answer('accept', inviteId, data, signal);
  }

  async reject(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#present(signal).answer('reject', inviteId, data, signal);
  }

  async cancel(inviteId: string, data: string, signal: AbortSignal): Promise<void> {
    await this.#present(signal).outgoing.cancel(inviteId, data, signal);
  }

  /** IM has no word for it: each instance of the user answers for itself. */
  async setInCall(): Promise<boolean> {
    return true;
  }

  async setProfile({ nickname, avatarUrl }: { readonly nickname: string; readonly avatarUrl: string }, signal: AbortSignal): Promise<void> {
    await this.#present(signal).setProfile(nickname, avatarUrl, signal);
  }

  async getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    return this.#present(signal).getProfiles(userIds, signal);
  }

  #begin(): AbortController {
    this.#loggingIn = new AbortController();
    return this.#loggingIn;
  }

  #arrive(desk: ImDesk, credentials: Credentials): void {
    this.#desk = desk;
    this.#credentials = credentials;
    this.#isRenewed = false;
    void this.#signature.watch(credentials.userSig, desk.clockOffset);
  }

  async #open(credentials: Credentials, signal: AbortSignal): Promise<ImDesk> {
    const { sdks: load, tim, timOptions } = this.#options;
    const clock = this.#clock;
    const sdks = await bounded(load(), { clock, ms: LOAD_MS, signal, reason: 'engine-unavailable' });
    await bounded(this.#closing, { clock, ms: LOAD_MS, signal });
    // A provider that makes itself anew logs in while its former self is still logging out.
    await bounded(ImSession.released(credentials.sdkAppId, tim), { clock, ms: TAKEOVER_MS, signal }).catch(() => undefined);
    if (signal.aborted) throw new CallError('aborted');
    const desk = new ImDesk({
      sdks, tim, timOptions, credentials, clock,
      emit: (event) => this.emit(event),
      onKicked: (kicked, reason) => this.#kicked(kicked, reason),
    });
    try {
      await desk.login(signal);
      if (desk.isOver) throw new CallError('login-refused', { detail: 'The session was ended while it began.' });
      if (signal.aborted) throw new CallError('aborted');
      return desk;
    } catch (thrown) {
      this.#closing = desk.close();
      throw thrown;
    }
  }

  /** The core answers it with a logout. While it logs in, the login's rejection says it all. */
  #kicked(desk: ImDesk, reason: KickReason): void {
    if (this.#desk !== desk) return;
    const credentials = this.#credentials;
    const isRenewed = this.#isRenewed && reason === 'signature-expired';
    this.#leave(desk);
    if (isRenewed && credentials) return void this.#goOn(credentials);
    this.#end(reason);
  }

  /**
   * The session had the old signature, which the SDK cannot exchange: another session with the fresh one takes its place.
   * A conversation does not notice; an invitation that rings meanwhile is answered by coming into its room.
   */
  async #goOn(credentials: Credentials): Promise<void> {
    const { signal } = this.#begin();
    // For a room that is joined meanwhile.
    this.#credentials = credentials;
    this.emit({ type: 'connection', state: 'reconnecting' });
    try {
      this.#arrive(await this.#open(credentials, signal), credentials);
    } catch {
      if (signal.aborted) return;
      this.#credentials = null;
      this.#end('signature-expired');
      return;
    }
    this.emit({ type: 'connection', state: 'connected' });
  }

  #end(reason: KickReason): void {
    this.emit({ type: 'kicked', reason });
    this.emit({ type: 'connection', state: 'disconnected' });
  }

  #leave(desk: ImDesk): void {
    this.#desk = null;
    this.#credentials = null;
    this.#isRenewed = false;
    this.#signature.stop();
    this.#closing = desk.close();
  }

  #present(signal: AbortSignal): ImDesk {
    if (signal.aborted) throw new CallError('aborted');
    if (!this.#desk) throw new CallError('not-logged-in');
    return this.#desk;
  }
}
