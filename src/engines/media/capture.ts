import { CallError } from '../../calling/errors.js';
import type { VideoQuality, VoiceProcessing } from '../../calling/state/call-state.js';
import type { CaptureKind, CaptureWishes } from '../engine.js';

export interface CaptureOptions extends CaptureWishes {
  /** Exactly this device. */
  readonly deviceId?: string;
  /** This device if it is there. */
  readonly preferredId?: string;
  /** Cameras: the one that faces the user (true) or away. */
  readonly front?: boolean;
}

/** Opens a device and gives its one track. Rejects with what the browser rejects with, or with a CallError. */
export type Capture = (kind: CaptureKind, options: CaptureOptions) => Promise<MediaStreamTrack>;

const VOICE: VoiceProcessing = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
/** Width and height in pixels, pictures a second. */
const PICTURES = {
  auto: [1280, 720, 30], low: [320, 180, 15], standard: [640, 360, 30], high: [1280, 720, 30], hd: [1920, 1080, 30],
} as const satisfies Record<VideoQuality, readonly [number, number, number]>;
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

/** What is asked of a track besides which device it is. Everything is a wish: no camera is refused for being a poor one. */
export function constraintsFor(kind: 'microphone' | 'camera', { processing = VOICE, quality = 'auto' }: CaptureWishes): MediaTrackConstraints {
  if (kind === 'microphone') return { ...processing };
  const [width, height, frameRate] = PICTURES[quality];
  return { width: { ideal: width }, height: { ideal: height }, frameRate: { ideal: frameRate, max: 30 } };
}

async function captureDevice(kind: 'microphone' | 'camera', options: CaptureOptions): Promise<MediaStreamTrack> {
  const constraints = { ...constraintsFor(kind, options), ...which(options) };
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'microphone' ? { audio: constraints } : { video: { ...constraints, ...facing(options) } },
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
