import type { MediaKind, VideoQuality } from '../../calling/state/call-state.js';

/** bit/s that all pictures together may take on the way up: in a mesh everybody gets a stream of their own. */
const UPLINK = { video: 2_400_000, screen: 3_000_000 } as const;
const MOST = { video: 1_500_000, screen: 2_500_000 } as const;
const LEAST = { video: 200_000, screen: 400_000 } as const;
/** bit/s of one picture of a chosen quality, and of all of them together. */
const CHOSEN = { low: 150_000, standard: 600_000, high: 1_500_000, hd: 3_000_000 } as const;
const CHOSEN_UPLINK = 6_000_000;

/** The first pictures of a call are no larger than half as wide and high as they could be. */
const FIRST_SCALE = 2;

/**
 * A new connection begins at 300 kbit/s, and Chromium (156) drops pictures that are too large for that until it has scaled them
 * down itself: beginning small shows the first one some 100 ms sooner.
 */
export const beginning = (encoding: ReturnType<typeof encodingFor>): ReturnType<typeof encodingFor> =>
  (encoding.scaleResolutionDownBy === undefined ? encoding : { ...encoding, scaleResolutionDownBy: Math.max(FIRST_SCALE, encoding.scaleResolutionDownBy) });

/** How an encoder is to be set when the picture goes to so many other people. */
export function encodingFor(kind: MediaKind, others: number, quality: VideoQuality = 'auto'): Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'scaleResolutionDownBy'> {
  if (kind === 'audio') return {};
  if (kind === 'video' && quality !== 'auto') {
    // Whoever chose a size gets it; what it may cost still ends somewhere.
    return { maxBitrate: Math.round(Math.min(CHOSEN[quality], CHOSEN_UPLINK / Math.max(1, others))), scaleResolutionDownBy: 1 };
  }
  const maxBitrate = Math.round(Math.min(MOST[kind], Math.max(LEAST[kind], UPLINK[kind] / Math.max(1, others))));
  if (kind === 'screen') return { maxBitrate };
  // 720 lines for one other person, 480 for two or three, 360 from four on, where each tile is small.
  return { maxBitrate, scaleResolutionDownBy: [1, 1, 1.5, 1.5][others] ?? 2 };
}
