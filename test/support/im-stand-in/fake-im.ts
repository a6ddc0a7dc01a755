/**
 * UNOFFICIAL AND LOCAL. A TIM without a wire: what tim-js-sdk 2.27.6 was seen to return, reject and tell, in this process and
 * at once, with every failure on demand. tsignaling on top of it is the real one. test/engines/tencent/im-honesty.test.ts
 * runs one script on this and on the real TIM and compares the events; it proves nothing about the cloud.
 */
import type { SdkEvent, SdkHandler, TimClient, TimModule } from '../../../src/engines/tencent/im-types.js';

type Method = 'login' | 'logout' | 'sendMessage' | 'getUserProfile' | 'updateMyProfile' | 'getConversationList' | 'getMessageList';

/** A custom message as an application gets it. */
export interface FakeMessage {
  readonly type: string;
  readonly payload: { readonly data: unknown };
  readonly from: string;
  readonly to: string;
  readonly conversationType: string;
  readonly time: number;
}

/** How the next call of a method goes wrong. `undefined` as code: an Error without one, as for missing parameters. */
export interface FakeFailure {
  readonly code?: number;
  readonly times?: number;
  /** Neither resolves nor rejects. */
  readonly hangs?: boolean;
}

/** The service and everybody on it. */
export class FakeIm {
  readonly clients = new Map<number, FakeTim>();
  readonly everMade: FakeTim[] = [];
  readonly groups = new Map<string, readonly string[]>();
  readonly missed = new Map<string, FakeMessage[]>();
  readonly profiles = new Map<string, { readonly nick: string; readonly avatar: string }>();
  /** Seconds that the service's clock is ahead of this machine's. */
  clockAhead = 0;
  /** Called with each new instance before anybody has it. */
  onMade: (made: FakeTim) => void = () => undefined;

  readonly module: TimModule = {
    create: ({ SDKAppID, ...options }) => {
      if (Number.isNaN(SDKAppID)) return null;
      const known = this.clients.get(SDKAppID);
      if (known) return known;
      const made = new FakeTim(this, SDKAppID, options);
      this.clients.set(SDKAppID, made);
      this.everMade.push(made);
      this.onMade(made);
      return made;
    },
  };

  clientsOf(userId: string): readonly FakeTim[] {
    return [...this.clients.values()].filter((client) => client.userId === userId && client.isLoggedIn);
  }

  /** The instance of the user who logged in last. */
  clientOf(userId: string): FakeTim {
    const client = this.clientsOf(userId).at(-1);
    if (!client) throw new Error(`${userId} is not logged in.`);
    return client;
  }

  now(): number {
    return Math.floor(Date.now() / 1000) + this.clockAhead;
  }

  /** To every device of the receivers, and as copies to the sender's others. */
  deliver(message: FakeMessage, sender?: FakeTim): void {
    const receivers = message.conversationType === 'GROUP' ? (this.groups.get(message.to) ?? []) : [message.to, message.from];
    for (const userId of new Set(receivers)) {
      const devices = this.clientsOf(userId).filter((client) => client !== sender);
      for (const client of devices) setTimeout(() => client.tell('onMessageReceived', [message]));
      if (devices.length === 0 && userId !== message.from) this.missed.set(userId, [...(this.missed.get(userId) ?? []), message]);
    }
  }

  /** A message with any text, by anybody. */
  say(from: string, to: string, text: unknown): void {
    this.deliver({ type: 'TIMCustomElem', payload: { data: text }, from, to, conversationType: 'C2C', time: this.now() });
  }
}

export class FakeTim implements TimClient {
  readonly options: Readonly<Record<string, unknown>>;
  readonly #im: FakeIm;
  readonly #sdkAppId: number;
  readonly #handlers: { readonly eventName: string; readonly handler: SdkHandler }[] = [];
  readonly #failures = new Map<Method, { readonly failure: FakeFailure; left: number }>();
  readonly calls: string[] = [];
  userId = '';
  isLoggedIn = false;
  isReady = false;
  isDestroyed = false;
  /** How long it takes from the login to being ready; Infinity: until `becomeReady`. */
  readyAfterMs = 0;
  logLevel = 0;

  constructor(im: FakeIm, sdkAppId: number, options: Readonly<Record<string, unknown>>) {
    this.#im = im;
    this.#sdkAppId = sdkAppId;
    this.options = options;
  }

  get listeners(): number {
    return this.#handlers.length;
  }

  fail(method: Method, failure: FakeFailure = {}): void {
    this.#failures.set(method, { failure, left: failure.times ?? 1 });
  }

