import type { LocalEngineOptions } from '../../src/engines/local/index.js';
import { findCoturn } from '../run/coturn.js';
import { startRelay, type RelayProcess } from '../support/relay-process.js';
import { RoughLine } from './support/rough-line.js';
import { seeded } from '../support/seeded.js';
import { startTurnServer, type TurnServer } from './support/turn-server.js';
import { Caller, RECONNECTING } from './support/caller.js';
import { expect, measured, test } from './support/test.js';

const coturn = findCoturn();

test.describe('over TURN alone', () => {
  test.skip(coturn === '', 'There is no coturn here. TURNSERVER_PATH names one.');
  let relay: RelayProcess;
  let turn: TurnServer;
  test.beforeEach(async () => { [relay, turn] = await Promise.all([startRelay({ args: ['--port', '0'] }), startTurnServer(coturn)]); });
  test.afterEach(async () => { await Promise.all([relay.end(), turn.stop()]); });

  const serverAt = (port: number, userId: string): RTCIceServer => ({ urls: `turn:127.0.0.1:${port}?transport=udp`, ...turn.credentials(60, userId) });
  const local = (relayPort = relay.port): LocalEngineOptions => ({ transport: 'relay', relayUrl: `ws://127.0.0.1:${relayPort}/relay`, iceTransportPolicy: 'relay' });
  const noProblems = (...callers: readonly Caller[]): void => { for (const one of callers) one.expectNoProblems(); };

  test('two people see each other by a real coturn, with credentials that are made for the call', async ({ browser }) => {
    const asked: string[] = [];
    const open = (userId: string): Promise<Caller> => Caller.open(browser, userId, { local: local(), iceServers: async () => {
      asked.push(userId);
      return [serverAt(turn.port, userId)];
    } });
    const [alice, bob] = [await open('alice'), await open('bob')];
    expect(asked).toEqual([]);
    await alice.callAndTalk(bob);
    await Promise.all([alice.sees(bob), bob.sees(alice)]);
    expect(asked.toSorted()).toEqual(['alice', 'bob']);
    for (const one of [alice, bob]) expect(await one.page.evaluate(() => window.paths())).toEqual(['relay']);
    await alice.hangUp();
    await bob.endedWith('remote-hangup');
    await Promise.all([alice.isReleased(), bob.isReleased()]);
    // Every allocation was given back.
    await expect.poll(() => [turn.log().match(/ALLOCATE processed, success/g)?.length, turn.log().match(/closed \(2nd stage\)/g)?.length].map(Boolean)).toEqual([true, true]);
    noProblems(alice, bob);
  });

  test('with a fifth of the packets lost and 300 ms each way: it connects, frames rise, the mark drops; a cut path comes back, a cut line ends the call', async ({ browser }) => {
    const line = await RoughLine.open(turn.port, relay.port, seeded(20));
    line.roughness = { loss: 0.2, delay: 300 };
    const alice = await Caller.open(browser, 'alice', { local: local(line.relayPort), iceServers: async () => [serverAt(line.turnPort, 'alice')] });
    const bob = await Caller.open(browser, 'bob', { local: local(), iceServers: async () => [serverAt(turn.port, 'bob')] });
    const dialled = Date.now();
    await alice.callAndTalk(bob);
    await Promise.all([alice.sees(bob, 1), bob.sees(alice, 1)]);
    measured('from dialling to pictures both ways', Date.now() - dialled);
    await Promise.all([alice.sees(bob, 10), bob.sees(alice, 10)]);
    const qualityOf = async (one: Caller): Promise<number> => (await one.state()).call?.participants[0]?.quality ?? 0;
    for (const one of [alice, bob]) {
      await expect.poll(() => qualityOf(one), { message: `${one.userId} sees a poor network` }).toBeGreaterThanOrEqual(4);
      await expect(one.page.locator('trtc-network-quality').first()).toBeVisible();
    }

    line.cut('media');
    const cut = Date.now();
    await Promise.all([alice.reads(RECONNECTING), bob.reads(RECONNECTING)]);
    measured('from the cut to "Reconnecting"', Date.now() - cut);
    line.mend();
    const mended = Date.now();
    await Promise.all([alice, bob].map((one) => expect(one.page.getByText(RECONNECTING).first()).toBeHidden()));
    measured('from the return of the path to the return of the link', Date.now() - mended);
    await Promise.all([alice.sees(bob), bob.sees(alice)]);

    line.cut('everything');
    const gone = Date.now();
    await bob.endedWith('connection-lost');
    measured('from the cut of everything to the other’s idle', Date.now() - gone);
    expect(Date.now() - gone).toBeLessThan(10_000);
    line.mend();
    await alice.endedWith(/^(connection-lost|remote-hangup)$/);
    await Promise.all([alice.isReleased(), bob.isReleased()]);
    expect(line.counts.lost / (line.counts.lost + line.counts.carried)).toBeGreaterThan(0.15);
    noProblems(alice, bob);
    await line.close();
  });
});
