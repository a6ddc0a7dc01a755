/**
 * Calls over Tencent's cloud: invitations by tim-js-sdk and tsignaling, media by trtc-js-sdk. The libraries are fetched
 * with the first login.
 */
import type { Engine } from '../engine.js';
import { BrowserDevices } from '../media/browser-devices.js';
import { ImSignaling } from './im-signaling.js';
import type { TimClient } from './im-types.js';
import { loadImSdks, loadTrtcSdk } from './load-sdks.js';
import { createTrtcRoom } from './trtc-room.js';

export type { TimClient } from './im-types.js';

export interface TencentEngineOptions {
  /** The application's own `TIM.create(…)`, for a page that chats as well: there is one TIM per page and SDKAppID. */
  readonly tim?: TimClient;
  /** Spread into `TIM.create`: region, proxy and the like. */
  readonly timOptions?: Readonly<Record<string, unknown>>;
  /** Spread into `TRTC.createClient`. */
  readonly trtcOptions?: Readonly<Record<string, unknown>>;
}

export function createTencentEngine({ tim, timOptions = {}, trtcOptions = {} }: TencentEngineOptions = {}): Engine {
  const signaling = new ImSignaling({
    tim, timOptions,
    sdks: () => {
      // Beside the other two, so that it is there when somebody calls; whether it could be had, the first room says.
      loadTrtcSdk().catch(() => undefined);
      return loadImSdks();
    },
  });
  const room = createTrtcRoom({ sdk: loadTrtcSdk, credentials: () => signaling.credentials, trtcOptions });
  const devices = new BrowserDevices();
  return {
    name: 'tencent', signaling, room, devices,
    async dispose() {
      devices.dispose();
      await room.dispose();
      await signaling.logout();
      signaling.clear();
    },
  };
}