  tell(name: string, data?: unknown): void {
    const event: SdkEvent = { name, data };
    for (const { eventName, handler } of [...this.#handlers]) if (eventName === name) handler(event);
  }

  becomeReady(): void {
    if (!this.isLoggedIn) return;
    this.isReady = true;
    this.tell('sdkStateReady');
  }

  /** The service ends the session. Only another login is told when TIM has forgotten it; of the rest the news come first. */
  kick(type: string): void {
    if (type.startsWith('multiple')) this.#forget();
    this.tell('kickedOut', { type });
    this.#forget();
    this.tell('sdkStateNotReady');
  }

  on(eventName: string, handler: SdkHandler): void {
    this.#handlers.push({ eventName, handler });
  }

  off(eventName: string, handler: SdkHandler): void {
    const at = this.#handlers.findIndex((one) => one.eventName === eventName && one.handler === handler);
    if (at >= 0) this.#handlers.splice(at, 1);
  }

  async login({ userID, userSig }: { readonly userID: string; readonly userSig: string }): Promise<unknown> {
    if (this.isDestroyed) return undefined;
    await this.#call('login');
    if (!userID || !userSig) throw new Error('Params validate failed.');
    if (this.isLoggedIn) return { code: 0, data: { actionStatus: 'OK', errorCode: 0, errorInfo: '', repeatLogin: true } };
    this.userId = userID;
    this.isLoggedIn = true;
    if (this.readyAfterMs !== Infinity) setTimeout(() => this.becomeReady(), this.readyAfterMs);
    return { code: 0, data: { actionStatus: 'OK', errorCode: 0, a2Key: `a2-${userID}`, timeStamp: this.#im.now() } };
  }

  async logout(): Promise<unknown> {
    if (!this.isLoggedIn) throw error(2024);
    await this.#call('logout');
    this.#forget();
    this.tell('sdkStateNotReady');
    return { code: 0, data: {} };
  }

  async destroy(): Promise<unknown> {
    try {
      return await this.logout();
    } finally {
      this.isDestroyed = true;
      if (this.#im.clients.get(this.#sdkAppId) === this) this.#im.clients.delete(this.#sdkAppId);
    }
  }

  setLogLevel(level: number): void {
    this.logLevel = level;
  }

  createCustomMessage(options: unknown): unknown {
    if (!this.isReady) return Promise.reject(error(2024));
    const { to, conversationType, payload } = options as Pick<FakeMessage, 'to' | 'conversationType' | 'payload'>;
    return { type: 'TIMCustomElem', payload, to, conversationType, from: this.userId, time: this.#im.now() } satisfies FakeMessage;
  }

  async sendMessage(message: unknown): Promise<unknown> {
    await this.#call('sendMessage');
    this.#im.deliver(message as FakeMessage, this);
    return { code: 0, data: { message } };
  }

  async getConversationList(): Promise<unknown> {
    await this.#call('getConversationList');
    const senders = new Set((this.#im.missed.get(this.userId) ?? []).map(({ from }) => from));
    const conversationList = [...senders].map((from) => ({ conversationID: `C2C${from}`, unreadCount: 1, lastMessage: { lastTime: this.#im.now() } }));
    return { code: 0, data: { conversationList } };
  }

  async getMessageList(options: unknown): Promise<unknown> {
    await this.#call('getMessageList');
    const { conversationID } = options as { readonly conversationID: string };
    return { code: 0, data: { messageList: (this.#im.missed.get(this.userId) ?? []).filter(({ from }) => conversationID === `C2C${from}`) } };
  }

  async getUserProfile({ userIDList }: { readonly userIDList: string[] }): Promise<unknown> {
    await this.#call('getUserProfile');
    const { profiles } = this.#im;
    return { code: 0, data: userIDList.flatMap((userID) => (profiles.has(userID) ? [{ userID, ...profiles.get(userID) }] : [])) };
  }

  async getMyProfile(): Promise<unknown> {
    if (!this.isReady) throw error(2024);
    return { code: 0, data: { userID: this.userId, nick: '', avatar: '' } };
  }

  async updateMyProfile({ nick = '', avatar = '' }: { readonly nick?: string; readonly avatar?: string }): Promise<unknown> {
    await this.#call('updateMyProfile');
    this.#im.profiles.set(this.userId, { nick, avatar });
    return { code: 0, data: { userID: this.userId, nick, avatar } };
  }

  #forget(): void {
    this.isLoggedIn = false;
    this.isReady = false;
  }

  async #call(method: Method): Promise<void> {
    this.calls.push(method);
    const planned = this.#failures.get(method);
    await Promise.resolve();
    if (planned && planned.left > 0) {
      planned.left -= 1;
      if (planned.failure.hangs) await new Promise(() => undefined);
      throw planned.failure.code === undefined ? new Error('Params validate failed.') : error(planned.failure.code);
    }
    if (method !== 'login' && method !== 'logout' && !this.isReady) throw error(2024);
  }
}

const error = (code: number): Error => Object.assign(new Error(''), { code, data: {} });
