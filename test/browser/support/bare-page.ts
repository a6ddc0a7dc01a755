import { expect, type Browser, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { watchPage, type Books } from './page-watch.js';
import { demoUrl } from './phone.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** How the demo's server names a file of the project outside of demo/. */
export const sourceUrl = (file: string): string => `/@fs${ROOT}${file}`;

/** A customer's page: nothing in it but the HTML given, with the elements registered. It uses the page's shared TRTCCalling. */
export class BarePage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser, body: string): Promise<BarePage> {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    await page.goto(new URL(sourceUrl('test/browser/pages/bare.html'), demoUrl()).href);
    await page.evaluate((html) => { document.body.innerHTML = html; }, body);
    await page.addScriptTag({ type: 'module', url: sourceUrl('components/define.ts') });
    return new BarePage(page);
  }

  /** The relay of the demo's server. */
  static get relay(): string {
    return `${demoUrl().replace('http', 'ws')}relay`;
  }

  /** Runs in the page with its shared TRTCCalling. */
  withShared<T>(what: string): Promise<T> {
    return this.page.evaluate(`import('${sourceUrl('src/index.ts')}').then(async ({ TRTCCalling }) => (${what})(await TRTCCalling.sharedInstance(), TRTCCalling))`);
  }

  async phaseIs(phase: string): Promise<void> {
    await expect.poll(() => this.withShared('({ state }) => state.call?.phase ?? "idle"'), { message: `the bare page is ${phase}` }).toBe(phase);
  }

  async isSignedIn(): Promise<void> {
    await expect.poll(() => this.withShared('({ state }) => state.session.phase'), { message: 'the bare page is signed in' }).toBe('logged-in');
  }

  books(): Promise<Books> {
    return this.page.evaluate(() => window.watch());
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
