import { expect, type BrowserContext, type Page } from '@playwright/test';
import { BarePage } from './bare-page.js';
import { Caller } from './caller.js';

/**
 * Runs in the page before anything else: listens to whatever it sends to the loudspeaker, and lets a test say whether the
 * page is in view, which a browser without windows does not. Nothing of the kit is replaced.
 */
export function listenIn(): void {
  const taps = new Map<AudioNode, AnalyserNode>();
  const { connect, disconnect } = AudioNode.prototype;
  const connectTo = (node: AudioNode, args: unknown[]): unknown => Reflect.apply(connect, node, args);
  AudioNode.prototype.connect = function tapped(this: AudioNode, ...args: unknown[]) {
    if (args[0] instanceof AudioDestinationNode && !taps.has(this)) {
      const tap = new AnalyserNode(this.context, { fftSize: 8192 });
      connectTo(this, [tap]);
      taps.set(this, tap);
    }
    return connectTo(this, args);
  } as typeof connect;
  AudioNode.prototype.disconnect = function untapped(this: AudioNode, ...args: unknown[]) {
    taps.delete(this);
    Reflect.apply(disconnect, this, args);
  } as typeof disconnect;
  window.sounding = () => [...taps.values()].filter(({ context }) => context.state === 'running').length;
  window.loudness = () => Math.max(0, ...[...taps.values()].filter(({ context }) => context.state === 'running').map((tap) => {
    const samples = new Float32Array(tap.fftSize);
    tap.getFloatTimeDomainData(samples);
    return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  }));
  window.comeIntoView = (isVisible) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: isVisible ? 'visible' : 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  };
}

/** One tab of `userId` in `context`, which was told to {@link listenIn}. */
export const openTab = (context: BrowserContext, userId: string): Promise<Caller> => Caller.open(context, userId, { local: { relayUrl: BarePage.relay } });

/** How many of the tabs make a sound. */
export const soundingOf = async (tabs: readonly Caller[]): Promise<readonly Caller[]> => {
  const counts = await Promise.all(tabs.map(({ page }) => page.evaluate(() => window.sounding())));
  return tabs.filter((_, index) => (counts[index] ?? 0) > 0);
};

/** Exactly one of them sounds, and can really be heard; that one. */
export async function theOneHeard(tabs: readonly Caller[]): Promise<Caller> {
  await expect.poll(async () => (await soundingOf(tabs)).length, { message: 'one of them sounds', intervals: [50] }).toBe(1);
  const [heard] = await soundingOf(tabs);
  if (!heard) throw new Error('It fell silent.');
  await expect.poll(() => heard.page.evaluate(() => window.loudness()), { message: 'it is heard', intervals: [50] }).toBeGreaterThan(0.05);
  for (const other of tabs) if (other !== heard) expect(await other.page.evaluate(() => [window.sounding(), window.loudness()])).toEqual([0, 0]);
  return heard;
}

/** The notifications that the page's service worker shows. */
export const notificationsOf = (page: Page): Promise<readonly string[]> => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.getNotifications() ?? []).map(({ title, body }) => `${title}: ${body}`);
});

declare global {
  interface Window {
    /** How many sounds go to the loudspeaker. */
    sounding(): number;
    /** The loudest sample of the last 0.17 s, 0 to 1. */
    loudness(): number;
    comeIntoView(isVisible: boolean): void;
  }
}
