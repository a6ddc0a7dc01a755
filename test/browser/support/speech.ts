import { writeFileSync } from 'node:fs';

const RATE = 48_000;

/** Writes a sound file (WAV, 16 bit) of `seconds` that swells like syllables, loud enough for anybody. */
export function writeSpeech(path: string, seconds = 4): void {
  const length = RATE * seconds;
  const file = Buffer.alloc(44 + length * 2);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + length * 2, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  for (const [at, value] of [[20, 1], [22, 1], [32, 2], [34, 16]] as const) file.writeUInt16LE(value, at);
  file.writeUInt32LE(RATE, 24);
  file.writeUInt32LE(RATE * 2, 28);
  file.write('data', 36);
  file.writeUInt32LE(length * 2, 40);
  for (let index = 0; index < length; index += 1) {
    const time = index / RATE;
    const voice = [1, 2, 3, 5].reduce((sum, harmonic) => sum + Math.sin(2 * Math.PI * 140 * harmonic * (1 + 0.03 * Math.sin(time * 7)) * time) / harmonic, 0);
    file.writeInt16LE(Math.round(9000 * voice * Math.abs(Math.sin(Math.PI * 4 * time))), 44 + index * 2);
  }
  writeFileSync(path, file);
}
