/** '' the built-in tone, `none` silence, else the address of a sound. */
export type Ringtone = string;

const SAMPLE_RATE = 24_000;
const SECONDS = 3;
/** The built-in tone: two soft pairs of notes, then quiet. Each: start in seconds, frequency in Hz. */
const NOTES = [[0, 659.25], [0.2, 830.61], [0.75, 659.25], [0.95, 830.61]] as const;
const NOTE_LENGTH = 0.4;

/** Rings until it is stopped. A browser that allows no sound yet stays silent; that is no failure of the call. */
export class Ringer {
  #stop: (() => void) | undefined;

  start(ringtone: Ringtone): void {
    if (this.#stop || ringtone === 'none') return;
    this.#stop = ringtone === '' ? playTone() : playFile(ringtone);
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}

function playFile(address: string): () => void {
  const audio = new Audio(address);
  audio.loop = true;
  // Refused before the first gesture, or not to be had: the screen shows the call all the same.
  audio.play().catch((error: unknown) => { if (!(error instanceof DOMException)) reportError(error); });
  return () => {
    audio.pause();
    audio.removeAttribute('src');
  };
}

function playTone(): () => void {
  if (!('AudioContext' in globalThis)) return () => undefined;
  const context = new AudioContext();
  const source = new AudioBufferSourceNode(context, { buffer: toneOf(context), loop: true });
  source.connect(context.destination);
  source.start();
  return () => {
    source.stop();
    void context.close();
  };
}

function toneOf(context: BaseAudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, SECONDS * SAMPLE_RATE, SAMPLE_RATE);
  const samples = buffer.getChannelData(0);
  for (const [start, frequency] of NOTES) {
    const first = Math.floor(start * SAMPLE_RATE);
    for (let i = 0; i < NOTE_LENGTH * SAMPLE_RATE; i += 1) {
      const time = i / SAMPLE_RATE;
      const envelope = Math.min(1, time * 60) * Math.exp(-time * 7);
      samples[first + i] = (samples[first + i] ?? 0) + 0.22 * envelope * Math.sin(2 * Math.PI * frequency * time);
    }
  }
  return buffer;
}
