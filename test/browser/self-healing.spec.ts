import { startRelay, type RelayProcess } from '../support/relay-process.js';
import { Caller, RECONNECTING } from './support/caller.js';
import { startSecondBrowser } from './support/second-browser.js';
import { expect, measured, test } from './support/test.js';

/** A relay that may be killed, and two people who use it. */
let relay: RelayProcess;
test.beforeEach(async () => { relay = await startRelay({ args: ['--port', '0'] }); });
test.afterEach(async () => { await relay.end(); });

const local = (): { transport: 'relay'; relayUrl: string } => ({ transport: 'relay', relayUrl: relay.url });

test('reload in a call: the page leads back within 3 s, and the other side sees "Reconnecting" and no end', async ({ browser }) => {
  const [alice, bob] = [await Caller.open(browser, 'alice', { local: local() }), await Caller.open(browser, 'bob', { local: local() })];
  await alice.callAndTalk(bob);
  await Promise.all([alice.sees(bob), bob.sees(alice)]);
  const [sinceAlice, sinceBob] = [(await alice.state()).call?.connectedAt, (await bob.state()).call?.connectedAt];

  const reconnecting = bob.reads(RECONNECTING);
  await alice.page.reload();
  const loaded = Date.now();
  await alice.press('Return to call');
  const pressed = Date.now();
  await alice.phaseIs('in-call');
  measured('from the load event to the button', pressed - loaded);
  measured('from the button to the call', Date.now() - pressed);
  expect(Date.now() - loaded).toBeLessThan(3000);
  await reconnecting;
  await Promise.all([alice.sees(bob), bob.sees(alice)]);
  measured('from the load event to moving pictures on both sides', Date.now() - loaded);
  await expect(bob.page.getByText(RECONNECTING).first()).toBeHidden();
  expect([(await alice.state()).call?.connectedAt, (await bob.state()).call?.connectedAt]).toEqual([sinceAlice, sinceBob]);
  expect(await bob.page.evaluate(() => window.callbacks.filter((name) => /Leave|End/.test(name)))).toEqual([]);

  await alice.hangUp();
  await bob.endedWith('remote-hangup');
  await Promise.all([alice.isReleased(), bob.isReleased()]);
  for (const one of [alice, bob]) one.expectNoProblems();
});

test('kill -9 of the relay in a call: media goes on, signalling returns by itself, hang-up reaches the peer either way', async ({ browser }) => {
  const [alice, bob] = [await Caller.open(browser, 'alice', { local: local() }), await Caller.open(browser, 'bob', { local: local() })];
  await alice.callAndTalk(bob);
  await Promise.all([alice.sees(bob), bob.sees(alice)]);

  await relay.end('SIGKILL');
  await Promise.all([alice, bob].map((one) => one.reads('You’re offline. Trying to reconnect.')));
  await Promise.all([alice.sees(bob, 25), bob.sees(alice, 25)]);
  const { port } = relay;
  const restarted = Date.now();
  relay = await startRelay({ args: ['--port', String(port)] });
  await Promise.all([alice.isSignedIn(), bob.isSignedIn()]);
  measured('from the relay’s return to both signed in', Date.now() - restarted);
  await Promise.all([alice.sees(bob), bob.sees(alice)]);
  expect([(await alice.state()).call?.phase, (await bob.state()).call?.phase]).toEqual(['in-call', 'in-call']);

  // Now it is shut down properly, and stays away: the media path carries the farewell.
  await relay.end();
  await expect.poll(async () => (await alice.state()).session.connection).toBe('reconnecting');
  const hungUp = Date.now();
  await alice.hangUp();
  await bob.endedWith('remote-hangup');
  measured('from hanging up without a relay to the other’s idle', Date.now() - hungUp);
  await Promise.all([alice.isReleased(), bob.isReleased()]);

  relay = await startRelay({ args: ['--port', String(port)] });
  await Promise.all([alice.isSignedIn(), bob.isSignedIn()]);
  await bob.callAndTalk(alice, 1);
  await bob.hangUp();
  await alice.endedWith('remote-hangup');
  for (const one of [alice, bob]) one.expectNoProblems();
});

test('the peer’s browser is killed: idle within 10 s, with the reason on screen', async ({ browser }) => {
  const other = await startSecondBrowser();
  const [alice, bob] = [await Caller.open(browser, 'alice', { local: local() }), await Caller.open(other.browser, 'bob', { local: local() })];
  await alice.callAndTalk(bob);
  await alice.sees(bob);
  const reconnecting = alice.reads(RECONNECTING);
  await other.kill();
  const killed = Date.now();
  await reconnecting;
  measured('from the kill to "Reconnecting"', Date.now() - killed);
  await alice.endedWith('connection-lost', 10_000);
  measured('from the kill to idle', Date.now() - killed);
  expect(Date.now() - killed).toBeLessThan(10_000);
  await alice.reads('The connection was lost');
  await alice.isReleased();
  alice.expectNoProblems();
});

test('a laptop that slept: the call is over on both sides, and both can be called again', async ({ browser }) => {
  const other = await startSecondBrowser();
  const [alice, bob] = [await Caller.open(browser, 'alice', { local: local() }), await Caller.open(other.browser, 'bob', { local: local() })];
  await alice.callAndTalk(bob);
  await alice.sees(bob);
  other.sleep();
  const slept = Date.now();
  await alice.endedWith('connection-lost', 12_000);
  measured('from falling asleep to the other’s idle', Date.now() - slept);
  other.wake();
  const woke = Date.now();
  await bob.endedWith(/^(connection-lost|remote-hangup)$/);
  measured('from waking to idle', Date.now() - woke);
  await bob.isReleased();
  await bob.isSignedIn();
  await alice.callAndTalk(bob, 1);
  await alice.hangUp();
  await bob.endedWith('remote-hangup');
  for (const one of [alice, bob]) one.expectNoProblems();
  await other.close();
});

test('a page that was frozen: the call goes on, and what was said meanwhile is caught up with', async ({ browser }) => {
  const [alice, bob] = [await Caller.open(browser, 'alice', { local: local() }), await Caller.open(browser, 'bob', { local: local() })];
  await alice.callAndTalk(bob);
  await alice.sees(bob);
  const session = await bob.page.context().newCDPSession(bob.page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await alice.sees(bob, 60);
  expect((await alice.state()).call?.phase).toBe('in-call');
  await alice.hangUp();
  await session.send('Page.setWebLifecycleState', { state: 'active' });
  const thawed = Date.now();
  await bob.endedWith('remote-hangup');
  measured('from thawing to idle', Date.now() - thawed);
  await Promise.all([alice.isReleased(), bob.isReleased()]);
  for (const one of [alice, bob]) one.expectNoProblems();
});

test('left by a link and come back by the back button: the call is offered again', async ({ browser }) => {
  const [alice, bob] = [await Caller.open(browser, 'alice', { local: local() }), await Caller.open(browser, 'bob', { local: local() })];
  await alice.callAndTalk(bob, 1);
  const reconnecting = alice.reads(RECONNECTING);
  await bob.page.goto('about:blank');
  await reconnecting;
  await bob.page.goBack();
  await bob.press('Return to call');
  await Promise.all([alice.phaseIs('in-call'), bob.phaseIs('in-call')]);
  await expect(alice.page.getByText(RECONNECTING).first()).toBeHidden();
  await bob.hangUp();
  await alice.endedWith('remote-hangup');
  for (const one of [alice, bob]) one.expectNoProblems();
});
