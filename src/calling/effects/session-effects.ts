import type { Credentials } from '../../engines/engine.js';
import { CallError } from '../errors.js';
import { encodeAnswer, encodeInvitation } from '../signal-effects.js';
import type { Effect } from '../state/effect.js';
import { toFailure, warn, type EffectPorts } from './effect-ports.js';
import { Pending } from './pending.js';

/** How long a logout waits for what is still on its way out, ms. */
const FLUSH_MS = 2000;

/** Being signed in, and what is said through the service. */
export class SessionEffects {
  readonly #ports: EffectPorts;
  readonly #releasing: Pending;
  readonly #sending = new Pending();
  #session = new AbortController();
  #over: Promise<void> = Promise.resolve();
  #mayCall: Promise<boolean> = Promise.resolve(true);

  constructor(ports: EffectPorts, releasing: Pending) {
    this.#ports = ports;
    this.#releasing = releasing;
  }

  /** Whether the call here may be: what belongs to it waits for that, in its order. */
  get mayCall(): Promise<boolean> {
    return this.#mayCall;
  }

  login(tag: number, credentials: Credentials): void {
    const session = new AbortController();
    this.#session = session;
    void (async () => {
      await this.#over;
      try {
        session.signal.throwIfAborted();
        await this.#ports.engine.signaling.login(credentials, session.signal);
        this.#ports.dispatch({ type: 'login-done', tag });
      } catch (thrown) {
        this.#ports.dispatch({ type: 'login-failed', tag, failure: toFailure(thrown) });
      }
    })();
  }

  /** What the end of a call had to say goes out first. */
  logout(tag: number): void {
    const session = this.#session;
    this.#over = this.#releasing.add(this.#over.then(async () => {
      await this.#flush();
      session.abort(new CallError('aborted'));
      await this.#ports.engine.signaling.logout().catch((thrown: unknown) => warn(this.#ports, thrown));
      this.#ports.dispatch({ type: 'logout-done', tag });
    }));
  }

  #flush(): Promise<void> {
    if (this.#sending.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.#ports.clock.after(FLUSH_MS, resolve);
      void this.#sending.settled().then(() => {
        stop();
        resolve();
      });
    });
  }

  recallCall(sdkAppId: number, userId: string): void {
    const interrupted = this.#ports.recovery?.recall(sdkAppId, userId);
    if (interrupted) this.#ports.dispatch({ type: 'interrupted', interrupted });
  }

  setProfile(profile: { readonly nickname: string; readonly avatarUrl: string }): void {
    const { engine, dispatch } = this.#ports;
    engine.signaling.setProfile({ nickname: profile.nickname, avatarUrl: profile.avatarUrl }, this.#session.signal)
      .catch((thrown: unknown) => dispatch({ type: 'profile-failed', failure: toFailure(thrown) }));
  }

  /** Names are an ornament: without them the user ids are shown, so a failure is a warning and nothing more. */
  fetchProfiles(userIds: readonly string[]): void {
    const { engine, lookUp, dispatch } = this.#ports;
    const { signal } = this.#session;
    lookUp(userIds, (rest) => engine.signaling.getProfiles(rest, signal).then((profiles) => (signal.aborted ? [] : profiles)))
      .catch((thrown: unknown) => signal.aborted || dispatch({ type: 'profile-failed', failure: toFailure(thrown) }));
  }

  invite({ callId, inviteId, userIds, groupId, timeout, invitation }: Extract<Effect, { type: 'invite' }>): void {
    const { engine, dispatch } = this.#ports;
    const data = encodeInvitation(invitation);
    const { signal } = this.#session;
    void this.#sending.add(this.#mayCall.then(async (granted) => {
      if (granted) await engine.signaling.invite({ inviteId, invitees: userIds, groupId, data, timeout }, signal);
    }).then(
      () => dispatch({ type: 'invite-sent', callId, inviteId }),
      (thrown: unknown) => dispatch({ type: 'invite-failed', callId, inviteId, failure: toFailure(thrown) }),
    ));
  }

  answer({ inviteId, answer }: Extract<Effect, { type: 'answer' }>): void {
    const { engine, dispatch } = this.#ports;
    const { signal } = this.#session;
    void this.#sending.add(this.#mayCall.then(async (granted) => {
      if (granted || answer.kind !== 'accept') await engine.signaling[answer.kind](inviteId, encodeAnswer(answer), signal);
    }).catch((thrown: unknown) => dispatch({ type: 'answer-failed', inviteId, failure: toFailure(thrown) })));
  }

  setInCall(callId: string, inCall: boolean): void {
    const { engine, dispatch } = this.#ports;
    this.#mayCall = this.#mayCall.then(async () => {
      try {
        const granted = await engine.signaling.setInCall(inCall);
        if (!granted) dispatch({ type: 'call-refused', callId });
        return granted;
      } catch (thrown) {
        // Who cannot be asked forbids nothing, and the next call asks again.
        warn(this.#ports, thrown);
        return true;
      }
    });
  }

  /** Ends what is under way; resolves when the last logout is through. */
  end(): Promise<void> {
    this.#session.abort(new CallError('destroyed'));
    return this.#over;
  }
}
