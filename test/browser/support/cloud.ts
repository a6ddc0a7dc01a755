import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { UnofficialImServer } from '../../support/im-stand-in/unofficial-im-server.js';
import { startHop } from '../../support/trtc-stand-in/hop-server.js';
import type { UnofficialTrtcStandIn } from '../../support/trtc-stand-in/stand-in.js';
import { CloudPerson, type CloudPersonSettings } from './cloud-person.js';
import { demoUrl } from './phone.js';
import { sourceUrl } from './bare-page.js';

const IN_PAGE = fileURLToPath(new URL('./cloud-in-page.ts', import.meta.url));

type ImCall = 'kick' | 'oneDevice' | 'dropSockets' | 'refuseConnections' | 'addFault' | 'clearFaults' | 'unknownUsers' | 'group' | 'log' | 'devices' | 'sockets';

/**
 * UNOFFICIAL AND LOCAL. Stand-ins of both of Tencent's services, for pages with the real SDKs: the IM server in this
 * process, the media service in a page of its own, and the script that leads a page to both.
 */
export class Cloud {
  readonly #browser: Browser;
  readonly #im: UnofficialImServer;
  readonly #hop: { readonly url: string; close(): Promise<void> };
  readonly #media: Page;
  readonly #script: string;
  readonly #realm = 'cloud';
  readonly #people = new Map<string, CloudPerson>();

  static async open(browser: Browser): Promise<Cloud> {
    const [im, hop, script] = await Promise.all([UnofficialImServer.start(), startHop(), inPageScript()]);
    // It needs a camera's permission, without which the browser hides its addresses from the others.
    const media = await (await browser.newContext({ permissions: ['camera', 'microphone'] })).newPage();
    await media.goto(`${new URL(sourceUrl('test/browser/pages/trtc-service.html'), demoUrl()).href}?hop=${encodeURIComponent(hop.url)}`);
    await media.waitForFunction(() => window.trtcStandIn !== undefined);
    const cloud = new Cloud(browser, im, hop, media, script);
    cloud.im('oneDevice', true);
    return cloud;
  }

  private constructor(browser: Browser, im: UnofficialImServer, hop: { readonly url: string; close(): Promise<void> }, media: Page, script: string) {
    this.#browser = browser;
    this.#im = im;
    this.#hop = hop;
    this.#media = media;
    this.#script = script;
  }

  /** Asks the IM stand-in for something: see controls.js. */
  im(call: ImCall, ...args: readonly unknown[]): unknown {
    return this.#im.controls(this.#realm)(call, ...args);
  }

  /** Does something to the media stand-in. */
  media<A>(what: (standIn: UnofficialTrtcStandIn, argument: A) => unknown, argument: A): Promise<void> {
    return this.#media.evaluate(`void (${String(what)})(window.trtcStandIn, ${JSON.stringify(argument)})`);
  }

  /** Leads the pages of a context here. */
  async lead(context: BrowserContext): Promise<void> {
    await context.addInitScript((at) => { window.cloudAt = at; }, { im: `${this.#im.url}/${this.#realm}`, hop: this.#hop.url });
    await context.addInitScript({ content: this.#script });
  }

  /** Somebody in a browser context of their own, logged in unless said otherwise: the one of the test before, where there is one. */
  async person(userId: string, settings?: CloudPersonSettings): Promise<CloudPerson> {
    const known = this.#people.get(userId);
    if (known && !settings) return known;
    await known?.close();
    const context = await this.#browser.newContext({ permissions: ['camera', 'microphone'] });
    await this.lead(context);
    const person = await CloudPerson.open(await context.newPage(), userId, settings ?? {});
    this.#people.set(userId, person);
    return person;
  }

  /** After a test: everything as in the beginning, everybody idle, and nobody's book has what it must not. */
  async calm(): Promise<void> {
    this.im('refuseConnections', false);
    this.im('clearFaults');
    this.im('unknownUsers', []);
    await this.media((standIn) => { standIn.offline.clear(); standIn.scheduleCode = 0; standIn.grace = 30_000; }, null);
    for (const person of this.#people.values()) {
      await person.isReleased();
      await person.expectDiscreet();
      await person.forget();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#people.values()].map((person) => person.close()));
    await this.#media.context().close();
    await expect.poll(() => this.im('sockets'), { message: 'sockets of the IM service' }).toBe(0);
    await Promise.all([this.#im.close(), this.#hop.close()]);
  }
}

/** cloud-in-page.ts as one script that runs before a page's own. */
async function inPageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, target: 'es2022', lib: { entry: IN_PAGE, formats: ['iife'], name: 'cloudInPage', fileName: 'cloud' } },
  });
  const [chunk] = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The script for the page was not built.');
  return chunk.code;
}
