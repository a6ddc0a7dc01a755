import { html } from 'lit';
import { presenting, seeing, talking } from '../moments.js';
import type { ElementState } from '../state.js';

const bob = { height: 300, stage: true, attributes: { 'user-id': 'bob' } } as const;

export default [
  { ...bob, name: 'picture', parts: seeing() },
  { ...bob, name: 'speaking', parts: seeing(), levels: { bob: 80 } },
  { ...bob, name: 'no-picture', parts: talking() },
  { ...bob, name: 'microphone-off', parts: seeing({ audio: false }) },
  { ...bob, name: 'poor-network', parts: seeing({ quality: 5 }) },
  { ...bob, name: 'reconnecting', parts: seeing({ link: 'reconnecting', quality: 6 }) },
  { ...bob, name: 'ringing', parts: talking({ state: 'ringing', audio: false }) },
  { ...bob, name: 'contain', parts: seeing(), attributes: { ...bob.attributes, fit: 'contain' } },
  { ...bob, name: 'bare', parts: seeing(), attributes: { ...bob.attributes, bare: true } },
  { ...bob, name: 'silenced', parts: seeing(), attributes: { ...bob.attributes, muted: true } },
  { ...bob, name: 'screen', parts: presenting, attributes: { ...bob.attributes, 'stream-type': '2' } },
  { ...bob, name: 'own', parts: seeing(), attributes: { local: true } },
  { ...bob, name: 'own-camera-off', parts: talking({}, { devices: { microphone: { muted: true } } }), attributes: { local: true } },
  { ...bob, name: 'own-placeholder', parts: talking(), content: () => html`<strong slot="placeholder" style="color: #fff">Camera is off</strong>` },
] satisfies readonly ElementState[];
