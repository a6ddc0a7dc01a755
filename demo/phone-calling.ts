import { captureFromBrowser, testPictureCapture } from '../src/engines/local/index.js';
import { TRTCCalling } from '../src/index.js';
import { nameOf } from './people.js';
import type { Picture, Transport } from './query.js';

export interface PhoneOptions {
  readonly userId: string;
  readonly transport: Transport;
  readonly ringTimeout: number;
  /** Asked each time the camera opens. */
  readonly picture: () => Picture;
}

/** The relay that serves this page. */
export const relayUrl = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/relay`;

/** A TRTCCalling of its own for one phone: two of them can live in one page. */
export function createPhoneCalling({ userId, transport, ringTimeout, picture }: PhoneOptions): Promise<TRTCCalling> {
  const fromTestPicture = testPictureCapture({ label: nameOf(userId) });
  return TRTCCalling.create({
    ringTimeout,
    local: {
      transport,
      relayUrl: relayUrl(),
      capture: (kind, options) => (picture() === 'test' ? fromTestPicture : captureFromBrowser)(kind, options),
    },
  });
}

/** Whether this machine has a camera at all. Not knowing counts as having one: opening it tells. */
export async function hasCamera(): Promise<boolean> {
  try {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({ kind }) => kind === 'videoinput');
  } catch {
    return true;
  }
}
