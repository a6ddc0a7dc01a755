import '../../../components/define.js';
import type { LitElement } from 'lit';
import { markLaidOut } from './laid-out.js';

/**
 * The panel and, where the page has one, what it shows before a call: its dial pad. No await at the top of the module: with
 * one, bundlers keep every shared module in a file of its own, for the order in which they run (Rolldown 1.2).
 */
async function laidOut(): Promise<void> {
  const panel = document.querySelector('trtc-call-panel');
  if (!panel) throw new Error('The page has no panel.');
  await panel.updateComplete;
  if (panel.dialer) {
    await customElements.whenDefined('trtc-dial-pad');
    await panel.shadowRoot?.querySelector<LitElement & HTMLElement>('trtc-dial-pad')?.updateComplete;
  }
  markLaidOut(panel);
}

laidOut().catch((thrown: unknown) => reportError(thrown));
