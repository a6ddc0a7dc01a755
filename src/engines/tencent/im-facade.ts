import { codeOf } from './im-errors.js';
import { hasRungOut, readEnvelope, ringsFor, type Envelope } from './im-envelope.js';
import { isRecord, type SdkEvent, type SdkHandler, type SdkResult, type TimClient } from './im-types.js';
import { TIM_EVENTS } from './sdk-events.js';

const MISSED_SIGNALS_PAUSES_MS = [0, 300, 700, 2000];

const NOT_LOGGED_IN: SdkResult = { code: 2024, data: {} };

/** A message that could not be made: sending it gives the reason. */
class Unsendable {
  readonly result: SdkResult;

  constructor(result: SdkResult) {
    this.result = result;
  }
}

export interface FacadeOptions {
  /** The engine logged it in, so it may log it out. */
  readonly mayLogOut: () => boolean;
  /** Whether a well-formed, honest signal has anything to say here. */
  readonly admits: (envelope: Envelope) => boolean;
  /** An invitation comes that rings so many ms: tsignaling keeps that to itself. */
  readonly rings: (inviteId: string, ms: number) => void;
  /** The service's time, ms; undefined as long as it is not known. */
  readonly serverTime: () => number | undefined;
  /** Resolves after so many ms, at once when the session is over. */
  readonly pause: (ms: number) => Promise<void>;
}

/**
 * What tsignaling is given in place of the TIM. Left alone with one, it takes sender names from the text of a message,
 * loses a batch to one malformed message, never removes its listeners, leaves rejections unhandled, and after one failed
 * answer refuses all later ones: its latch is released when sending *resolves* with a code, and stays shut when it
 * rejects. So here nothing rejects, and only signals that may be believed arrive, one by one.
 */
export class TimFacade {
  readonly #tim: TimClient;
  readonly #options: FacadeOptions;
  readonly #listening: (readonly [eventName: string, handler: SdkHandler])[] = [];
  #detached = false;

  constructor(tim: TimClient, options: FacadeOptions) {
    this.#tim = tim;
    this.#options = options;
  }

  /** Takes tsignaling off the TIM: from now on it hears nothing, and nothing of it is sent. */
  detach(): void {
    this.#detached = true;
    for (const [eventName, handler] of this.#listening.splice(0)) this.#tim.off(eventName, handler);
  }

  on(eventName: string, handler: SdkHandler): void {
    const listener = eventName === TIM_EVENTS.messageReceived ? this.#oneByOne(handler) : handler;
    this.#listening.push([eventName, listener]);
    this.#tim.on(eventName, listener);
  }

  login(options: { readonly userID: string; readonly userSig: string }): Promise<unknown> {
    return this.#tim.login(options);
  }

  async logout(): Promise<unknown> {
    return this.#options.mayLogOut() ? this.#tim.logout() : { code: 0, data: {} };
  }

  /** tsignaling passes its own level on; how talkative an application's TIM is, is the application's business. */
  setLogLevel(): void {}

  /** Returns a rejected promise when the session is not ready. */
  createCustomMessage(options: unknown): unknown {
    try {
      const message = this.#tim.createCustomMessage(options);
      if (!(message instanceof Promise)) return message;
      message.catch(() => undefined);
      return new Unsendable(NOT_LOGGED_IN);
    } catch (thrown) {
      return new Unsendable(failed(thrown));
    }
  }

  async sendMessage(message: unknown, options?: unknown): Promise<unknown> {
    if (this.#detached) return NOT_LOGGED_IN;
    if (message instanceof Unsendable) return message.result;
    return this.#tim.sendMessage(message, options).catch(failed);
  }

  /**
   * For the signals that came while nobody was logged in. tsignaling asks once, as soon as TIM is ready; what was missed
   * may be fetched a little later, so it gets the answer when there is something, or when there will be nothing any more.
   */
  async getConversationList(options?: unknown): Promise<unknown> {
    let conversationList: readonly unknown[] = [];
    for (const ms of MISSED_SIGNALS_PAUSES_MS) {
      await this.#options.pause(ms);
      if (this.#detached) break;
      const found = listIn(await this.#tim.getConversationList(options).catch(failed), 'conversationList');
      conversationList = found.filter((one) => isRecord(one) && isRecord(one['lastMessage']));
      if (conversationList.some((one) => isRecord(one) && Number(one['unreadCount']) > 0)) break;
    }
    return { code: 0, data: { conversationList } };
  }

  async getMessageList(options: unknown): Promise<unknown> {
    const found = listIn(await this.#tim.getMessageList(options).catch(failed), 'messageList');
    return { code: 0, data: { messageList: found.filter((message) => this.#read(message) !== null) } };
  }

  /** After a sleep or a login, what rang long ago arrives as if it were new. */
  #read(message: unknown): Envelope | null {
    const envelope = readEnvelope(message);
    const now = this.#options.serverTime();
    if (!envelope || (now !== undefined && hasRungOut(envelope, now))) return null;
    if (envelope.action === 'invite') this.#options.rings(envelope.inviteId, ringsFor(envelope, now));
    return envelope;
  }

  #oneByOne(handler: SdkHandler): SdkHandler {
    return ({ name, data }: SdkEvent) => {
      for (const message of Array.isArray(data) ? [...data] : []) {
        const envelope = this.#read(message);
        if (!envelope || !this.#options.admits(envelope)) continue;
        try {
          handler({ name, data: [message] });
        } catch (error) {
          reportError(error);
        }
      }
    };
  }
}

/** A rejection as the kind of result that tsignaling can live with. */
const failed = (thrown: unknown): SdkResult & { readonly message: string } => ({ code: codeOf(thrown), message: '', data: {} });

function listIn(result: unknown, name: string): readonly unknown[] {
  const list = isRecord(result) && isRecord(result['data']) ? result['data'][name] : undefined;
  return Array.isArray(list) ? list : [];
}
