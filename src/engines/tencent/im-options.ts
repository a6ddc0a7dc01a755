import { CallError } from '../../calling/errors.js';
import type { Capture } from '../media/capture.js';
import { isRecord, type TimClient } from './im-types.js';

export interface TencentEngineOptions {
  /** The application's own `TIM.create(…)`, for a page that chats as well: there is one TIM per page and SDKAppID. */
  readonly tim?: TimClient;
  /** Spread into `TIM.create`: region, proxy and the like. */
  readonly timOptions?: Readonly<Record<string, unknown>>;
  /** Spread into `TRTC.createClient`; `proxyServer` and `turnServer` go to the client's methods of those names. */
  readonly trtcOptions?: Readonly<Record<string, unknown>>;
  /** Opens devices instead of the browser; see `testPictureCapture` of the local engine. */
  readonly capture?: Capture;
}

export interface TencentSettings {
  readonly tim: TimClient | undefined;
  readonly timOptions: Readonly<Record<string, unknown>>;
  readonly trtcOptions: Readonly<Record<string, unknown>>;
  readonly capture: Capture | undefined;
}

const refuse = (detail: string): CallError => new CallError('invalid-argument', { detail });

/** Throws `invalid-argument` for whatever is not as {@link TencentEngineOptions} says. */
export function toTencentSettings(options: unknown): TencentSettings {
  if (!isRecord(options)) throw refuse('The options of the tencent engine are an object.');
  const { tim, timOptions = {}, trtcOptions = {}, capture } = options;
  if (tim !== undefined && !isTim(tim)) throw refuse('tim is what TIM.create() returns.');
  if (!isRecord(timOptions)) throw refuse('timOptions is an object.');
  if (!isRecord(trtcOptions)) throw refuse('trtcOptions is an object.');
  if (capture !== undefined && !isCapture(capture)) throw refuse('capture is a function.');
  return { tim, timOptions, trtcOptions, capture };
}

const METHODS = [
  'on', 'off', 'login', 'logout', 'destroy', 'setLogLevel', 'createCustomMessage', 'sendMessage', 'getConversationList', 'getMessageList', 'getUserProfile',
  'getMyProfile', 'updateMyProfile',
] as const satisfies readonly (keyof TimClient)[];

const isTim = (value: unknown): value is TimClient => isRecord(value) && METHODS.every((method) => typeof value[method] === 'function');
const isCapture = (value: unknown): value is Capture => typeof value === 'function';
