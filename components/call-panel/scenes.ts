import { html, nothing, type TemplateResult } from 'lit';
import { silentMark } from '../base/silent-other.js';
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
export const speakerScene = (pinned: string, onPin: (event: Event) => void): TemplateResult => html`
  <trtc-speaker-view class="speaker" .pinned=${pinned} @trtc-pin-request=${onPin}></trtc-speaker-view>`;

/** All alike. */
export const gridScene = (onPin: (event: Event) => void): TemplateResult => html`
  <trtc-participant-grid class="grid" pinnable @trtc-pin-request=${onPin}></trtc-participant-grid>`;

/** Name and time over the pictures; the network of `quality`, where it is poor; `silence` says that they are muted. */
export const headOf = (line: string, quality: string, silence: string): TemplateResult => html`
  <div class="head" part="head">
    ${silentMark(silence)}
    <span class="name" dir=${quality === '' ? nothing : 'auto'}>${line}</span>
    ${quality === '' ? nothing : html`<trtc-network-quality user-id=${quality} only-poor></trtc-network-quality>`}
    <trtc-call-timer></trtc-call-timer>
  </div>`;

/** The same for two without a picture, where there is room for words. */
export const marksOf = (quality: string, silence: string): TemplateResult => html`
  <span class="marks">${silentMark(silence)}<span class="word" aria-hidden="true">${silence}</span><trtc-network-quality user-id=${quality} only-poor></trtc-network-quality></span>`;

/** A region that comes with its words is silent unless it is an alert: who cannot see the screen hears who calls. */
export const ringAlert = (sentence: string): TemplateResult => html`<p class="visually-hidden" role="alert">${sentence}</p>`;

/** The browser holds the ringing back until somebody presses something. */
export const hearButton = (label: string, onHear: () => void): TemplateResult => html`<button type="button" class="hear" part="hear" @click=${onHear}>${label}</button>`;

export const controlsOf = (controls: string): TemplateResult => html`
  <div class="foot">
    <trtc-call-controls part="controls" controls=${controls}>
      <slot name="controls-start" slot="start"></slot><slot></slot><slot name="controls-end" slot="end"></slot><slot name="controls-menu" slot="menu"></slot>
    </trtc-call-controls>
  </div>`;

/** Behind the avatars: one's own camera, clear for the look at oneself while one person is called, dimmed under the list of several; else the other's picture, blurred out of recognition. */
export const backdrop = ({ isVideo, isCameraOn, isCallingGroup, portrait, screen }: PanelState): TemplateResult | typeof nothing => {
  if (isVideo && isCameraOn && screen !== 'ended' && screen !== 'interrupted') return html`<trtc-video-view class="main ${isCallingGroup ? 'dimmed' : 'preview'}" local bare aria-hidden="true"></trtc-video-view>`;
  return portrait === '' ? nothing : html`<img class="blurred" src=${portrait} alt="" referrerpolicy="no-referrer">`;
};

/** No call yet: who is to be called. */
export const dialScene = (type: string, language: string): TemplateResult => html`
  <div class="surface" lang=${language}>
    <trtc-trouble-banner part="banner"></trtc-trouble-banner><trtc-dial-pad type=${type}></trtc-dial-pad>
  </div>`;

/** What the call is just asking or telling, over whatever is seen. */
export const notesOf = ({ hasWish, hasNews }: PanelState): TemplateResult => html`
  ${hasWish ? html`<trtc-switch-prompt></trtc-switch-prompt>` : nothing}${hasNews ? html`<trtc-call-news></trtc-call-news>` : nothing}`;
