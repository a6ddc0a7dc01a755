import { html } from 'lit';
import { idle, ringing } from '../moments.js';
import type { ElementState } from '../state.js';

const here = { height: 520, attributes: { contained: true, ringtone: 'none' } } as const;

export default [
  { ...here, name: 'audio', parts: ringing(1) },
  { ...here, name: 'video', parts: ringing(2) },
  { ...here, name: 'group-audio', parts: ringing(1, ['carol']) },
  { ...here, name: 'group-video', parts: ringing(2, ['carol', 'dave', 'erin']) },
  { ...here, name: 'preview', parts: { ...ringing(2), devices: { camera: { wanted: true, on: true } } }, attributes: { ...here.attributes, preview: true } },
  { ...here, name: 'more-about-the-caller', parts: ringing(2), content: () => html`<p style="margin: 0">Order 4711, premium customer</p>` },
  {
    ...here, name: 'minimised', parts: ringing(1), height: 120,
    act: async (element) => {
      element.shadowRoot?.querySelector<HTMLElement>('.minimise')?.click();
      if ('updateComplete' in element) await element.updateComplete;
    },
  },
  { ...here, name: 'no-call', parts: idle, height: 80 },
] satisfies readonly ElementState[];
