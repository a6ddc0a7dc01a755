import { html } from 'lit';
import { seeing } from '../moments.js';
import type { ElementState } from '../state.js';

const items = () => html`<trtc-fullscreen-button item></trtc-fullscreen-button><trtc-pip-button item></trtc-pip-button><trtc-screen-share-button item></trtc-screen-share-button>`;

export default [
  { name: 'closed', parts: seeing(), content: items, stage: true },
  { name: 'labelled', parts: seeing(), content: items, attributes: { labelled: true }, stage: true },
] satisfies readonly ElementState[];
