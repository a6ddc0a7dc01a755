import { html } from 'lit';
import { connecting, dialling, endedStates, group, idle, interrupted, mixedGroup, presenting, ringing, seeing, signedOut, signingIn, talking, troubleStates } from '../moments.js';
import type { ElementState } from '../state.js';

const room = { height: 560, attributes: { ringtone: 'none' } } as const;

export default [
  { ...room, name: 'in-call', parts: seeing(), levels: { bob: 60 } },
  { ...room, name: 'idle', parts: idle, attributes: { dialer: true }, height: 480 },
  { ...room, name: 'signing-in', parts: signingIn, attributes: { dialer: true }, height: 480 },
  { ...room, name: 'signed-out', parts: signedOut, attributes: { dialer: true }, height: 480 },
  { ...room, name: 'dialling', parts: dialling(1, false) },
  { ...room, name: 'dialling-ringing-there', parts: dialling(1) },
  { ...room, name: 'dialling-video', parts: dialling(2) },
  { ...room, name: 'ringing', parts: ringing(1) },
  { ...room, name: 'ringing-video', parts: ringing(2) },
  { ...room, name: 'ringing-group', parts: ringing(2, ['carol', 'dave', 'erin']) },
  { ...room, name: 'connecting', parts: connecting(2) },
  { ...room, name: 'audio', parts: talking(), levels: { bob: 70 } },
  { ...room, name: 'audio-muted', parts: talking({ audio: false }, { devices: { microphone: { muted: true } } }) },
  { ...room, name: 'other-muted', parts: seeing({ audio: false, quality: 5 }) },
  { ...room, name: 'video-no-picture', parts: seeing({ video: false }) },
  { ...room, name: 'video-camera-off', parts: seeing({}, { devices: { camera: { wanted: false, on: false } } }) },
  { ...room, name: 'three', parts: group(2), levels: { bob: 60 } },
  { ...room, name: 'five', parts: group(4), levels: { carol: 50 } },
  { ...room, name: 'nine', parts: group(8), levels: { erin: 60 } },
  { ...room, name: 'speaker-layout', parts: group(4), attributes: { ringtone: 'none', layout: 'speaker' } },
  { ...room, name: 'everybody-differs', parts: mixedGroup },
  { ...room, name: 'nobody-yet', parts: group(0) },
  { ...room, name: 'screen', parts: presenting },
  { ...room, name: 'own-screen', parts: seeing({}, { devices: { camera: { wanted: true, on: true }, screen: { wanted: true, on: true } } }) },
  { ...room, name: 'poor-network', parts: seeing({ quality: 5 }) },
  { ...room, name: 'own-buttons', parts: seeing(), content: () => html`<button type="button" style="block-size: 52px; padding: 0 16px; border: 0; border-radius: 26px; font: inherit; color: #fff; background: #3a3d46">Notes</button>` },
  { ...room, name: 'interrupted', parts: interrupted },
  ...troubleStates({ ...room, attributes: { ...room.attributes, dialer: true } }),
  ...endedStates({ ...room, height: 420 }),
] satisfies readonly ElementState[];
