import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launchChromium, launchFirefox, Phone, serveDemo } from './support.js';

/** Whole calls with real media, as in test/browser, where Playwright would need a Firefox of its own. */
describe('A video call', () => {
  /** @type {Awaited<ReturnType<typeof serveDemo>>} */ let demo;
  /** @type {import('puppeteer-core').Browser} */ let firefox;
  /** @type {import('puppeteer-core').Browser} */ let chromium;

  before(async () => {
    demo = await serveDemo();
    [firefox, chromium] = await Promise.all([launchFirefox(), launchChromium()]);
  });

  after(async () => {
    await Promise.all([firefox?.close(), chromium?.close()]);
    await demo?.close();
  });

  /** @param {() => readonly [import('puppeteer-core').Browser, import('puppeteer-core').Browser]} browsers */
  const isMade = (browsers) => async () => {
    const [first, second] = browsers();
    const alice = await Phone.open(first, demo.url, 'alice');
    const bob = await Phone.open(second, demo.url, 'bob');
    try {
      await alice.press('trtc-call-button[user-ids="bob"][type="video"]');
      await bob.phaseIs('ringing');
      await bob.press('trtc-call-panel >>> trtc-accept-button:not([audio-only])');
      await alice.sees('bob');
      await bob.sees('alice');

      await alice.page.mouse.move(200, 300);
      await alice.press('trtc-call-panel >>> trtc-mic-button');
      await bob.until('alice is muted', 'calling.state.call.participants[0].audio === false');
      await alice.press('trtc-call-panel >>> trtc-mic-button');
      await bob.until('alice is heard again', 'calling.state.call.participants[0].audio === true');

      await bob.page.mouse.move(200, 300);
      await bob.press('trtc-call-panel >>> trtc-hangup-button');
      await alice.phaseIs('idle');
      await bob.phaseIs('idle');
      await alice.until('the end has its reason', 'calling.state.ended?.reason === "remote-hangup"');
      assert.deepEqual([...alice.problems, ...bob.problems], []);
    } finally {
      await Promise.all([alice.page.browserContext().close(), bob.page.browserContext().close()]);
    }
  };

  it('from Firefox to Firefox: both see each other, a mute is seen, hanging up ends it', isMade(() => [firefox, firefox]));
  it('from Firefox to Chromium', isMade(() => [firefox, chromium]));
  it('from Chromium to Firefox', isMade(() => [chromium, firefox]));
});
