import type { Calling } from '../calling/calling.js';
import type { ViewSource } from '../calling/views.js';

/** What a registered surface is told to show; null: nothing any more. */
export interface SurfaceSource extends ViewSource {
  readonly calling: Calling;
}

/** An element that shows one person's picture and can be named by a number: `<trtc-video-view>`. */
export interface VideoSurface {
  show(source: SurfaceSource | null): void;
}

const surfaces = new Map<number, VideoSurface>();
let lastViewId = 0;

/** Gives a surface its `viewId`, unique in the page. */
export function registerView(surface: VideoSurface): number {
  lastViewId += 1;
  surfaces.set(lastViewId, surface);
  return lastViewId;
}

export function unregisterView(viewId: number): void {
  surfaces.delete(viewId);
}

export const surfaceAt = (viewId: number): VideoSurface | undefined => surfaces.get(viewId);
