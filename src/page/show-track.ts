import type { MediaTrack } from '../calling/tracks.js';

/**
 * Puts a picture into a `<video>`, or takes it out. Sound is never played here: the voices have their own player. A track
 * that is not the browser's own (the memory engine's) shows nothing.
 */
export function showTrack(video: HTMLVideoElement, track: MediaTrack | null): void {
  if (!(track instanceof MediaStreamTrack)) {
    video.srcObject = null;
    return;
  }
  const shown = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks()[0] : undefined;
  if (shown === track) return;
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  // AbortError: a newer picture took this one's place. NotAllowedError: a power-saving browser holds even silent video
  // back; `autoplay` starts it at the next gesture.
  video.play().catch((thrown: unknown) => {
    if (!(thrown instanceof DOMException && (thrown.name === 'AbortError' || thrown.name === 'NotAllowedError'))) reportError(thrown);
  });
}
