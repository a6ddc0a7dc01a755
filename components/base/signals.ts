import type { Calling } from '../../src/calling/calling.js';

/** What calls for attention beside sound and notifications, by the names that the `quiet` attribute takes. */
export type Signal = 'title' | 'badge' | 'vibration' | 'wake-lock';

/** What the provider of a TRTCCalling keeps quiet. */
const quieted = new WeakMap<Calling, string>();

/** For everybody who shows this TRTCCalling; '' for nothing. Words that name no signal have no effect. */
export function quieten(calling: Calling, signals: string): void {
  if ((quieted.get(calling) ?? '') !== signals) quieted.set(calling, signals);
}

/** Whether an element with this `quiet` attribute leaves the signal out. */
export const isQuiet = (signal: Signal, own: string, calling: Calling | undefined): boolean =>
  has(own, signal) || (calling !== undefined && has(quieted.get(calling) ?? '', signal));

/** Asks the person; `denied` where the browser has no notifications. */
export const askToNotify = async (): Promise<NotificationPermission> =>
  ('Notification' in globalThis ? Notification.requestPermission() : 'denied');

const has = (list: string, word: string): boolean => ` ${list.replaceAll(/\s+/g, ' ')} `.includes(` ${word} `);
