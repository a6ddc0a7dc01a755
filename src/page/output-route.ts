/** How sound gets to a chosen output. */
export type OutputRoute =
  /** `setSinkId` of each voice's own element (Audio Output Devices, section 3). */
  | 'element'
  /** All voices through Web Audio into one element, and `setSinkId` of that. */
  | 'relay'
  /** The page has no say. */
  | 'none';

/**
 * WebKit has `setSinkId` and ignores it, or refuses it, on an element that plays a remote WebRTC track; it obeys on one that
 * plays what Web Audio made. Every browser on iOS is WebKit, whatever it calls itself.
 */
export function outputRoute({ hasSinkId, userAgent }: { readonly hasSinkId: boolean; readonly userAgent: string }): OutputRoute {
  if (!hasSinkId) return 'none';
  return isWebKit(userAgent) ? 'relay' : 'element';
}

const isWebKit = (userAgent: string): boolean =>
  /\b(?:iPhone|iPad|iPod)\b/.test(userAgent) || (/\bAppleWebKit\//.test(userAgent) && !/\b(?:Chrome|Chromium|HeadlessChrome|CriOS|Edg|Android)\b/.test(userAgent));

export const routeHere = (): OutputRoute => outputRoute({
  hasSinkId: typeof HTMLMediaElement === 'function' && 'setSinkId' in HTMLMediaElement.prototype,
  userAgent: globalThis.navigator?.userAgent ?? '',
});
