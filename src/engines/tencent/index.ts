/**
 * Calls over Tencent's cloud: invitations by tim-js-sdk and tsignaling, media by trtc-js-sdk. The libraries are fetched
 * with the first login.
 */
import type { Engine } from '../engine.js';
import { BrowserDevices } from '../media/browser-devices.js';
import { toTencentSettings, type TencentEngineOptions } from './im-options.js';
import { ImSignaling } from './im-signaling.js';
import { loadImSdks, loadTrtcSdk } from './load-sdks.js';
import { createTrtcRoom } from './trtc-room.js';

export type { TencentEngineOptions } from './im-options.js';
export type { TimClient } from './im-types.js';

/** Throws `invalid-argument` (a CallError) for options that are not as {@link TencentEngineOptions} says. */
export function createTencentEngine(options: TencentEngineOptions = {}): Engine {
  const { tim, timOptions, trtcOptions, capture } = toTencentSettings(options);
  const signaling = new ImSignaling({
    tim, timOptions,
    sdks: () => {
      // Beside the other two, so that it is there when somebody calls; whether it could be had, the first room says.
      loadTrtcSdk().catch(() => undefined);
      return loadImSdks();
    },
  });
  const room = createTrtcRoom({ sdk: loadTrtcSdk, credentials: () => signaling.credentials, trtcOptions });
  const devices = new BrowserDevices(capture);
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
