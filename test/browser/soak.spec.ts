import { Caller } from './support/caller.js';
import { startRelay, type RelayProcess } from '../support/relay-process.js';
import { seeded } from '../support/seeded.js';
import { expect, test } from './support/test.js';
import { weigh, type Weight } from './support/weigh.js';

/** `npm run soak` makes 200; any other number by SOAK_CALLS. */
const CALLS = Number(process.env['SOAK_CALLS'] ?? 20);
/** Until everything that is loaded late has been loaded. */
const WARM_UP = 8;
/** What a page that is signed in and waits has running. */
const IDLE_TIMERS = 2;
const KILOBYTE = 1024;

let relay: RelayProcess;
test.beforeEach(async () => { relay = await startRelay({ args: ['--port', '0'] }); });
test.afterEach(async () => { await relay.end(); });

test(`soak: ${CALLS} calls in one page, with cancels, declines and reloads of the peer, leave it as it was`, async ({ browser }) => {
  test.setTimeout(60_000 + CALLS * 6000);
  const random = seeded(5);
  const [alice, bob] = [await open('alice'), await open('bob')];
  for (let round = 0; round < WARM_UP; round += 1) await oneCall(alice, bob, random, round);
  await isQuiet();
  const before = await weigh(alice);
  const kinds: Record<string, number> = {};
  for (let round = 0; round < CALLS; round += 1) {
    const kind = await oneCall(alice, bob, random);
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (round % 20 === 19) process.stdout.write(`      ${round + 1} calls: ${describe(await weigh(alice))}\n`);
  }
  await isQuiet();
  const after = await weigh(alice);
  process.stdout.write(`      ${describe(kinds)}\n      before ${describe(before)}\n      after  ${describe(after)}\n`);

  const { heap, nodes, listeners, trackObjects, ...inUse } = after;
  expect(inUse).toEqual({ ...inUse, peerConnections: 0, webSockets: 1, live: 0, connections: 0, sockets: 1, timers: inUse.timers });
  // The browser lets go of a track's object when it likes; two calls' worth may still be there.
  expect(trackObjects - before.trackObjects).toBeLessThanOrEqual(8);
  expect(nodes - before.nodes).toBeLessThanOrEqual(50);
  expect(listeners - before.listeners).toBeLessThanOrEqual(10);
  expect(heap - before.heap).toBeLessThan(1500 * KILOBYTE);
  for (const one of [alice, bob]) one.expectNoProblems();

  /** What informs somebody who is not there is repeated for a while. */
  async function isQuiet(): Promise<void> {
    await expect.poll(async () => (await alice.books()).timers, { message: 'timers of the page' }).toBeLessThanOrEqual(IDLE_TIMERS);
  }

  function open(userId: string): Promise<Caller> {
    return Caller.open(browser, userId, { local: { transport: 'relay', relayUrl: relay.url } });
  }
});

const KINDS = ['hang up', 'be hung up on', 'cancel', 'decline', 'be declined', 'reload of the peer while it rings', 'reload of the peer in the call', 'camera off and on'] as const;

/** One call between the two, from idle to idle. @returns what became of it */
async function oneCall(alice: Caller, bob: Caller, random: () => number, kindIndex = Math.floor(random() * KINDS.length)): Promise<string> {
  const kind = KINDS[kindIndex % KINDS.length] ?? 'cancel';
  const type = random() < 0.6 ? 2 : 1;
  const [inviter, invitee] = kind === 'decline' || random() < 0.4 && !/cancel|reload|be declined/.test(kind) ? [bob, alice] : [alice, bob];
  await inviter.page.evaluate(([userId, callType]) => void window.calling.call(userId, callType), [invitee.userId, type] as const);
  if (kind === 'cancel') {
    // Sometimes before it rings, sometimes after.
    if (random() < 0.5) await bob.phaseIs('ringing');
    await alice.page.evaluate(() => window.calling.hangup());
  } else {
    await invitee.phaseIs('ringing');
    if (kind === 'decline' || kind === 'be declined') await invitee.page.evaluate(() => void window.calling.reject());
    else if (kind === 'reload of the peer while it rings') await reload(bob, alice);
    else await talk(kind, alice, bob, invitee, type);
  }
  await Promise.all([alice.isReleased(), bob.isReleased()]);
  return kind;
}

async function talk(kind: string, alice: Caller, bob: Caller, invitee: Caller, type: 1 | 2): Promise<void> {
  await invitee.page.evaluate(() => void window.calling.accept());
  await Promise.all([alice.phaseIs('in-call'), bob.phaseIs('in-call')]);
  if (type === 2) await alice.sees(bob, 1);
  if (kind === 'reload of the peer in the call') return reload(bob, alice);
  if (kind === 'camera off and on') {
    await alice.page.evaluate(() => window.calling.closeCamera());
    await alice.page.evaluate(() => window.calling.openCamera(true));
  }
  await (kind === 'be hung up on' ? bob : alice).page.evaluate(() => void window.calling.hangup());
  return undefined;
}

/** The one who stays hangs up; the one who comes back wants nothing any more. */
async function reload(bob: Caller, alice: Caller): Promise<void> {
  await bob.page.reload();
  await bob.isSignedIn();
  await alice.page.evaluate(() => void window.calling.hangup());
  await bob.page.evaluate(() => {
    window.calling.forgetCall();
    void window.calling.hangup();
  });
}

const describe = (figures: Weight | Record<string, number>): string => Object.entries(figures).map(([name, figure]) => `${name} ${figure}`).join(', ');
