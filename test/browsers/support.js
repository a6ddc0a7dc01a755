import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, findBrowser, FIREFOX_PREFS } from '../find-browser.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 45_000;

/** Starts what `npm start` starts. @returns {Promise<{ url: string, close: () => Promise<void> }>} */
export function serveDemo() {
  const server = spawn(process.execPath, ['demo/start.js', '--no-open', '--no-watch', '--port', '5500'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  const close = () => new Promise((/** @type {(value: void) => void} */ resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said += chunk;
      const url = /The demo\s+(http:\/\/\S+)/.exec(said)?.[1];
      if (url) resolve({ url, close });
    });
    server.once('exit', (code) => reject(new Error(`The demo ended with ${code}. It said:\n${said}`)));
  });
}

export const launchChromium = async () =>
  puppeteer.launch({ executablePath: await findBrowser('chromium'), args: [...CHROMIUM_FLAGS, '--disable-features=WebRtcHideLocalIpsWithMdns'] });

export const launchFirefox = async () =>
  puppeteer.launch({ browser: 'firefox', executablePath: await findBrowser('firefox'), extraPrefsFirefox: FIREFOX_PREFS });

/** One person with the demo's page, one phone in it, in a browser context of their own. */
export class Phone {
  /** @readonly @type {string[]} */ problems = [];

  /** @param {import('puppeteer-core').Page} page @param {string} userId */
  constructor(page, userId) {
    this.page = page;
    this.userId = userId;
    page.on('pageerror', (error) => this.problems.push(String(error)));
  }

  /** @param {import('puppeteer-core').Browser} browser @param {string} url @param {string} userId */
  static async open(browser, url, userId) {
    const context = await browser.createBrowserContext();
    const phone = new Phone(await context.newPage(), userId);
    await phone.page.setViewport({ width: 700, height: 900 });
    await phone.page.goto(`${url}?user=${userId}&transport=relay&picture=camera`);
    await phone.until('is signed in', 'calling?.state.session.phase === "logged-in"');
    return phone;
  }

  /** @param {string} what @param {string} condition of `calling`, the phone's TRTCCalling, and `panel` */
  async until(what, condition) {
    const script = `(() => {
      const calling = document.querySelector('demo-page')?.shadowRoot?.querySelector('demo-phone')?.calling;
      const find = (root, selector) => { const found = root.querySelector(selector); if (found) return found; for (const each of root.querySelectorAll('*')) { const inside = each.shadowRoot && find(each.shadowRoot, selector); if (inside) return inside; } return null; };
      // Firefox counts no frames of a MediaStream: pictures are told apart by what is on them.
      const pictures = (userId) => {
        const video = find(document, 'trtc-video-view[user-id="' + userId + '"]')?.videoElement;
        if (!video?.videoWidth) return 0;
        const canvas = window.sampler ??= Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context.drawImage(video, 0, 0, 32, 32);
        const seen = (window.seen ??= {})[userId] ??= new Set();
        return seen.add(context.getImageData(0, 0, 32, 32).data.join()).size;
      };
      return Boolean(${condition});
    })()`;
    await this.page.waitForFunction(script, { timeout: PATIENCE_MS, polling: 100 }).catch(() => { throw new Error(`${this.userId}: not in ${PATIENCE_MS} ms: ${what}`); });
  }

  /** Presses the button of that element, wherever in the page's shadow trees it is. @param {string} element */
  async press(element) {
    await this.page.bringToFront();
    await this.page.locator(`:scope >>> ${element} >>> button`).setTimeout(PATIENCE_MS).click();
  }

  /** Decoded pictures of `userId` go on coming. @param {string} userId */
  async sees(userId) {
    await this.page.bringToFront();
    await this.until(`sees ${userId}`, `pictures("${userId}") > 5`);
  }

  /** @param {string} phase */
  async phaseIs(phase) {
    await this.until(`is ${phase}`, `(calling?.state.call?.phase ?? "idle") === "${phase}"`);
  }
}
