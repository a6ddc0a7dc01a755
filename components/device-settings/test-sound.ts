/** Two notes, a third apart: Hz, and seconds of each. */
const NOTES = [523.25, 659.25] as const;
const SECONDS = 0.4;
const RATE = 22_050;
const LOUDNESS = 0.35;

/**
 * Plays two short notes on one output, '' for the browser's own. Resolves when they have sounded, or when `signal` aborts.
 * Rejects as the browser does, where it cannot play there.
 */
export async function playTestSound(deviceId: string, signal: AbortSignal): Promise<void> {
  const context = new AudioContext();
  // A stream: a page's policy may allow no media from blob: or data:, and an element can be sent to any output.
  const player = new Audio();
  try {
    const source = context.createBufferSource();
    source.buffer = await context.decodeAudioData(wave());
    const out = context.createMediaStreamDestination();
    source.connect(out);
    player.srcObject = out.stream;
    if (deviceId !== '') await player.setSinkId(deviceId);
    if (signal.aborted) return;
    const over = new Promise<void>((resolve) => {
      source.addEventListener('ended', () => resolve(), { once: true });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await player.play();
    source.start();
    await over;
  } finally {
    player.pause();
    player.srcObject = null;
    await context.close();
  }
}

/** A WAV file: RIFF header, 16 bit, one channel. */
export function wave(): ArrayBuffer {
  const length = Math.round(RATE * SECONDS) * NOTES.length;
  const view = new DataView(new ArrayBuffer(44 + length * 2));
  const text = (at: number, word: string): void => [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + length * 2, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  for (const [at, value] of [[20, 1], [22, 1], [32, 2], [34, 16]] as const) view.setUint16(at, value, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  text(36, 'data');
  view.setUint32(40, length * 2, true);
  for (let index = 0; index < length; index += 1) view.setInt16(44 + index * 2, Math.round(sampleAt(index / RATE) * 32_767), true);
  return view.buffer;
}

/** Each note swells in a moment and rings out: nothing clicks. */
function sampleAt(seconds: number): number {
  const note = NOTES[Math.min(NOTES.length - 1, Math.floor(seconds / SECONDS))] ?? 0;
  const since = seconds % SECONDS;
  const swell = Math.min(1, since / 0.01) * Math.min(1, (SECONDS - since) / 0.05) * Math.exp(-since * 4);
  return LOUDNESS * swell * Math.sin(2 * Math.PI * note * seconds);
}
