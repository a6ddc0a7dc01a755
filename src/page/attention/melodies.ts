/** The built-in sounds: start in seconds, frequency in Hz, loudness 0 to 1. Each note fades by itself. */
export type Tone = 'ring' | 'ringback' | 'busy' | 'end';

interface Melody {
  readonly seconds: number;
  readonly noteSeconds: number;
  /** How fast a note fades, per second. */
  readonly fade: number;
  readonly notes: readonly (readonly [start: number, frequency: number, level: number])[];
}

const MELODIES: Record<Tone, Melody> = {
  // Two soft pairs of notes, then quiet.
  ring: { seconds: 3, noteSeconds: 0.4, fade: 7, notes: [[0, 659.25, 0.22], [0.2, 830.61, 0.22], [0.75, 659.25, 0.22], [0.95, 830.61, 0.22]] },
  // A long, low hum as telephones have it.
  ringback: { seconds: 4, noteSeconds: 1.2, fade: 1.2, notes: [[0, 440, 0.06], [0, 480, 0.06]] },
  busy: { seconds: 1.5, noteSeconds: 0.25, fade: 3, notes: [[0, 425, 0.1], [0.5, 425, 0.1], [1, 425, 0.1]] },
  end: { seconds: 0.8, noteSeconds: 0.35, fade: 9, notes: [[0, 523.25, 0.14], [0.18, 392, 0.14]] },
};

const SAMPLE_RATE = 24_000;

export function bufferOf(context: BaseAudioContext, tone: Tone): AudioBuffer {
  const { seconds, noteSeconds, fade, notes } = MELODIES[tone];
  const buffer = context.createBuffer(1, seconds * SAMPLE_RATE, SAMPLE_RATE);
  const samples = buffer.getChannelData(0);
  for (const [start, frequency, level] of notes) {
    const first = Math.floor(start * SAMPLE_RATE);
    const length = Math.min(noteSeconds * SAMPLE_RATE, samples.length - first);
    for (let i = 0; i < length; i += 1) {
      const time = i / SAMPLE_RATE;
      // In and out without a click.
      const edge = Math.min(1, time * 60, (length - i) / SAMPLE_RATE * 60);
      samples[first + i] = (samples[first + i] ?? 0) + level * edge * Math.exp(-time * fade) * Math.sin(2 * Math.PI * frequency * time);
    }
  }
  return buffer;
}
