import { html, nothing, type TemplateResult } from 'lit';
import type { PanelState } from './panel-state.js';

/** Who is large and who is small in a call of two. */
export interface FloatScene {
  readonly other: string;
  readonly isSwapped: boolean;
  readonly isPortrait: boolean;
  /** The accessible name of the small picture. */
  readonly label: string;
  readonly onSwap: (event: Event) => void;
  readonly onResize: (event: Event) => void;
}

/** The other fills the stage, oneself is a tile that can be dragged; or the other way round. */
export const floatScene = ({ other, isSwapped, isPortrait, label, onSwap, onResize }: FloatScene): TemplateResult => html`
  ${isSwapped
    ? html`<trtc-video-view class="main" local bare></trtc-video-view>`
    : html`<trtc-video-view class="main" user-id=${other} bare></trtc-video-view>`}
  <trtc-floating-tile class=${isPortrait ? 'portrait' : ''} label=${label} @trtc-swap-request=${onSwap} @trtc-video-resize=${onResize}>
    ${isSwapped
      ? html`<trtc-video-view user-id=${other}></trtc-video-view>`
      : html`<trtc-video-view local></trtc-video-view>`}
  </trtc-floating-tile>`;

/** One person, or a shared screen, large; everybody else beside. */
export const speakerScene = (main: string, { sharer }: PanelState): TemplateResult => html`
  <div class="speaker">
    ${sharer === ''
      ? html`<trtc-video-view class="large" user-id=${main}></trtc-video-view>
          <trtc-participant-grid class="strip" except=${main}></trtc-participant-grid>`
      : html`<trtc-video-view class="large" user-id=${sharer} stream-type="2"></trtc-video-view>
          <trtc-participant-grid class="strip"></trtc-participant-grid>`}
  </div>`;

/** Behind an avatar: one's own camera, dimmed; else the other's picture, blurred out of recognition. */
export const backdrop = ({ isVideo, isCameraOn, portrait, screen }: PanelState): TemplateResult | typeof nothing => {
  if (isVideo && isCameraOn && screen !== 'ended' && screen !== 'interrupted') return html`<trtc-video-view class="main dimmed" local bare aria-hidden="true"></trtc-video-view>`;
  return portrait === '' ? nothing : html`<img class="blurred" src=${portrait} alt="" referrerpolicy="no-referrer">`;
};
