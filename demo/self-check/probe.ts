import type { MediaTrack } from '../../src/calling/tracks.js';
import { until } from './wait.js';

/** Plays a received track unseen and says whether it goes on. */
export async function goesOn(track: MediaTrack | null, what: string, signal: AbortSignal): Promise<string> {
  const player = document.createElement('video');
  player.muted = true;
  player.playsInline = true;
  const stream = new MediaStream();
  // The other page's tracks are of another realm: what they are, the browser decides.
  stream.addTrack(track as MediaStreamTrack);
  player.srcObject = stream;
  const progress = (): number => (track?.kind === 'video' ? player.getVideoPlaybackQuality().totalVideoFrames : player.currentTime * 10);
  try {
    await player.play().catch(() => undefined);
    const start = progress();
    await until(() => progress() > start + 8, what, signal);
    return track?.kind === 'video' ? `${player.videoWidth} × ${player.videoHeight}` : 'sound';
  } finally {
    player.srcObject = null;
  }
}
