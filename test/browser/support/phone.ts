import { expect, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { ActionCallback, Calling, CallPhase, CallSnapshot } from '../../../src/index.js';
import { watchPage, type Books } from './page-watch.js';

/** The demo of this worker: nobody else is logged in at its relay. */
export const demoUrl = (): string => {
  const urls = process.env['DEMO_URL']?.split(' ') ?? [];
  const url = urls[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) % urls.length];
  if (!url) throw new Error('DEMO_URL is not set: the demo server did not start.');
  return url;
};

export interface PhoneSettings {
  readonly transport?: 'relay' | 'broadcast' | 'auto';
  /** Seconds. */
  readonly ringTimeout?: number;
  readonly picture?: 'camera' | 'test';
  /** Another context's page shares nothing with it; a page of the same one is a second tab. */
  readonly context?: BrowserContext;
  readonly permissions?: readonly string[];
}

/** One person at one browser: the demo's page with a single phone in it. */
export class Phone {
  readonly page: Page;
  readonly userId: string;
  readonly problems: string[] = [];

  private constructor(page: Page, userId: string) {
    this.page = page;
    this.userId = userId;
    page.on('pageerror', (error) => this.problems.push(`${userId}: ${error.stack ?? error.message}`));
  }

  /** A browser context of its own with the page in it, signed in. */
  static async open(browser: Browser, userId: string, settings: PhoneSettings = {}): Promise<Phone> {
    const context = settings.context ?? await browser.newContext(settings.permissions ? { permissions: [...settings.permissions] } : {});
    const phone = new Phone(await context.newPage(), userId);
    await phone.page.addInitScript(watchPage);
    await phone.page.goto(addressFor(userId, settings));
    await phone.isReady();
    return phone;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  get panel(): Locator {
    return this.page.locator('trtc-call-panel');
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  callButton(userId: string, type: 'audio' | 'video' = 'video'): Locator {
    return this.page.locator(`trtc-call-button[user-ids="${userId}"][type="${type}"] button`);
  }

  async isReady(): Promise<void> {
    await expect(this.page.locator('demo-phone-home[ready]'), `${this.userId} is signed in`).toBeAttached();
  }

  async call(userId: string, type: 'audio' | 'video' = 'video'): Promise<void> {
    await this.callButton(userId, type).click();
  }

  async answer(): Promise<void> {
    await this.button('Answer').click();
  }

  async hangUp(): Promise<void> {
    // The bar has gone when nobody moved for a while; a hand on the way to it brings it back.
    await this.panel.hover({ position: { x: 120, y: 160 } });
    await this.panel.hover({ position: { x: 140, y: 200 } });
    await this.button('Hang up').click();
  }

  /** The phone's TRTCCalling, to ask or to command. */
  ask<T, A>(question: (calling: Calling, argument: A) => T | Promise<T>, argument: A): Promise<T> {
    return this.page.evaluate(`(${String(question)})(document.querySelector('demo-page').shadowRoot.querySelector('demo-phone').calling, ${JSON.stringify(argument)})`);
  }

  state(): Promise<CallSnapshot> {
    return this.ask((calling) => calling.state, null);
  }

  invite(userId: string): Promise<ActionCallback> {
    return this.ask((calling, whom) => calling.call(whom, 2), userId);
  }

  books(): Promise<Books> {
    return this.page.evaluate(() => window.watch());
  }

  async phaseIs(phase: CallPhase): Promise<void> {
    await expect.poll(async () => (await this.state()).call?.phase ?? 'idle', { message: `${this.userId} is ${phase}` }).toBe(phase);
  }

  /** Who is in the room with this phone, in the order of the alphabet. */
  async talksWith(...userIds: readonly string[]): Promise<void> {
    await expect.poll(async () => joinedIn(await this.state()), { message: `${this.userId} talks with ${userIds.join(' and ')}` }).toEqual(userIds.toSorted());
  }

  async endedWith(reason: string): Promise<void> {
    await expect.poll(async () => { const { call, ended } = await this.state(); return call ? 'in a call' : ended?.reason; }, { message: `${this.userId} ended with ${reason}` }).toBe(reason);
  }

  /** The names of the callbacks that the page's log has, oldest first, those that tick left out. */
  async heard(): Promise<string[]> {
    const rows = await this.page.locator('demo-event-log .name').allTextContents();
    return rows.map((row) => row.replace(/\s*×.*$/, '').trim()).filter((name) => !/Volume|Quality|DeviceChange|ConnectionState/.test(name)).toReversed();
  }

  async hears(name: string, times = 1): Promise<void> {
    await expect.poll(async () => (await this.heard()).filter((each) => each === name).length, { message: `${this.userId} hears ${name}` }).toBe(times);
  }

  /** How many frames of somebody's picture this page has decoded. */
  async framesOf(userId: string): Promise<number> {
    const videos = await this.page.locator(`trtc-video-view[user-id="${userId}"] video`).all();
    const frames = await Promise.all(videos.map((video) => video.evaluate((element) => (element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0))));
    return Math.max(0, ...frames);
  }

  /** Their picture moves: frames go on arriving. */
  async sees(userId: string): Promise<void> {
    await expect.poll(() => this.framesOf(userId), { message: `${this.userId} sees ${userId}`, timeout: 45_000 }).toBeGreaterThan(0);
    const before = await this.framesOf(userId);
    await expect.poll(() => this.framesOf(userId), { message: `${this.userId} goes on seeing ${userId}` }).toBeGreaterThan(before + 5);
  }

  /** Idle, and nothing of the call is left: no device open, no connection to anybody. */
  async isReleased(): Promise<void> {
    await this.phaseIs('idle');
    await expect.poll(async () => { const { live, connections } = await this.books(); return { live, connections }; }, { message: `${this.userId} has given everything back` })
      .toEqual({ live: 0, connections: 0 });
  }

  expectNoProblems(): void {
    expect(this.problems).toEqual([]);
  }
}

const joinedIn = ({ call }: CallSnapshot): string[] =>
  (call?.participants ?? []).filter(({ state }) => state === 'joined').map(({ userId }) => userId).toSorted();

function addressFor(userId: string, { transport = 'relay', ringTimeout = 30, picture = 'camera' }: PhoneSettings): string {
  const parameters = new URLSearchParams({ user: userId, transport, picture, 'ring-timeout': String(ringTimeout) });
  return `${demoUrl()}?${parameters}`;
}
