import { chromium, type Browser } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { findCoturn } from '../run/coturn.js';
import { startRelay, type RelayProcess } from '../support/relay-process.js';
import { seeded } from '../support/seeded.js';
import { Caller, RECONNECTING } from './support/caller.js';
import { RoughLine } from './support/rough-line.js';
import { expect, test } from './support/test.js';
import { startTurnServer, type TurnServer } from './support/turn-server.js';

const coturn = findCoturn();
const CUT_MS = 8000;

/** What has no room in the bar waits in its menu; and the bar has gone when nobody moved, so a hand comes first. */
async function choose({ page }: Caller, name: string | RegExp): Promise<void> {
  const panel = page.locator('trtc-call-panel');
  const [button, row] = [panel.getByRole('button', { name, exact: true }), panel.getByRole('menuitem', { name, exact: true })];
  await expect(async () => {
    await page.mouse.move(100, 200);
    await page.mouse.move(120, 220);
    if (await button.isVisible()) return button.click({ timeout: 2000 });
    if (!(await row.isVisible())) await panel.getByRole('button', { name: 'More', exact: true }).click({ timeout: 2000 });
    return row.click({ timeout: 2000 });
  }).toPass();
}

test.describe('One call through everything', () => {
  test.skip(coturn === '', 'There is no coturn here, by whose line somebody can be cut off. TURNSERVER_PATH names one.');
  let browser: Browser;
  let relay: RelayProcess;
  let turn: TurnServer;
  let line: RoughLine;
  test.beforeAll(async ({ launchOptions }) => {
    // Whoever shares a screen here would have to answer the browser's own question.
    browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), '--use-fake-ui-for-media-stream'] });
    [relay, turn] = await Promise.all([startRelay({ args: ['--port', '0'] }), startTurnServer(coturn)]);
    line = await RoughLine.open(turn.port, relay.port, seeded(8));
  });
  test.afterAll(async () => {
    await browser.close();
    await Promise.all([line.close(), relay.end(), turn.stop()]);
  });

  test('video, audio, video again, a shared screen, a third person, eight seconds without a network, and the end: by clicks', async () => {
    test.slow();
    const person = (userId: string, relayPort: number, turnPort: number): Promise<Caller> => Caller.open(browser, userId, {
      local: { transport: 'relay', relayUrl: `ws://127.0.0.1:${relayPort}/relay`, iceTransportPolicy: 'relay' },
      iceServers: async () => [{ urls: `turn:127.0.0.1:${turnPort}?transport=udp`, ...turn.credentials(600, userId) }],
    });
    const alice = await person('alice', line.relayPort, line.turnPort);
    const bob = await person('bob', relay.port, turn.port);
    const carol = await person('carol', relay.port, turn.port);
    const everybody = [alice, bob, carol];
    await alice.page.locator('trtc-call-panel').evaluate((panel) => panel.toggleAttribute('dialer', true));

    await alice.page.getByRole('textbox').first().fill('bob');
    await alice.page.getByRole('button', { name: /^Video/ }).first().click();
    await bob.press('Answer');
    await Promise.all([alice.sees(bob), bob.sees(alice)]);

    await choose(alice, 'Switch to audio');
    for (const each of [alice, bob]) await expect.poll(async () => (await each.state()).call?.type).toBe(1);
    await choose(bob, 'Switch to video');
    await alice.press('Turn on video');
    for (const each of [alice, bob]) await expect.poll(async () => (await each.state()).call?.type).toBe(2);
    await Promise.all([alice.sees(bob), bob.sees(alice)]);

    await choose(bob, /^Share (your )?screen$/);
    const screen = alice.page.locator('trtc-video-view[user-id="bob"][stream-type="2"] video');
    await expect.poll(() => screen.evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)).catch(() => 0)).toBeGreaterThan(100);
    await bob.page.locator('trtc-call-panel').getByRole('button', { name: 'Stop sharing' }).last().click();
    await expect(screen).toHaveCount(0);

    await choose(alice, 'Add people');
    const picker = alice.page.getByRole('dialog', { name: 'Add people' });
    await picker.getByRole('combobox').fill('carol');
    await picker.getByRole('combobox').press('Enter');
    await picker.getByRole('button', { name: 'Invite 1' }).click();
    await carol.press('Answer');
    for (const [one, other] of [[alice, carol], [bob, carol], [carol, alice], [carol, bob]] as const) await one.sees(other);

    line.cut('everything');
    // The time is the test: whoever is away for less than this is expected back.
    await Promise.all([wait(CUT_MS), bob.reads(RECONNECTING, CUT_MS)]);
    line.mend();
    for (const each of everybody) await expect(each.page.getByText(RECONNECTING).first()).toBeHidden();
    await Promise.all([alice.sees(bob), bob.sees(alice), carol.sees(alice)]);
    for (const each of everybody) expect((await each.state()).call?.participants.filter(({ state }) => state === 'joined')).toHaveLength(2);

    await alice.hangUp();
    await bob.hangUp();
    await carol.endedWith('remote-hangup');
    await Promise.all(everybody.map((each) => each.isReleased()));
    for (const each of everybody) each.expectNoProblems();
  });
});
