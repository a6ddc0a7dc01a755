/** UNOFFICIAL AND LOCAL. The changes to session descriptions without which trtc-js-sdk 4.15.22 does not take an answer. */

/** The stream names by which the SDK tells the camera's stream from the screen's. */
const MAIN_STREAM = '5Y2wZK8nANNAoVw6dSAHVjNxrD1ObBM2kBPV';
const SCREEN_STREAM = '224d130c-7b5c-415b-aaa2-79c2eb5a6df2';

/** The SDK blanks the URI of the first video-orientation header extension on both ways; a browser refuses an empty one. */
export const withoutOrientation = (sdp: string): string =>
  sdp.replace(/^a=extmap:\d+(\/\w+)? (urn:3gpp:video-orientation)?\r\n/gm, '');

/**
 * The SDK knows the camera's picture by bits 16 to 23 of its SSRC being 2, and its offer has no MID header extension, so
 * that the SSRC is all it has: the second section of an answer gets such a number before it is applied here.
 */
export function withCameraSsrc(sdp: string): string {
  const sections = sdp.split(/^(?=m=)/m);
  const camera = sections[2];
  const ssrc = camera?.match(/^a=ssrc:(\d+) /m)?.[1];
  if (!camera || !ssrc) return sdp;
  const marked = ((Number(ssrc) & 0xff00ffff) | (2 << 16)) >>> 0;
  sections[2] = camera.replaceAll(new RegExp(`(?<=^a=ssrc(?:-group:FID)?[: ].*)\\b${ssrc}\\b`, 'gm'), String(marked));
  return sections.join('');
}

/** Names the streams of an answer's three sections as the SDK expects, also at each SSRC, where its statistics look. */
export function withStreamNames(sdp: string): string {
  return sdp.split(/^(?=m=)/m).map((section, at) => {
    if (at === 0) return section;
    const label = `${at === 3 ? SCREEN_STREAM : MAIN_STREAM} ${at === 1 ? 'audio' : at === 2 ? 'video' : 'screen'}`;
    return section
      .replace(/^a=msid:.*\r\n/gm, '')
      .replace(/^a=ssrc:\d+ msid:.*\r\n/gm, '')
      .replace(/^a=ssrc:(\d+) cname:.*\r\n/gm, (line, ssrc: string) => `${line}a=ssrc:${ssrc} msid:${label}\r\n`)
      .replace(/^a=mid:.*\r\n/m, (line) => `${line}a=msid:${label}\r\n`);
  }).join('');
}
