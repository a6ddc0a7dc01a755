/** Two notes, a third apart: Hz, and seconds of each. */
const NOTES = [523.25, 659.25] as const;
const SECONDS = 0.4;
const LOUDNESS = 0.35;

/** Beyond its own length, ms: a browser without an output lets no time pass in its sound. */
const PATIENCE_MS = 2000;

/**
 * Plays two short notes on one output, '' for the browser's own. Resolves when they have sounded, or when `signal` aborts.
 * Rejects as the browser does where it cannot play there, and with an `Error` where nothing sounds.
 */
export async function playTestSound(deviceId: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const context = new AudioContext();
  // A stream: a page's policy may allow no media from blob: or data:, and an element can be sent to any output.
  const player = new Audio();
  try {
    const source = context.createBufferSource();
    source.buffer = soundOf(context);
    const out = context.createMediaStreamDestination();
    source.connect(out);
    player.srcObject = out.stream;
    if (deviceId !== '') await player.setSinkId(deviceId);
    await player.play();
    const over = whenOver(source, signal);
    source.start();
    await over;
  } finally {
    player.pause();
    player.srcObject = null;
    await context.close();
  }
}

function whenOver(source: AudioBufferSourceNode, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error('Nothing sounded.')), SECONDS * NOTES.length * 1000 + PATIENCE_MS);
    const end = (): void => {
      clearTimeout(patience);
      resolve();
    };
    if (signal.aborted) end();
    source.addEventListener('ended', end, { once: true });
    signal.addEventListener('abort', end, { once: true });
  });
}

function soundOf(context: BaseAudioContext): AudioBuffer {
  const samples = samplesAt(context.sampleRate);
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.copyToChannel(samples, 0);
  return buffer;
}

/** The whole sound, -1..1, `rate` samples a second. */
export const samplesAt = (rate: number): Float32Array<ArrayBuffer> =>
  Float32Array.from({ length: Math.round(rate * SECONDS) * NOTES.length }, (_, index) => sampleAt(index / rate));

/** Each note swells in a moment and rings out: nothing clicks. */
function sampleAt(seconds: number): number {
  const note = NOTES[Math.min(NOTES.length - 1, Math.floor(seconds / SECONDS))] ?? 0;
  const since = seconds % SECONDS;
  const swell = Math.min(1, since / 0.01) * Math.min(1, (SECONDS - since) / 0.05) * Math.exp(-since * 4);
  return LOUDNESS * swell * Math.sin(2 * Math.PI * note * seconds);
}
