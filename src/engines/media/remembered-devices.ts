import type { CaptureKind } from '../engine.js';

const KEY = 'trtc-calling.device.';
/** Browsers' ids have 64 characters. */
const MAX_LENGTH = 512;

/** The device that was chosen last, per origin. A page without storage forgets, and nothing else happens. */
export const rememberedDevices = {
  get(kind: CaptureKind): string {
    try {
      const deviceId = localStorage.getItem(KEY + kind) ?? '';
      return deviceId.length > MAX_LENGTH ? '' : deviceId;
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
