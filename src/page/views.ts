import type { Calling, ViewId } from '../calling/calling.js';
import { CallError } from '../calling/errors.js';
import { kindOfStream, type ViewSource, type Views } from '../calling/views.js';
import { showTrack } from './show-track.js';
import { surfaceAt, type VideoSurface } from './surfaces.js';

interface Shown {
  readonly target: VideoSurface | Element;
  stop(): void;
}

/** The page's side of startRemoteView and openCamera: puts pictures where a `viewId` says. */
export class PageViews implements Views {
  readonly #shown = new Map<string, Set<Shown>>();

  show(calling: Calling, source: ViewSource, viewId: ViewId): void {
    const target = resolve(viewId);
    // One place shows one picture: the newer wish takes it over.
    for (const views of this.#shown.values()) for (const view of [...views]) if (view.target === target) this.#end(views, view);
    const stop = target instanceof Element ? showIn(target, calling, source) : showOn(target, calling, source);
    const at = keyOf(source);
    this.#shown.set(at, (this.#shown.get(at) ?? new Set()).add({ target, stop }));
  }

  hide(source: ViewSource): void {
    const views = this.#shown.get(keyOf(source));
    for (const view of [...(views ?? [])]) this.#end(views, view);
    this.#shown.delete(keyOf(source));
  }

  dispose(): void {
    for (const views of this.#shown.values()) for (const view of [...views]) this.#end(views, view);
    this.#shown.clear();
  }

  #end(views: Set<Shown> | undefined, view: Shown): void {
    views?.delete(view);
    view.stop();
  }
}

const keyOf = ({ userId, streamType }: ViewSource): string => `${kindOfStream(streamType)} ${userId}`;

function resolve(viewId: ViewId): VideoSurface | Element {
  const found = typeof viewId === 'number' ? surfaceAt(viewId) : surfaceOf(typeof viewId === 'string' ? document.getElementById(viewId) : viewId);
  if (found) return found;
  throw new CallError('no-such-view');
}

/** A `<trtc-video-view>` given as an element shows the picture itself. */
function surfaceOf(element: unknown): VideoSurface | Element | undefined {
  if (!(element instanceof Element)) return undefined;
  const own = 'viewId' in element && typeof element.viewId === 'number' ? surfaceAt(element.viewId) : undefined;
  return own ?? element;
}

function showOn(surface: VideoSurface, calling: Calling, source: ViewSource): () => void {
  surface.show({ calling, ...source });
  return () => surface.show(null);
}

/** In a `<video>` itself, in any other element as a `<video>` that fills it. */
function showIn(target: Element, calling: Calling, { userId, streamType }: ViewSource): () => void {
  const video = target instanceof HTMLVideoElement ? target : target.appendChild(fillingVideo());
  const unwatch = calling.tracks.watch(userId, kindOfStream(streamType), (track) => showTrack(video, track));
  return () => {
    unwatch();
    showTrack(video, null);
    if (video !== target) video.remove();
  };
}

function fillingVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  Object.assign(video.style, { width: '100%', height: '100%', objectFit: 'cover', display: 'block' });
  return video;
}
