import type { VideoQuality } from '../../calling/state/call-state.js';
import type { TrtcVideoProfile } from './trtc-types.js';

/** What somebody chose, for a picture that lies. */
const CHOSEN: Record<Exclude<VideoQuality, 'auto'>, TrtcVideoProfile> = {
  low: { width: 320, height: 180, frameRate: 15, bitrate: 200 },
  standard: { width: 640, height: 360, frameRate: 30, bitrate: 800 },
  high: { width: 1280, height: 720, frameRate: 30, bitrate: 1500 },
  hd: { width: 1920, height: 1080, frameRate: 30, bitrate: 3000 },
};

/**
 * The size and rate a picture is sent with at most. Without it the SDK sends 640 × 480 at 500 kbit/s and shrinks anything
 * larger; it is applied when publishing and never again, so it is not smaller than a camera that may come later.
 */
export function videoProfile(track: MediaStreamTrack | null, auxiliary: boolean, quality: VideoQuality = 'auto'): TrtcVideoProfile {
  const { width = 0, height = 0 } = track?.getSettings() ?? {};
  if (!auxiliary && quality !== 'auto') {
    const chosen = CHOSEN[quality];
    return height > width ? { ...chosen, width: chosen.height, height: chosen.width } : chosen;
  }
  const least = auxiliary ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };
  const upright = height > width;
  const size = { width: Math.max(width, upright ? least.height : least.width), height: Math.max(height, upright ? least.width : least.height) };
  return { ...size, frameRate: auxiliary ? 15 : 30, bitrate: size.width * size.height > 1_000_000 ? 2500 : 1500 };
}
