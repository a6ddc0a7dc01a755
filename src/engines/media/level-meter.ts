/** How loud a track of this machine is. */
export interface LevelMeter {
  /** The loudness of the last moment (RMS), 0 to 1. */
  read(): number;
  close(): void;
}

let shared: { readonly context: AudioContext; users: number } | null = null;

/** One AudioContext for all meters: browsers allow a page only a handful. */
function borrowContext(): AudioContext {
  shared ??= { context: new AudioContext(), users: 0 };
  shared.users += 1;
  return shared.context;
}

function giveBackContext(): void {
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  void shared.context.close();
  shared = null;
}

/** Reads the level of a local audio track; 0 as long as the browser holds Web Audio back for want of a gesture. */
export function createLevelMeter(track: MediaStreamTrack): LevelMeter {
  const context = borrowContext();
  // Refused without a gesture: the context starts with the first one that comes, or the meter stays at 0.
  if (context.state === 'suspended') void context.resume().catch(() => {});
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  const samples = new Float32Array(analyser.fftSize);
  source.connect(analyser);
  let open = true;
  return {
    read() {
      if (!open || context.state !== 'running') return 0;
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    },
    close() {
      if (!open) return;
      open = false;
      source.disconnect();
      giveBackContext();
    },
  };
}

/** What is quieter counts as silence, and what is louder as full: decibels below full scale. */
const QUIET_DB = -55;
const LOUD_DB = -10;

/** A linear level (0 to 1) as people hear it, 0 to 100. */
export function toVolume(level: number): number {
  if (!(level > 0)) return 0;
  const share = (20 * Math.log10(level) - QUIET_DB) / (LOUD_DB - QUIET_DB);
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}
