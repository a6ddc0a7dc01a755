import type { Calling, StreamType, ViewId } from './calling.js';
import type { MediaKind } from './state/call-state.js';

/** Whose picture: '' is oneself. */
export interface ViewSource {
  readonly userId: string;
  readonly streamType: StreamType;
}

/** Small and big are the same picture here: engines send one size. */
export const kindOfStream = (streamType: StreamType): MediaKind => (streamType === 2 ? 'screen' : 'video');

/** How the page shows pictures where a `viewId` says. The page's side is src/page/views.ts. */
export interface Views {
  /** Throws CallError `no-such-view`. */
  show(calling: Calling, source: ViewSource, viewId: ViewId): void;
  /** Takes the picture out of every view it was put in. */
  hide(source: ViewSource): void;
  dispose(): void;
}
