import type { Clock } from '../../../src/calling/clock.js';
import { CallError } from '../../../src/calling/errors.js';
import type { OutgoingInvitation, SignalingEvent } from '../../../src/engines/engine.js';
import { ImSignaling } from '../../../src/engines/tencent/im-signaling.js';
import type { TimClient } from '../../../src/engines/tencent/im-types.js';
import { loadImSdks } from '../../../src/engines/tencent/load-sdks.js';
import type { FakeIm } from '../../support/im-stand-in/fake-im.js';
import type { ImStandIn } from '../../support/im-stand-in/client.js';

export const never = (): AbortSignal => new AbortController().signal;

/** An invitation's payload: TCJ's fields matter to tsignaling, which looks for a room in it. */
export const PAYLOAD = '{"call_type":1,"room_id":5}';

/** The SDK has one instance per SDKAppID; so in one page everybody has an application of their own. */
let lastAppId = 1_400_000_000 + Math.floor(Math.random() * 90_000_000);
export const nextAppId = (): number => (lastAppId += 1);

export interface PersonOptions {
  readonly userId: string;
  readonly userSig?: string;
  readonly sdkAppId?: number;
  readonly tim?: TimClient;
  readonly clock?: Clock;
}

/** Somebody with a real signalling half, on the fake TIM or on the real one against the stand-in. */
export class ImPerson {
  readonly userId: string;
  readonly signaling: ImSignaling;
  readonly sdkAppId: number;
  readonly heard: SignalingEvent[] = [];
  readonly #userSig: string;

  constructor(im: FakeIm | ImStandIn, { userId, userSig = 'sig', sdkAppId = nextAppId(), tim, clock }: PersonOptions) {
    this.userId = userId;
    this.sdkAppId = sdkAppId;
    this.#userSig = userSig;
    const isFake = 'module' in im;
    this.signaling = new ImSignaling({
      sdks: async () => (isFake ? { ...(await loadImSdks()), tim: im.module } : loadImSdks()),
      timOptions: isFake ? {} : { proxyServer: im.proxyServer },
      tim,
      ...(clock && { clock }),
    });
    this.signaling.listen((event) => this.heard.push(event));
  }

  async login(signal = never()): Promise<this> {
    await this.signaling.login({ sdkAppId: this.sdkAppId, userId: this.userId, userSig: this.#userSig }, signal);
    return this;
  }

  invite(invitees: readonly ImPerson[], invitation: Partial<OutgoingInvitation> = {}): Promise<void> {
    const usual = { inviteId: 'one', invitees: invitees.map(({ userId }) => userId), groupId: '', data: PAYLOAD, timeout: 30 };
    return this.signaling.invite({ ...usual, ...invitation }, never());
  }

  of<T extends SignalingEvent['type']>(type: T): Extract<SignalingEvent, { type: T }>[] {
    return this.heard.filter((event): event is Extract<SignalingEvent, { type: T }> => event.type === type);
  }

  /** Resolves with the first event, past or to come, that fits. */
  async hears<T extends SignalingEvent['type']>(type: T, fits: (event: Extract<SignalingEvent, { type: T }>) => boolean = () => true, ms = 10_000): Promise<Extract<SignalingEvent, { type: T }>> {
    const deadline = performance.now() + ms;
    for (;;) {
      const event = this.of(type).find(fits);
      if (event) return event;
      if (performance.now() > deadline) throw new Error(`${this.userId} did not hear "${type}" in ${ms} ms, but ${JSON.stringify(this.heard)}`);
      await soon();
    }
  }

  /** The names of what was heard, connections left out. */
  get story(): readonly string[] {
    return this.heard.filter(({ type }) => type !== 'connection').map((event) => ('userId' in event ? `${event.type} ${event.userId}` : event.type));
  }

  get connection(): string | undefined {
    return this.of('connection').at(-1)?.state;
  }
}

/** A turn of the event loop, with time for a frame over loopback. */
export const soon = (ms = 10): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

export const failureOf = (promise: Promise<unknown>): Promise<{ readonly reason: string; readonly code: number; readonly message: string }> =>
  promise.then(() => ({ reason: 'resolved', code: 0, message: '' }), (thrown: unknown) => {
    const { reason, code, message } = CallError.from(thrown);
    return { reason, code, message };
  });

export const reasonOf = async (promise: Promise<unknown>): Promise<string> => (await failureOf(promise)).reason;
