/**
 * The parts of tim-js-sdk and tsignaling that this engine uses, as structure: any TIM of the same shape will do. What comes
 * out of them is `unknown` on purpose, because it comes from other clients or from a service.
 */

/** Every event of both libraries. */
export interface SdkEvent {
  readonly name: string;
  readonly data: unknown;
}

export type SdkHandler = (event: SdkEvent) => void;

/** What a promise of theirs resolves with. Their failures have `code` and `message` too. */
export interface SdkResult {
  readonly code: number;
  readonly data: unknown;
}

/** An instance that `TIM.create` returned. */
export interface TimClient {
  on(eventName: string, handler: SdkHandler): void;
  off(eventName: string, handler: SdkHandler): void;
  login(options: { readonly userID: string; readonly userSig: string }): Promise<unknown>;
  logout(): Promise<unknown>;
  destroy(): Promise<unknown>;
  setLogLevel(level: number): void;
  createCustomMessage(options: unknown): unknown;
  sendMessage(message: unknown, options?: unknown): Promise<unknown>;
  getConversationList(options?: unknown): Promise<unknown>;
  getMessageList(options: unknown): Promise<unknown>;
  getMyProfile(): Promise<unknown>;
  getUserProfile(options: { readonly userIDList: string[] }): Promise<unknown>;
  updateMyProfile(options: { readonly nick?: string; readonly avatar?: string }): Promise<unknown>;
}

export interface TimModule {
  create(options: { readonly SDKAppID: number } & Readonly<Record<string, unknown>>): TimClient | null;
}

/** An instance of `TSignaling`. The `…Sync` methods tell the invitation's id at once and the outcome by callback. */
export interface SignalingClient {
  on(eventName: string, handler: SdkHandler): void;
  login(options: { readonly userID: string; readonly userSig: string }): Promise<unknown>;
  logout(): Promise<unknown>;
  setLogLevel(level: number): void;
  inviteSync(options: InviteOptions & { readonly userID: string }, onSuccess: () => void, onFailure: (code: unknown, message: unknown) => void): string;
  inviteInGroupSync(
    options: InviteOptions & { readonly groupID: string; readonly inviteeList: string[] },
    onSuccess: () => void,
    onFailure: (code: unknown, message: unknown) => void,
  ): string;
  accept(options: AnswerOptions): Promise<unknown>;
  reject(options: AnswerOptions): Promise<unknown>;
  cancel(options: AnswerOptions): Promise<unknown>;
}

export interface InviteOptions {
  readonly data: string;
  /** Seconds. */
  readonly timeout: number;
}

export interface AnswerOptions {
  readonly inviteID: string;
  readonly data: string;
}

export interface SignalingModule {
  new (options: { readonly SDKAppID: number; readonly tim: unknown }): SignalingClient;
}

/** Both libraries, loaded. */
export interface ImSdks {
  readonly tim: TimModule;
  readonly signaling: SignalingModule;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
