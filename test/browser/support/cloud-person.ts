import { expect, type Locator, type Page } from '@playwright/test';
import type { CallPhase, CallSnapshot, Calling } from '../../../src/index.js';
import { sourceUrl } from './bare-page.js';
import { demoUrl } from './phone.js';

export const APP_ID = 1_400_000_001;

/** Looks like no other text: wherever it turns up, it is this one. */
export const sigOf = (userId: string): string => `sig-never-to-be-seen-of-${userId}`;

export interface CloudPersonSettings {
  readonly userSig?: string;
  /** Seconds. */
  readonly ringTimeout?: number;
  /** Whether to wait for the login; it is. */
  readonly login?: boolean;
}

/** What the SDK's protocols oblige it to send: the question where to connect, and the media service's socket. */
const MUST_CARRY = [/\/api\/v1\/config$/, /^wss:\/\/[^/]+\.stand-in\.invalid\/?\?/];

/** One person with the elements in a page: `engine="tencent"` over the real SDKs. */
export class CloudPerson {
  readonly page: Page;
  readonly userId: string;
  readonly #problems: string[] = [];
  readonly #printed: string[] = [];
  readonly #sigs: string[];

  private constructor(page: Page, userId: string, userSig: string) {
    this.page = page;
    this.userId = userId;
    this.#sigs = [userSig, sigOf(userId)];
    page.on('pageerror', (error) => this.#problems.push(`${userId}: ${error.stack ?? error.message}`));
    page.on('console', (message) => this.#printed.push(message.text()));
  }

  static async open(page: Page, userId: string, { userSig = sigOf(userId), ringTimeout = 30, login = true }: CloudPersonSettings): Promise<CloudPerson> {
    const person = new CloudPerson(page, userId, userSig);
    await page.goto(new URL(sourceUrl('test/browser/pages/bare.html'), demoUrl()).href);
    await page.evaluate(({ html, sig }) => {
      document.body.innerHTML = html;
      const provider = document.querySelector('trtc-calling-provider');
      // As a page would that got it from its server: it is in no markup.
      provider?.setAttribute('user-sig', sig);
      const heard: [string, unknown][] = [];
      Object.assign(window, { heard });
      for (const name of ['invited', 'user-enter', 'user-leave', 'call-end', 'reject', 'no-resp', 'line-busy', 'calling-cancel', 'calling-timeout', 'error', 'warning', 'kicked-offline']) {
        provider?.addEventListener(`trtc-${name}`, (event) => { if (event instanceof CustomEvent || 'detail' in event) heard.push([name, Reflect.get(event, 'detail')]); });
      }
    }, { html: markup(userId, ringTimeout), sig: userSig });
    await page.addScriptTag({ type: 'module', url: sourceUrl('components/define.ts') });
    if (login) await person.isLoggedIn();
    return person;
  }

  get panel(): Locator {
    return this.page.locator('trtc-call-panel');
  }

  button(name: string): Locator {
    return this.panel.getByRole('button', { name, exact: true });
  }

  get groupButton(): Locator {
    return this.page.locator('trtc-call-button[group-id] button');
  }

  callButton(userId: string, type: 'audio' | 'video'): Locator {
    return this.page.locator(`trtc-call-button[user-ids="${userId}"][type="${type}"] button`);
  }

  async call(userId: string, type: 'audio' | 'video' = 'video'): Promise<void> {
    await expect(this.callButton(userId, type)).toHaveAttribute('aria-disabled', 'false');
    await this.callButton(userId, type).click();
  }

  async answer(): Promise<void> {
    await this.button('Answer').click();
  }

  /** The bar has gone when nobody moved for a while; a hand on the way to it brings it back. */
  async press(name: string): Promise<void> {
    await this.panel.hover({ position: { x: 120, y: 160 } });
    await this.panel.hover({ position: { x: 140, y: 200 } });
    await this.button(name).click();
  }

  ask<T, A = null>(question: (calling: Calling, argument: A) => T | Promise<T>, argument: A): Promise<T> {
    return this.page.evaluate(`(${String(question)})(document.querySelector('trtc-calling-provider').calling, ${JSON.stringify(argument)})`);
  }

  state(): Promise<CallSnapshot> {
    return this.ask((calling) => calling.state, null);
  }

  /** The callbacks that came out as DOM events, with their parameters, oldest first. */
  heard(name: string): Promise<readonly unknown[]> {
    return this.page.evaluate((wanted) => (Reflect.get(window, 'heard') as [string, unknown][]).filter(([each]) => each === wanted).map(([, detail]) => detail), name);
  }

  async isLoggedIn(): Promise<void> {
    await expect.poll(async () => (await this.page.evaluate(() => document.querySelector('trtc-calling-provider')?.calling?.state.session.phase)), { message: `${this.userId} is logged in` }).toBe('logged-in');
  }

  async phaseIs(phase: CallPhase): Promise<void> {
    await expect.poll(async () => (await this.state()).call?.phase ?? 'idle', { message: `${this.userId} is ${phase}` }).toBe(phase);
  }

  async endedWith(reason: string): Promise<void> {
    await expect.poll(async () => { const { call, ended } = await this.state(); return call ? `in a call (${call.phase})` : ended?.reason; }, { message: `${this.userId} ended with ${reason}` }).toBe(reason);
  }

  async talksWith(...userIds: readonly string[]): Promise<void> {
    await expect.poll(async () => {
      const participants = (await this.state()).call?.participants ?? [];
      return participants.filter(({ state }) => state === 'joined').map(({ userId }) => userId).toSorted();
    }, { message: `${this.userId} talks with ${userIds.join(' and ')}` }).toEqual(userIds.toSorted());
  }

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

  /** What this page shows of somebody: their microphone and camera, as told. */
  async knows(userId: string, media: { readonly audio?: boolean; readonly video?: boolean }): Promise<void> {
    await expect.poll(async () => (await this.state()).call?.participants.find((each) => each.userId === userId), { message: `${this.userId} knows of ${userId}` }).toMatchObject(media);
  }

  /** Idle, and every device is given back. */
  async isReleased(): Promise<void> {
    await this.phaseIs('idle');
    await expect.poll(() => this.page.evaluate(() => window.openDevices?.()), { message: `${this.userId} has given every device back` }).toBe(0);
  }

  /** Nobody but the two protocols saw the userSig, and nothing unforeseen happened. */
  async expectDiscreet(): Promise<void> {
    const book = await this.page.evaluate(() => window.cloudBook?.());
    if (!book) throw new Error('The page was not led to the stand-ins.');
    const said = [
      ...this.#printed,
      ...book.sockets.filter((url) => !MUST_CARRY.some((one) => one.test(url))),
      ...book.uploads.filter(({ url }) => !MUST_CARRY.some((one) => one.test(url))).map(({ url, body }) => `${url}\n${body}`),
    ];
    expect(said.filter((text) => this.#sigs.some((sig) => text.includes(sig) || text.includes(encodeURIComponent(sig)))), `what has the userSig of ${this.userId}`).toEqual([]);
    expect(await this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.documentElement.outerHTML.replaceAll(/ user-sig="[^"]*"/g, '')])), 'what is stored and shown').not.toContain(this.#sigs[0]);
    expect(this.#problems).toEqual([]);
  }

  /** Sets attributes of the provider, as the page's own script would. */
  async set(attributes: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((all) => {
      for (const [name, value] of Object.entries(all)) document.querySelector('trtc-calling-provider')?.setAttribute(name, value);
    }, attributes);
  }

  /** The addresses of the sockets that the SDKs opened. */
  async sockets(): Promise<readonly string[]> {
    return (await this.page.evaluate(() => window.cloudBook?.()))?.sockets ?? [];
  }

  /** What happened so far is of no account any more. */
  async forget(): Promise<void> {
    await this.page.evaluate(() => { (Reflect.get(window, 'heard') as unknown[]).length = 0; });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** What a customer writes. */
const markup = (userId: string, ringTimeout: number): string => `
  <trtc-calling-provider engine="tencent" sdk-app-id="${APP_ID}" user-id="${userId}" ring-timeout="${ringTimeout}">
    ${['alice', 'bob', 'carol', 'ghost'].filter((other) => other !== userId).map((other) => `
      <trtc-call-button user-ids="${other}" type="audio"></trtc-call-button><trtc-call-button user-ids="${other}" type="video"></trtc-call-button>`).join('')}
    <trtc-call-button user-ids="bob carol" group-id="team" type="audio"></trtc-call-button>
    <trtc-call-panel style="display: block; block-size: 560px"></trtc-call-panel>
  </trtc-calling-provider>`;
