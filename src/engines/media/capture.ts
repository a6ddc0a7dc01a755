import { CallError } from '../../calling/errors.js';
import type { CaptureKind } from '../engine.js';

export interface CaptureOptions {
  /** Exactly this device. */
  readonly deviceId?: string;
  /** This device if it is there. */
  readonly preferredId?: string;
  /** Cameras: the one that faces the user (true) or away. */
  readonly front?: boolean;
}

/** Opens a device and gives its one track. Rejects with what the browser rejects with, or with a CallError. */
export type Capture = (kind: CaptureKind, options: CaptureOptions) => Promise<MediaStreamTrack>;

const VOICE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true } as const satisfies MediaTrackConstraints;
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } } as const satisfies MediaTrackConstraints;
/** Text wants pixels more than motion. */
const SCREEN = { frameRate: { ideal: 15, max: 30 } } as const satisfies MediaTrackConstraints;

/** What an encoder should save when it must save something (MediaStreamTrack Content Hints). */
const CONTENT_HINTS = { microphone: 'speech', camera: 'motion', screen: 'detail' } as const satisfies Record<CaptureKind, string>;

/** The devices of this machine. */
export const captureFromBrowser: Capture = async (kind, options) => {
  const track = kind === 'screen' ? await captureScreen() : await captureDevice(kind, options);
  track.contentHint = CONTENT_HINTS[kind];
  return track;
};

async function captureDevice(kind: 'microphone' | 'camera', options: CaptureOptions): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'microphone' ? { audio: { ...VOICE, ...which(options) } } : { video: { ...PICTURE, ...which(options), ...facing(options) } },
  );
  return onlyTrack(stream);
}

async function captureScreen(): Promise<MediaStreamTrack> {
  if (typeof navigator.mediaDevices.getDisplayMedia !== 'function') throw new CallError('not-supported', { detail: 'This browser cannot share the screen.' });
  return onlyTrack(await navigator.mediaDevices.getDisplayMedia({ video: SCREEN, audio: false }));
}

function which({ deviceId = '', preferredId = '' }: CaptureOptions): MediaTrackConstraints {
  if (deviceId !== '') return { deviceId: { exact: deviceId } };
  return preferredId === '' ? {} : { deviceId: { ideal: preferredId } };
}

function facing({ deviceId, front }: CaptureOptions): MediaTrackConstraints {
  return front === undefined || deviceId ? {} : { facingMode: { ideal: front ? 'user' : 'environment' } };
}

function onlyTrack(stream: MediaStream): MediaStreamTrack {
  const [track, ...others] = stream.getTracks();
  for (const other of others) other.stop();
  if (!track) throw new CallError('internal', { detail: 'The browser gave a stream without a track.' });
  return track;
}
