import type { Calling } from '../../src/calling/calling.js';

/**
 * Who shows an incoming call. An application that prevents `trtc-invited` shows it itself; a dialog that is in the page
 * spares the panel from showing the same call a second time.
 */
interface Screens {
  /** The call whose built-in screens were prevented; '' for none. */
  prevented: string;
  readonly dialogs: Set<object>;
  readonly listeners: Set<() => void>;
}

const known = new WeakMap<Calling, Screens>();

function screensOf(calling: Calling): Screens {
  const screens = known.get(calling) ?? { prevented: '', dialogs: new Set(), listeners: new Set() };
  known.set(calling, screens);
  return screens;
}

/** The built-in screens stay away from that call while it rings. */
export function preventIncoming(calling: Calling, callId: string): void {
  const screens = screensOf(calling);
  screens.prevented = callId;
  tell(screens);
}

export const isIncomingPrevented = (calling: Calling, callId: string): boolean => screensOf(calling).prevented === callId;

/** Says that `dialog` shows the incoming calls of `calling`, until the returned function is called. */
export function claimIncoming(calling: Calling, dialog: object): () => void {
  const screens = screensOf(calling);
  screens.dialogs.add(dialog);
  tell(screens);
  return () => {
    screens.dialogs.delete(dialog);
    tell(screens);
  };
}

export const isIncomingClaimed = (calling: Calling): boolean => screensOf(calling).dialogs.size > 0;

/** Tells when one of the answers above may have changed. */
export function watchIncoming(calling: Calling, listener: () => void): () => void {
  const { listeners } = screensOf(calling);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(screens: Screens): void {
  for (const listener of [...screens.listeners]) listener();
}
