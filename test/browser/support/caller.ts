import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { LocalEngineOptions } from '../../../src/engines/local/index.js';
import type { CallPhase, CallSnapshot } from '../../../src/index.js';
import { watchPage, type Books } from './page-watch.js';
import { demoUrl } from './phone.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface CallerSettings {
  readonly local: LocalEngineOptions;
  /** Seconds. */
  readonly ringTimeout?: number;
  /** Where the page has its ICE servers from, asked before each connection. */
  readonly iceServers?: () => Promise<readonly RTCIceServer[]>;
}

/** What is to be read while one's own connection, or the other's, is being got back. */
export const RECONNECTING = /Connection lost\. Trying to get back\.|Reconnecting…/;

/** One person at a customer's page (pages/caller.html), with any options of the local engine. */
export class Caller {
  readonly page: Page;
  readonly userId: string;
  readonly problems: string[] = [];

  private constructor(page: Page, userId: string) {
    this.page = page;
    this.userId = userId;
    page.on('pageerror', (error) => this.problems.push(`${userId}: ${error.stack ?? error.message}`));
  }

  /** In a browser context of its own, or in the one given. Signed in. */
  static async open(where: Browser | BrowserContext, userId: string, { local, ringTimeout = 30, iceServers }: CallerSettings): Promise<Caller> {
    const context = 'newContext' in where ? await where.newContext({ permissions: ['camera', 'microphone'], locale: 'en-GB', viewport: { width: 700, height: 700 } }) : where;
    const caller = new Caller(await context.newPage(), userId);
    await caller.page.addInitScript(watchPage);
    if (iceServers) await caller.page.exposeFunction('iceServers', iceServers);
    const parameters = new URLSearchParams({ user: userId, options: JSON.stringify({ local, ringTimeout }), ...(iceServers ? { ask: '' } : {}) });
    await caller.page.goto(new URL(`/@fs${ROOT}test/browser/pages/caller.html?${parameters}`, demoUrl()).href);
    await caller.isSignedIn();
    return caller;
  }

  state(): Promise<CallSnapshot> {
    return this.page.evaluate(() => window.calling.state);
  }

  books(): Promise<Books> {
    return this.page.evaluate(() => window.watch());
  }

  async isSignedIn(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => window.calling?.state.session.connection), { message: `${this.userId} is signed in`, intervals: [50] }).toBe('connected');
  }

  async phaseIs(phase: CallPhase, timeout = 30_000): Promise<void> {
    await expect.poll(async () => (await this.state()).call?.phase ?? 'idle', { message: `${this.userId} is ${phase}`, timeout, intervals: [100] }).toBe(phase);
  }

  async endedWith(reason: string | RegExp, timeout = 30_000): Promise<void> {
    await expect.poll(async () => { const { call, ended } = await this.state(); return call ? 'in a call' : ended?.reason ?? 'nothing'; }, { message: `${this.userId} ended with ${reason}`, timeout, intervals: [100] })
      .toMatch(typeof reason === 'string' ? new RegExp(`^${reason}$`) : reason);
  }

  /** Rings `other`, who answers; both are in the call. */
  async callAndTalk(other: Caller, type: 1 | 2 = 2): Promise<void> {
    await this.page.evaluate(([userId, kind]) => void window.calling.call(userId, kind), [other.userId, type] as const);
    await other.press('Answer');
    await Promise.all([this.phaseIs('in-call'), other.phaseIs('in-call')]);
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async hangUp(): Promise<void> {
    // The bar has gone when nobody moved for a while; a hand on the way to it brings it back.
    await this.page.mouse.move(100, 200);
    await this.page.mouse.move(120, 220);
    await this.press('Hang up');
  }

  async reads(words: string | RegExp, timeout = 15_000): Promise<void> {
    await expect(this.page.locator('trtc-call-panel').getByText(words).first(), `${this.userId} reads ${words}`).toBeVisible({ timeout });
  }

  async framesOf(userId: string): Promise<number> {
    const videos = await this.page.locator(`trtc-video-view[user-id="${userId}"] video`).all();
    const frames = await Promise.all(videos.map((video) => video.evaluate((element) => (element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0))));
    return Math.max(0, ...frames);
  }

  /** Their picture moves: `count` more frames have been decoded. */
  async sees({ userId }: Caller, count = 5, timeout = 45_000): Promise<void> {
    const before = await this.framesOf(userId);
    await expect.poll(() => this.framesOf(userId), { message: `${this.userId} sees ${userId}`, timeout, intervals: [100] }).toBeGreaterThanOrEqual(before + count);
  }

  /** Idle, and nothing of the call is left. */
  async isReleased(): Promise<void> {
    await this.phaseIs('idle');
    await expect.poll(async () => { const { live, connections } = await this.books(); return { live, connections }; }, { message: `${this.userId} has given everything back` })
      .toEqual({ live: 0, connections: 0 });
  }

  expectNoProblems(): void {
    expect(this.problems).toEqual([]);
  }
}
