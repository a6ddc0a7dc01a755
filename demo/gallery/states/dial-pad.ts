import { idle, signedOut, signingIn } from '../moments.js';
import type { ElementState } from '../state.js';

const submit = async (element: HTMLElement): Promise<void> => {
  element.shadowRoot?.querySelector('form')?.requestSubmit();
  if ('updateComplete' in element) await element.updateComplete;
};

export default [
  { name: 'ready', parts: idle },
  { name: 'filled', parts: idle, attributes: { 'user-ids': 'bob carol' } },
  { name: 'audio-only', parts: idle, attributes: { type: 'audio' } },
  { name: 'video-only', parts: idle, attributes: { type: 'video' } },
  { name: 'wrong-user-id', parts: idle, attributes: { 'user-ids': 'bob!' }, act: submit },
  { name: 'oneself', parts: idle, attributes: { 'user-ids': 'alice' }, act: submit },
  { name: 'signing-in', parts: signingIn },
  { name: 'signed-out', parts: signedOut },
] satisfies readonly ElementState[];
