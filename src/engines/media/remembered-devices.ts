import type { CaptureKind } from '../engine.js';

const KEY = 'trtc-calling.device.';

/** The device that was used last, per origin. A page without storage forgets, and nothing else happens. */
export const rememberedDevices = {
  get(kind: CaptureKind): string {
    try {
      return localStorage.getItem(KEY + kind) ?? '';
    } catch {
      return '';
    }
  },
  set(kind: CaptureKind, deviceId: string): void {
    try {
      localStorage.setItem(KEY + kind, deviceId);
    } catch {
      // Storage is full or forbidden: the choice lasts as long as the page.
    }
  },
};
