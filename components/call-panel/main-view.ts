import type { TrtcVideoView } from '../video-view/video-view.js';

/** The view of the large picture under a panel's root: of the other, of who has the stage, or the first of all tiles. */
export const mainViewIn = (root: ParentNode): TrtcVideoView | null =>
  root.querySelector<TrtcVideoView>('trtc-video-view.main')
  ?? root.querySelector('trtc-speaker-view')?.mainView
  ?? root.querySelector('trtc-participant-grid')?.firstView
  ?? null;
