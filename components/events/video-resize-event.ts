/** The picture in a `<trtc-video-view>` has another size, in CSS pixels of the source; 0 × 0 when there is none. */
export class TrtcVideoResizeEvent extends CustomEvent<{ readonly width: number; readonly height: number }> {
  constructor(width: number, height: number) {
    super('trtc-video-resize', { detail: { width, height }, bubbles: true, composed: true });
  }
}
