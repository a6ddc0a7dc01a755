import '../../../components/define.js';
import type { LitElement } from 'lit';
import { markLaidOut } from './laid-out.js';

/** The panel and, where the page has one, what it shows before a call: its dial pad. */
const panel = document.querySelector('trtc-call-panel');
if (!panel) throw new Error('The page has no panel.');
await panel.updateComplete;
if (panel.dialer) {
  await customElements.whenDefined('trtc-dial-pad');
  await panel.shadowRoot?.querySelector<LitElement & HTMLElement>('trtc-dial-pad')?.updateComplete;
}
markLaidOut(panel);
