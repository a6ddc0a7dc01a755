import type { CaptureSettings } from '../../calling/state/call-state.js';

const FACINGS: Readonly<Record<string, CaptureSettings['facing']>> = { user: 'front', environment: 'back' };

/** What a track really does (Media Capture and Streams, section 4.3.1 `getSettings`), as far as the browser tells. */
export function settingsOf(track: MediaStreamTrack): CaptureSettings {
  const { width = 0, height = 0, frameRate = 0, facingMode = '', noiseSuppression, echoCancellation, autoGainControl } = track.getSettings();
  return {
    processing: {
      ...(noiseSuppression === undefined ? {} : { noiseSuppression }),
      // Newer browsers answer with the name of the kind of cancellation.
      ...(echoCancellation === undefined ? {} : { echoCancellation: Boolean(echoCancellation) }),
      ...(autoGainControl === undefined ? {} : { autoGainControl }),
    },
    width, height, frameRate, facing: FACINGS[facingMode] ?? '',
  };
}
