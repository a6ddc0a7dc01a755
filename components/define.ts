/**
 * Registers every element: at once those that stand in a page before there is a call, the provider first, so that no child is
 * upgraded before it; the others when the page is idle, or now if the page has one of them.
 */
import './calling-provider/calling-provider.define.js';
import './call-button/call-button.define.js';
import './call-panel/call-panel.define.js';
import './incoming-dialog/incoming-dialog.define.js';
import { whenIdle } from './base/when-idle.js';

const isAwaited = (): boolean => [...document.querySelectorAll(':not(:defined)')].some(({ localName }) => localName.startsWith('trtc-'));

function defineOthers(): void {
  import('./define-parts.js').catch((thrown: unknown) => reportError(thrown));
}

if (typeof document !== 'undefined') {
  if (isAwaited()) defineOthers();
  else whenIdle(defineOthers);
}
