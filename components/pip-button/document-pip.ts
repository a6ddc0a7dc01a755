import type { Calling } from '../../src/calling/calling.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import type { TrtcElement } from '../base/trtc-element.js';
import { keepDressed } from '../call-card/keep-dressed.js';
import { relayWishes } from '../call-card/outpost.js';
import type { PipWindows } from './pip-windows.js';

/** As large as a window of a call is at first, px. */
const SIZE = { width: 360, height: 240 };

const isOver = ({ call, ended }: CallSnapshot): boolean => call === null && ended === null;

/**
 * Puts the call of `source` into a window of its own that stays over everything: mute, hang-up and answer work there. It
 * goes on with the language, words and theme of `source`. The window closes when the call and what is said of its end are
 * over; opened while there is no call, it waits for one. Must be called from a gesture. Source: Document Picture-in-Picture, WICG.
 */
export async function popOut(windows: PipWindows, source: TrtcElement): Promise<Window> {
  const view = await windows.requestWindow(SIZE);
  const { document: page } = view;
  page.documentElement.lang = source.ownerDocument.documentElement.lang;
  page.title = source.ownerDocument.title;
  page.body.style.cssText = 'margin: 0; block-size: 100vh; overflow: hidden; background: #0f1013';
  const card = document.createElement('trtc-call-card');
  card.silent = true;
  const undress = keepDressed(card, source);
  relayWishes(card, source);
  page.body.append(card);
  const { calling } = source;
  if (calling) closeWithCall(view, calling);
  view.addEventListener('pagehide', () => { undress(); card.remove(); }, { once: true });
  return view;
}

function closeWithCall(view: Window, calling: Calling): void {
  let hadCall = !isOver(calling.state);
  const stop = calling.subscribe((isNone) => {
    if (isNone && (hadCall || calling.destroyed)) view.close();
    hadCall ||= !isNone;
  }, { selector: isOver });
  view.addEventListener('pagehide', stop, { once: true });
}
