import type { Calling } from '../../src/calling/calling.js';

/** `window.documentPictureInPicture`, which TypeScript does not know yet. Source: Document Picture-in-Picture, WICG. */
export interface PipWindows extends EventTarget {
  readonly window: Window | null;
  requestWindow(options?: { readonly width?: number; readonly height?: number }): Promise<Window>;
}

/** Where the browser can put a page's own elements into a window over everything. */
export function pipWindows(): PipWindows | undefined {
  const found: unknown = Reflect.get(globalThis, 'documentPictureInPicture');
  return isPipWindows(found) ? found : undefined;
}

const isPipWindows = (value: unknown): value is PipWindows => value instanceof EventTarget && 'requestWindow' in value && 'window' in value;

/** The open window that shows a call of `calling`. */
export function pipWindowOf(calling: Calling | undefined): Window | undefined {
  const view = pipWindows()?.window;
  return view && calling && view.document.querySelector('trtc-call-card')?.calling === calling ? view : undefined;
}
