import { expect } from '@open-wc/testing';
import { VirtualClock } from '../../../src/engines/memory/index.js';
import { lifeOf } from '../../../src/engines/tencent/user-sig.js';
import { FakeIm, type FakeTim } from '../../support/im-stand-in/fake-im.js';
import { userSigFor } from '../../support/user-sigs.js';
import { ImPerson, never, soon } from './im-people.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('Tencent signalling: a userSig that is about to expire', () => {
  let im: FakeIm;
  let clock: VirtualClock;
  let start: number;
  beforeEach(() => {
    im = new FakeIm();
    // The service's clock is this machine's, in whole seconds.
    start = Math.floor(Date.now() / 1000) * 1000;
    clock = new VirtualClock(start);
  });
  const pass = (ms: number): Promise<void> => soon().then(() => clock.advance(ms, () => soon(0)));
  const warnings = (who: ImPerson): number => who.of('signature-expiring').length;
  const enter = async (userSig: string): Promise<ImPerson> => {
    const alice = new ImPerson(im, { userId: 'alice', userSig, clock });
    const login = alice.login();
    while (alice.connection !== 'connected') await pass(50);
    await login;
    // Reading it takes the browser a moment; the signature's timer is the one that is far off.
    if (await lifeOf(userSig)) while ((clock.nextAt ?? 0) < clock.now() + 5000) await pass(50);
    return alice;
  };
  const last = (): FakeTim => {
    const tim = im.everMade.at(-1);
    if (!tim) throw new Error('No TIM was made.');
    return tim;
  };

  it('is told once, ten minutes before', async () => {
    const alice = await enter(await userSigFor(start, start + 8 * HOUR));
    await pass(8 * HOUR - 660_000);
    expect(warnings(alice)).to.equal(0);
    await pass(61_000);
    expect(warnings(alice)).to.equal(1);
    await pass(DAY);
    expect(warnings(alice)).to.equal(1);
    await alice.signaling.logout();
  });

  it('is told a tenth of its life before, where that is less, and months ahead as well', async () => {
    const short = await enter(await userSigFor(start, start + 600_000));
    await pass(530_000);
    expect(warnings(short)).to.equal(0);
    await pass(20_000);
    expect(warnings(short)).to.equal(1);
    await short.signaling.logout();

    const later = clock.now();
    const long = await enter(await userSigFor(later, later + 180 * DAY));
    for (let day = 0; day < 179; day += 1) await clock.advance(DAY, () => Promise.resolve());
    expect(warnings(long)).to.equal(0);
    await pass(DAY);
    expect(warnings(long)).to.equal(1);
    await long.signaling.logout();
  });

  it('is not told of what cannot be read, nor after a logout, which leaves no timer', async () => {
    const opaque = await enter('sig');
    await pass(DAY);
    expect(warnings(opaque)).to.equal(0);
    await opaque.signaling.logout();
    const alice = await enter(await userSigFor(clock.now(), clock.now() + HOUR));
    const out = alice.signaling.logout();
    await pass(5000);
    await out;
    await pass(DAY);
    expect(warnings(alice)).to.equal(0);
    expect(clock.pending).to.equal(0);
  });

  it('is exchanged without a word; the fresh one is watched, and is what a room is joined with', async () => {
    const alice = await enter(await userSigFor(start, start + HOUR));
    const before = alice.heard.length;
    const fresh = { sdkAppId: alice.sdkAppId, userId: 'alice', userSig: await userSigFor(start, start + 10 * HOUR) };
    alice.signaling.renew(fresh);
    alice.signaling.renew(fresh);
    // The old one's timer is gone, and the new one's is there.
    while ((clock.nextAt ?? 0) < start + 2 * HOUR) await pass(50);
    expect(alice.signaling.credentials).to.deep.equal(fresh);
    await pass(9 * HOUR);
    expect(alice.heard.slice(before)).to.deep.equal([]);
    await pass(HOUR);
    expect(warnings(alice)).to.equal(1);
    expect(im.everMade).to.have.length(1);
    await alice.signaling.logout();
  });

  it('is expired for the service: with a fresh one at hand another session takes the place of the old', async () => {
    const alice = await enter('old');
    alice.signaling.renew({ sdkAppId: alice.sdkAppId, userId: 'alice', userSig: 'fresh' });
    last().kick('userSigExpired');
    expect(alice.connection).to.equal('reconnecting');
    expect(alice.signaling.credentials.userSig).to.equal('fresh');
    while (alice.connection !== 'connected') await pass(50);
    expect(alice.of('kicked')).to.deep.equal([]);
    expect(im.everMade).to.have.length(2);
    last().kick('userSigExpired');
    expect(alice.of('kicked')).to.deep.equal([{ type: 'kicked', reason: 'signature-expired' }]);
  });

  it('and the fresh one is refused as well: the session is over', async () => {
    const alice = await enter('old');
    alice.signaling.renew({ sdkAppId: alice.sdkAppId, userId: 'alice', userSig: 'also-bad' });
    im.onMade = (tim) => tim.fail('login', { code: 70001 });
    last().kick('userSigExpired');
    for (let turns = 0; turns < 100 && alice.connection !== 'disconnected'; turns += 1) await pass(100);
    expect(alice.of('kicked')).to.deep.equal([{ type: 'kicked', reason: 'signature-expired' }]);
    expect(alice.connection).to.equal('disconnected');
  });

  it('and a logout comes in between: nothing of it goes on', async () => {
    const alice = await enter('old');
    alice.signaling.renew({ sdkAppId: alice.sdkAppId, userId: 'alice', userSig: 'fresh' });
    last().kick('userSigExpired');
    await alice.signaling.logout();
    await pass(DAY);
    expect(alice.of('kicked')).to.deep.equal([]);
    expect(alice.of('connection').filter(({ state }) => state === 'connected')).to.have.length(1);
    let reason = '';
    try {
      await alice.signaling.invite({ inviteId: 'x', invitees: ['bob'], groupId: '', data: '{}', timeout: 1 }, never());
    } catch (thrown) {
      reason = String(Reflect.get(Object(thrown), 'reason'));
    }
    expect(reason).to.equal('not-logged-in');
  });
});
