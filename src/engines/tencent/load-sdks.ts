/**
 * Tencent's three libraries, fetched when somebody logs in and not before: they touch `window` as they load, so a server
 * could not even import them.
 *
 * For bundlers: trtc-js-sdk is asked for as its ES file, a third smaller than its main. tim-js-sdk is asked for by its bare
 * name, because tsignaling requires it so and there must be one copy of it: a second one splits the login. To get its ES
 * file as well, 9 kB gzip less, alias the exact name `tim-js-sdk` to a module of your own that holds
 *
 *     import TIM from 'tim-js-sdk/tim-js.es.js';
 *     export default TIM;
 *     export const { create, EVENT, TYPES, VERSION } = TIM;
 *
 * and not to that file itself: tsignaling looks for these names on what it requires, and would find `default` only.
 * (Vite: `alias: [{ find: /^tim-js-sdk$/, replacement: … }]`; webpack: `alias: { 'tim-js-sdk$': … }`.)
 *
 * A page with a Content Security Policy needs `worker-src blob:` and the services' hosts in `connect-src`.
 */
import { CallError } from '../../calling/errors.js';
import type { ImSdks, SignalingModule, TimModule } from './im-types.js';
import type { TrtcSdk } from './trtc-types.js';

let im: Promise<ImSdks> | null = null;
let trtc: Promise<TrtcSdk> | null = null;

/** tim-js-sdk and tsignaling. Rejects: engine-unavailable; the next call tries again. */
export function loadImSdks(): Promise<ImSdks> {
  im ??= Promise.all([import('tim-js-sdk'), import('tsignaling')]).then(
    ([tim, signaling]) => ({ tim: unwrap(tim, isTim, 'tim-js-sdk'), signaling: unwrap(signaling, isSignaling, 'tsignaling') }),
  ).catch((cause: unknown) => {
    im = null;
    throw unavailable(cause);
  });
  return im;
}

/** trtc-js-sdk. Rejects: engine-unavailable; the next call tries again. */
export function loadTrtcSdk(): Promise<TrtcSdk> {
  trtc ??= import('trtc-js-sdk/trtc.esm.js').then((loaded) => unwrap(loaded, isTrtc, 'trtc-js-sdk')).catch((cause: unknown) => {
    trtc = null;
    throw unavailable(cause);
  });
  return trtc;
}

const unavailable = (cause: unknown): CallError =>
  cause instanceof CallError ? cause : new CallError('engine-unavailable', { detail: 'Tencent\'s libraries could not be loaded.', cause });

/** A bundler may wrap what is not an ES module once or twice. */
function unwrap<T>(loaded: unknown, isIt: (value: unknown) => value is T, name: string): T {
  for (let value = loaded, depth = 0; depth < 3; depth += 1) {
    if (isIt(value)) return value;
    value = typeof value === 'object' && value !== null && 'default' in value ? value.default : undefined;
  }
  throw new CallError('engine-unavailable', { detail: `${name} has another shape than expected.` });
}

const has = (value: unknown, name: string): boolean =>
  (typeof value === 'object' || typeof value === 'function') && value !== null && typeof Reflect.get(value, name) === 'function';

const isTim = (value: unknown): value is TimModule => has(value, 'create');
const isTrtc = (value: unknown): value is TrtcSdk => has(value, 'createClient');
const isSignaling = (value: unknown): value is SignalingModule => typeof value === 'function' && typeof value.prototype === 'object' && has(value.prototype, 'inviteSync');
