import type { MediaKind } from '../../calling/state/call-state.js';

/** bit/s that all pictures together may take on the way up: in a mesh everybody gets a stream of their own. */
const UPLINK = { video: 2_400_000, screen: 3_000_000 } as const;
const MOST = { video: 1_500_000, screen: 2_500_000 } as const;
const LEAST = { video: 200_000, screen: 400_000 } as const;

/** How an encoder is to be set when the picture goes to so many other people. */
export function encodingFor(kind: MediaKind, others: number): Pick<RTCRtpEncodingParameters, 'maxBitrate' | 'scaleResolutionDownBy'> {
  if (kind === 'audio') return {};
  const maxBitrate = Math.round(Math.min(MOST[kind], Math.max(LEAST[kind], UPLINK[kind] / Math.max(1, others))));
  if (kind === 'screen') return { maxBitrate };
  // 720 lines for one other person, 480 for two or three, 360 from four on, where each tile is small.
  return { maxBitrate, scaleResolutionDownBy: [1, 1, 1.5, 1.5][others] ?? 2 };
}
