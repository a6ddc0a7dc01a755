import type { MediaTrack } from '../../src/calling/tracks.js';
import type { MediaKind } from '../../src/calling/state/call-state.js';
import type { Engine } from '../../src/engines/engine.js';
import { createTestPicture, type LocalEngineOptions } from '../../src/engines/local/index.js';
import { createEngineOn } from './engine-on.js';
import { never, until, type World } from './world.js';
import './engine-frame.js';

const DEVICE = { audio: 'microphone', video: 'camera' } as const satisfies Record<Exclude<MediaKind, 'screen'>, string>;

/** Engines of this page, and of iframes where they are to die, over a real transport with real media. */
export async function createLocalWorld(options: LocalEngineOptions): Promise<World> {
  const engines = new Set<Engine>();
  const frames = new Map<Engine, HTMLIFrameElement>();
  const tracks = new Set<MediaStreamTrack>();
  const pictures = new Set<MediaStreamTrack>();
  const connections = watchConnections();
  const timers = watchTimers();
  let devices = 0;

  return {
    // Names of people are unique, names of devices are not: BroadcastChannel knows but one browser.
    async engine({ mortal = false, device = options.transport === 'broadcast' ? 'browser' : `device-${++devices}` } = {}) {
      const engine = mortal ? await inFrame(options, device, frames) : createEngineOn(device, options);
      engines.add(engine);
      return engine;
    },
    refused: { sdkAppId: 1, userId: 'no user id!', userSig: '' },
    kill(engine) {
      engines.delete(engine);
      frames.get(engine)?.remove();
      frames.delete(engine);
    },
    until,
    pass: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }),
    async track(engine, kind) {
      // No test can click through the browser's dialog for a screen.
      const track = kind === 'screen' ? createTestPicture({ label: 'A screen' }) : (await engine.devices.open(DEVICE[kind], {}, never())).track;
      if (isMediaStreamTrack(track)) (kind === 'screen' ? pictures : tracks).add(track);
      return track;
    },
    playing: (track) => framesRise(track),
    // The browser's generated microphone beeps once a second.
    speak() {},
    hears: webAudioRuns,
    play(track) {
      const player = playerOf(track);
      player.play().catch(() => {});
      return () => { player.srcObject = null; };
    },
    async assertReleased() {
      connections.stop();
      const live = [...tracks].filter(({ readyState }) => readyState === 'live');
      if (live.length > 0) throw new Error(`${live.length} tracks still run.`);
      const open = connections.open();
      if (open > 0) throw new Error(`${open} peer connections are still open.`);
      // The painter of a test picture looks once more after its end.
      await timers.none();
    },
    async close() {
      await Promise.all([...engines].map((engine) => engine.dispose()));
      for (const frame of frames.values()) frame.remove();
      for (const picture of pictures) picture.stop();
    },
  };
}

async function inFrame(options: LocalEngineOptions, device: string, frames: Map<Engine, HTMLIFrameElement>): Promise<Engine> {
  const frame = document.createElement('iframe');
  frame.allow = 'camera; microphone';
  frame.src = new URL('./engine-frame.html', import.meta.url).href;
  document.body.append(frame);
  await until(() => frame.contentWindow?.engineOfFrame !== undefined, () => 'the iframe to load');
  const engine = frame.contentWindow?.engineOfFrame?.(device, options);
  if (!engine) throw new Error('The iframe is gone.');
  frames.set(engine, frame);
  return engine;
}

const isMediaStreamTrack = (track: MediaTrack): track is MediaStreamTrack => 'readyState' in track;

/** Firefox starts no Web Audio on a machine without a sound output (its resume() waits for one); every other browser must. */
async function webAudioRuns(): Promise<boolean> {
  if (!navigator.userAgent.includes('Firefox/')) return true;
  const context = new AudioContext();
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([context.resume(), new Promise((resolve) => { timer = setTimeout(resolve, 5000); })]);
  clearTimeout(timer);
  const runs = context.state === 'running';
  await context.close();
  return runs;
}

/** Counts the timers of this page that wait; `none` resolves when none does, and ends the counting. */
function watchTimers(): { none(): Promise<void> } {
  const { setTimeout: setOnce, setInterval: setAgain, clearTimeout: clearOnce, clearInterval: clearAgain } = window;
  const waiting = new Set<unknown>();
  const note = (handle: unknown): void => void waiting.add(handle);
  const forget = (handle: unknown): void => void waiting.delete(handle);
  Object.assign(window, {
    setTimeout: (task: () => void, ms?: number) => {
      const handle = setOnce(() => {
        forget(handle);
        task();
      }, ms);
      note(handle);
      return handle;
    },
    setInterval: (task: () => void, ms?: number) => {
      const handle = setAgain(task, ms);
      note(handle);
      return handle;
    },
    clearTimeout: (handle?: number) => {
      forget(handle);
      clearOnce(handle);
    },
    clearInterval: (handle?: number) => {
      forget(handle);
      clearAgain(handle);
    },
  });
  return {
    async none() {
      const deadline = performance.now() + 500;
      while (waiting.size > 0 && performance.now() < deadline) await new Promise((resolve) => { setOnce(resolve, 20); });
      Object.assign(window, { setTimeout: setOnce, setInterval: setAgain, clearTimeout: clearOnce, clearInterval: clearAgain });
      if (waiting.size > 0) throw new Error(`${waiting.size} timers still wait.`);
    },
  };
}

/** Counts the peer connections of this page. */
export function watchConnections(): { all(): readonly RTCPeerConnection[]; open(): number; stop(): void } {
  const Native = window.RTCPeerConnection;
  const made: RTCPeerConnection[] = [];
  window.RTCPeerConnection = class extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      made.push(this);
    }
  };
  return {
    all: () => made,
    open: () => made.filter(({ signalingState }) => signalingState !== 'closed').length,
    stop: () => { window.RTCPeerConnection = Native; },
  };
}

/** Resolves when frames, or sound, of the track have really been decoded. */
async function framesRise(track: MediaTrack): Promise<void> {
  const player = playerOf(track);
  const progress = progressOf(player);
  document.body.append(player);
  try {
    // What has no frames yet is waited for below: `play` would wait for ever.
    player.play().catch(() => {});
    const before = progress();
    await until(() => progress() > before + (track.kind === 'video' ? 3 : 0.2), () => `${track.kind} to play; progress ${progress()}`);
  } finally {
    player.srcObject = null;
    player.remove();
  }
}

/** Seconds of sound, or frames of a picture. */
function progressOf(player: HTMLMediaElement): () => number {
  if (!(player instanceof HTMLVideoElement)) return () => player.currentTime;
  // Firefox counts the frames of a stream only where they are painted, Chromium paints none in a page that is not seen.
  let painted = 0;
  const onFrame = (_now: number, { presentedFrames }: VideoFrameCallbackMetadata): void => {
    painted = presentedFrames;
    if (player.srcObject) player.requestVideoFrameCallback(onFrame);
  };
  player.requestVideoFrameCallback(onFrame);
  return () => Math.max(painted, player.getVideoPlaybackQuality().totalVideoFrames);
}

function playerOf(track: MediaTrack): HTMLMediaElement {
  if (!isMediaStreamTrack(track)) throw new Error('Not a track of the browser.');
  const player = document.createElement(track.kind === 'video' ? 'video' : 'audio');
  player.muted = true;
  player.srcObject = new MediaStream([track]);
  return player;
}
