import { html } from 'lit';
import { seeing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

const view = () => html`<trtc-video-view local bare></trtc-video-view>`;

export default [
  { name: 'picture', parts: seeing(), attributes: { label: 'Your picture' }, content: view, height: 400, stage: true },
  { name: 'no-picture', parts: talking(), attributes: { label: 'Your picture' }, content: view, height: 400, stage: true },
] satisfies readonly ElementState[];
