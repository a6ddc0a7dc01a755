import { CallError } from '../../calling/errors.js';
import { captureFromBrowser, type Capture } from './capture.js';

export interface TestPictureOptions {
  /** Written in the middle of the picture. */
  readonly label: string;
  /** Pixels; 640 × 360 unless said. */
  readonly width?: number;
  readonly height?: number;
  /** 15 unless said. */
  readonly framesPerSecond?: number;
}

/**
 * A moving picture with a name in it, for machines without a camera and for tests. The track is drawn until it is
 * stopped. Rejects nothing; throws `not-supported` where a canvas cannot be captured.
 */
export function createTestPicture({ label, width = 640, height = 360, framesPerSecond = 15 }: TestPictureOptions): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  const [track] = context && typeof canvas.captureStream === 'function' ? canvas.captureStream(framesPerSecond).getVideoTracks() : [];
  if (!context || !track) throw new CallError('not-supported', { detail: 'This browser cannot make a picture for testing.' });
  const hue = hueOf(label);
  let frame = 0;
  const paint = (): void => {
    // A track that its owner stops tells nobody (its `ended` event is for other ends): the painter looks.
    if (track.readyState === 'ended') return clearInterval(timer);
    drawFrame(context, { label, hue, seconds: frame / framesPerSecond });
    frame += 1;
    return undefined;
  };
  const timer = setInterval(paint, 1000 / framesPerSecond);
  paint();
  track.contentHint = 'motion';
  return track;
}

/** A tone of 220 Hz, quiet enough for an open office, that swells once a second. Sounds until it is stopped. */
export function createTestTone(): MediaStreamTrack {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  const [track] = destination.stream.getAudioTracks();
  if (!track) throw new CallError('not-supported', { detail: 'This browser cannot make a tone for testing.' });
  const tone = new OscillatorNode(context, { frequency: 220 });
  const volume = new GainNode(context, { gain: 0.02 });
  const swell = new OscillatorNode(context, { frequency: 1 });
  const depth = new GainNode(context, { gain: 0.015 });
  swell.connect(depth).connect(volume.gain);
  tone.connect(volume).connect(destination);
  tone.start();
  swell.start();
  const timer = setInterval(() => {
    if (track.readyState !== 'ended') return;
    clearInterval(timer);
    void context.close();
  }, 250);
  return track;
}

/**
 * A capture for `LocalEngineOptions.capture` that shows a test picture instead of the camera. The microphone and the
 * screen are the machine's own, unless `tone` puts a test tone in the microphone's place.
 */
export function testPictureCapture({ tone = false, ...picture }: TestPictureOptions & { readonly tone?: boolean }): Capture {
  return async (kind, options) => {
    if (kind === 'camera') return createTestPicture(picture);
    return kind === 'microphone' && tone ? createTestTone() : captureFromBrowser(kind, options);
  };
}

/** The same name has the same colour everywhere. */
const hueOf = (label: string): number => [...label].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

interface Frame {
  readonly label: string;
  readonly hue: number;
  readonly seconds: number;
}

function drawFrame(context: CanvasRenderingContext2D, { label, hue, seconds }: Frame): void {
  const { width, height } = context.canvas;
  const sky = context.createLinearGradient(0, 0, width, height);
  sky.addColorStop(0, `hsl(${hue} 55% 32%)`);
  sky.addColorStop(1, `hsl(${(hue + 50) % 360} 60% 18%)`);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  for (let index = 0; index < 5; index += 1) {
    const turn = seconds * (0.35 + index * 0.07) + index * 1.3;
    context.beginPath();
    context.arc(width * (0.5 + 0.42 * Math.cos(turn)), height * (0.5 + 0.38 * Math.sin(turn * 1.4)), height * (0.06 + index * 0.02), 0, 2 * Math.PI);
    context.fillStyle = `hsl(${(hue + index * 22) % 360} 70% 65% / 0.35)`;
    context.fill();
  }
  context.fillStyle = 'white';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.font = `600 ${Math.round(height / 7)}px system-ui, sans-serif`;
  context.fillText(label, width / 2, height / 2, width * 0.9);
  context.font = `${Math.round(height / 16)}px ui-monospace, monospace`;
  context.fillText(seconds.toFixed(1), width / 2, height * 0.68);
}
