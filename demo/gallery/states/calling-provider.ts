import { html } from 'lit';
import { dialling, idle, seeing } from '../moments.js';
import type { ElementState } from '../state.js';

const inside = () => html`
  <div style="display: grid; gap: 16px">
    <div style="display: flex; gap: 8px"><trtc-call-button user-ids="bob" type="audio"></trtc-call-button><trtc-call-button user-ids="bob"></trtc-call-button></div>
    <trtc-call-panel dialer ringtone="none" style="block-size: 460px"></trtc-call-panel>
  </div>`;

export default [
  { name: 'idle', parts: idle, content: inside },
  { name: 'dialling', parts: dialling(2), content: inside },
  { name: 'in-call', parts: seeing(), content: inside },
] satisfies readonly ElementState[];
