import { html } from 'lit';
import { dialling, idle, seeing, signedOut } from '../moments.js';
import type { ElementState } from '../state.js';

const bob = { 'user-ids': 'bob' } as const;

export default [
  { name: 'video', parts: idle, attributes: bob },
  { name: 'audio', parts: idle, attributes: { ...bob, type: 'audio' } },
  { name: 'compact', parts: idle, attributes: { ...bob, compact: true } },
  { name: 'several', parts: idle, attributes: { 'user-ids': 'bob carol' } },
  { name: 'own-words', parts: idle, attributes: bob, content: () => html`Ask a doctor` },
  { name: 'nobody', parts: idle },
  { name: 'disabled', parts: idle, attributes: { ...bob, disabled: true } },
  { name: 'signed-out', parts: signedOut, attributes: bob },
  { name: 'dialling', parts: dialling(1), attributes: bob },
  { name: 'in-call', parts: seeing(), attributes: { 'user-ids': 'carol' } },
] satisfies readonly ElementState[];
