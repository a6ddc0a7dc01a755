import { expect } from '@open-wc/testing';
import { ImSignaling } from '../../../src/engines/tencent/im-signaling.js';
import { loadImSdks } from '../../../src/engines/tencent/load-sdks.js';
import { CallError } from '../../../src/calling/errors.js';
import { VirtualClock } from '../../../src/engines/memory/index.js';
import { FakeIm, type FakeTim } from '../../support/im-stand-in/fake-im.js';
import { failureOf, ImPerson, never, nextAppId, reasonOf, soon } from './im-people.js';

/** A clock on which nothing happens by itself, beside promises and page timers that go on. */
async function pass(clock: VirtualClock, ms: number): Promise<void> {
  await soon();
  await clock.advance(ms, () => soon(0));
}

describe('Tencent signalling: login and logout', () => {
  let im: FakeIm;
  beforeEach(() => {
    im = new FakeIm();
  });
  const made = (at = 0): FakeTim => {
    const tim = im.everMade[at];
    if (!tim) throw new Error('No TIM was made.');
    return tim;
  };

  it('says connecting, and connected when the SDK is ready', async () => {
    const alice = new ImPerson(im, { userId: 'alice' });
    await alice.login();
    expect(alice.heard).to.deep.equal([{ type: 'connection', state: 'connecting' }, { type: 'connection', state: 'connected' }]);
    expect(made().isReady).to.equal(true);
    await alice.signaling.logout();
    expect(alice.connection).to.equal('disconnected');
  });

  it('is not done when the SDK has logged in but is not ready', async () => {
    const alice = new ImPerson(im, { userId: 'alice' });
    im.module.create({ SDKAppID: alice.sdkAppId });
    made().readyAfterMs = Infinity;
    const login = alice.login();
    let done = false;
    void login.then(() => { done = true; });
    while (!made().isLoggedIn) await soon();
    await soon();
    expect(done).to.equal(false);
    made().becomeReady();
    await login;
    expect(made().isReady).to.equal(true);
    await alice.signaling.logout();
  });

  it('silences both libraries before they see the userSig', async () => {
    const lines: string[] = [];
    const { log, info, warn, error, debug } = console;
    const listen = (...words: unknown[]): void => void lines.push(words.map((word) => JSON.stringify(word) ?? '').join(' '));
    Object.assign(console, { log: listen, info: listen, warn: listen, error: listen, debug: listen });
    try {
      const alice = new ImPerson(im, { userId: 'alice', userSig: 'SECRET-SIGNATURE' });
      await alice.login();
      await alice.signaling.logout();
    } finally {
      Object.assign(console, { log, info, warn, error, debug });
    }
    expect(made().logLevel).to.equal(4);
    expect(lines.filter((line) => line.includes('SECRET'))).to.deep.equal([]);
  });

  for (const [code, words] of [[70001, 'expired'], [70003, 'damaged'], [70013, 'another user id'], [70009, 'another application'], [99999, '99999']] as const) {
    it(`refuses with the code of the service: ${code}`, async () => {
      const alice = new ImPerson(im, { userId: 'alice' });
      im.module.create({ SDKAppID: alice.sdkAppId });
      made().fail('login', { code });
      const failure = await failureOf(alice.login());
      expect(failure).to.include({ reason: 'login-refused', code });
      expect(failure.message).to.contain(words);
      expect(alice.connection).to.equal('disconnected');
      await soon();
      expect(made().isDestroyed).to.equal(true);
    });
  }

  for (const [code, reason] of [[2801, 'timed-out'], [2800, 'network'], [2805, 'network']] as const) {
    it(`does not blame the signature for the network: ${code}`, async () => {
      const alice = new ImPerson(im, { userId: 'alice' });
      im.module.create({ SDKAppID: alice.sdkAppId });
      made().fail('login', { code });
      expect(await failureOf(alice.login())).to.include({ reason, code });
    });
  }

  it('refuses an empty signature, for which the SDK has no code', async () => {
    const alice = new ImPerson(im, { userId: 'alice', userSig: '' });
    expect(await failureOf(alice.login())).to.include({ reason: 'login-refused', code: 61012 });
  });

  it('refuses a user id that the other engines would refuse, before anything is loaded', async () => {
    const alice = new ImPerson(im, { userId: 'no spaces' });
    expect(await reasonOf(alice.login())).to.equal('login-refused');
    expect(im.everMade).to.have.length(0);
  });

  it('refuses an SDKAppID that is no number', async () => {
    const alice = new ImPerson(im, { userId: 'alice', sdkAppId: NaN });
    expect(await reasonOf(alice.login())).to.equal('login-refused');
  });

  it('gives up when the SDK never answers, and can be tried again', async () => {
    const clock = new VirtualClock(Date.now());
    const alice = new ImPerson(im, { userId: 'alice', clock });
    im.module.create({ SDKAppID: alice.sdkAppId });
    made().fail('login', { hangs: true });
    const outcome = reasonOf(alice.login());
    await pass(clock, 25_000);
    expect(await outcome).to.equal('timed-out');
    expect(made().isDestroyed).to.equal(true);
    await alice.login();
    expect(alice.connection).to.equal('connected');
    await alice.signaling.logout();
    await pass(clock, 0);
    expect(clock.pending).to.equal(0);
  });

  it('gives up when its signal aborts, before and on its way', async () => {
    const alice = new ImPerson(im, { userId: 'alice' });
    expect(await reasonOf(alice.login(AbortSignal.abort()))).to.equal('aborted');
    im.module.create({ SDKAppID: alice.sdkAppId });
    made().readyAfterMs = Infinity;
    const control = new AbortController();
    const login = reasonOf(alice.login(control.signal));
    while (!made().isLoggedIn) await soon();
    control.abort();
    expect(await login).to.equal('aborted');
    await soon();
    expect(im.everMade.every(({ isDestroyed }) => isDestroyed)).to.equal(true);
    await alice.login();
    await alice.signaling.logout();
  });

  it('is ended by a logout on its way', async () => {
    const alice = new ImPerson(im, { userId: 'alice' });
    im.module.create({ SDKAppID: alice.sdkAppId });
    made().readyAfterMs = Infinity;
    const login = reasonOf(alice.login());
    while (!made().isLoggedIn) await soon();
    await alice.signaling.logout();
    expect(await login).to.equal('aborted');
    expect(await reasonOf(alice.invite([]))).to.equal('not-logged-in');
  });

  it('says that the libraries cannot be loaded, and tries again the next time', async () => {
    let tries = 0;
    const signaling = new ImSignaling({
      timOptions: {},
      sdks: async () => {
        tries += 1;
        if (tries === 1) throw new CallError('engine-unavailable');
        return { ...(await loadImSdks()), tim: im.module };
      },
    });
    const credentials = { sdkAppId: nextAppId(), userId: 'alice', userSig: 'sig' };
    expect(await reasonOf(signaling.login(credentials, never()))).to.equal('engine-unavailable');
    await signaling.login(credentials, never());
    expect(signaling.credentials).to.equal(credentials);
    await signaling.logout();
    expect(() => signaling.credentials).to.throw(CallError).with.property('reason', 'not-logged-in');
  });

  it('allows one user of an application in a page, until that one logs out', async () => {
    const alice = await new ImPerson(im, { userId: 'alice' }).login();
    const bob = new ImPerson(im, { userId: 'bob', sdkAppId: alice.sdkAppId });
    const failure = await failureOf(bob.login());
    expect(failure.reason).to.equal('login-refused');
    expect(failure.message).to.contain('one');
    expect(im.clientOf('alice').isReady).to.equal(true);
    await alice.signaling.logout();
    await bob.login();
    expect(im.clientOf('bob').isReady).to.equal(true);
    await bob.signaling.logout();
  });

  it('gives back every listener and the TIM at logout, and makes a fresh one at login', async () => {
    const alice = await new ImPerson(im, { userId: 'alice' }).login();
    expect(made().listeners).to.be.greaterThan(0);
    await alice.signaling.logout();
    expect(made().listeners).to.equal(0);
    expect(made().isDestroyed).to.equal(true);
    await alice.login();
    expect(im.everMade).to.have.length(2);
    await alice.signaling.logout();
    await alice.signaling.logout();
  });

  it('does not wait for a logout that never ends; the next login does', async () => {
    const clock = new VirtualClock(Date.now());
    const alice = new ImPerson(im, { userId: 'alice', clock });
    const login = alice.login();
    await pass(clock, 0);
    await login;
    made().fail('logout', { hangs: true });
    const logout = alice.signaling.logout();
    await pass(clock, 2000);
    await logout;
    expect(made().isDestroyed).to.equal(false);
    const again = alice.login();
    await pass(clock, 1000);
    expect(im.everMade).to.have.length(1);
    await pass(clock, 20_000);
    await again;
    await alice.signaling.logout();
  });

  describe('with the application\'s own TIM', () => {
    it('joins its login, and leaves it logged in, alive and at its log level', async () => {
      const tim = im.module.create({ SDKAppID: nextAppId() });
      if (!tim) throw new Error('no TIM');
      await tim.login({ userID: 'alice', userSig: 'sig' });
      await soon();
      const before = made().listeners;
      const alice = await new ImPerson(im, { userId: 'alice', tim }).login();
      const bob = await new ImPerson(im, { userId: 'bob' }).login();
      await bob.invite([alice]);
      expect((await alice.hears('invitation')).inviter).to.equal('bob');
      await alice.signaling.logout();
      expect(made()).to.include({ isReady: true, isDestroyed: false, logLevel: 0, listeners: before });
      await bob.signaling.logout();
    });

    it('joins a login that is not ready yet', async () => {
      const tim = im.module.create({ SDKAppID: nextAppId() });
      if (!tim) throw new Error('no TIM');
      made().readyAfterMs = 50;
      await tim.login({ userID: 'alice', userSig: 'sig' });
      const alice = await new ImPerson(im, { userId: 'alice', tim }).login();
      expect(alice.connection).to.equal('connected');
      await alice.signaling.logout();
    });

    it('logs it in and out again, but does not destroy it', async () => {
      const tim = im.module.create({ SDKAppID: nextAppId() });
      if (!tim) throw new Error('no TIM');
      const alice = await new ImPerson(im, { userId: 'alice', tim }).login();
      expect(made().isReady).to.equal(true);
      await alice.signaling.logout();
      expect(made()).to.include({ isLoggedIn: false, isDestroyed: false, listeners: 0 });
    });

    it('refuses when it is logged in as somebody else, and leaves that login alone', async () => {
      const tim = im.module.create({ SDKAppID: nextAppId() });
      if (!tim) throw new Error('no TIM');
      await tim.login({ userID: 'zed', userSig: 'sig' });
      await soon();
      const failure = await failureOf(new ImPerson(im, { userId: 'alice', tim }).login());
      expect(failure.reason).to.equal('login-refused');
      expect(failure.message).to.contain('another user');
      expect(made().isReady).to.equal(true);
    });

    it('refuses when it has been destroyed', async () => {
      const tim = im.module.create({ SDKAppID: nextAppId() });
      if (!tim) throw new Error('no TIM');
      await tim.destroy().catch(() => undefined);
      expect(await reasonOf(new ImPerson(im, { userId: 'alice', tim }).login())).to.equal('login-refused');
    });

    it('says that the session is over when the application logs it out', async () => {
      const tim = im.module.create({ SDKAppID: nextAppId() });
      if (!tim) throw new Error('no TIM');
      const alice = await new ImPerson(im, { userId: 'alice', tim }).login();
      await tim.logout();
      expect(alice.story).to.deep.equal(['kicked']);
      expect(alice.of('kicked')[0]?.reason).to.equal('by-service');
      expect(await reasonOf(alice.invite([]))).to.equal('not-logged-in');
    });
  });

  describe('when the service ends the session', () => {
    for (const [type, reason] of [
      ['multipleAccount', 'other-login'], ['multipleDevice', 'other-login'], ['userSigExpired', 'signature-expired'], ['REST_API_Kick', 'by-service'], ['something new', 'by-service'],
    ] as const) {
      it(`says why: ${type} is ${reason}`, async () => {
        const alice = await new ImPerson(im, { userId: 'alice' }).login();
        made().kick(type);
        expect(alice.of('kicked')).to.deep.equal([{ type: 'kicked', reason }]);
        expect(alice.connection).to.equal('disconnected');
        await soon();
        expect(made()).to.include({ isDestroyed: true, listeners: 0 });
        // The session is gone: logging out of it would wait for an answer that never comes.
        expect(made().calls).to.not.include('logout');
        await alice.login();
        expect(alice.connection).to.equal('connected');
        await alice.signaling.logout();
      });
    }

    it('rejects a login that is ended before it is ready', async () => {
      const alice = new ImPerson(im, { userId: 'alice' });
      im.module.create({ SDKAppID: alice.sdkAppId });
      made().readyAfterMs = Infinity;
      const login = reasonOf(alice.login());
      while (!made().isLoggedIn) await soon();
      await soon();
      made().kick('multipleAccount');
      expect(await login).to.equal('login-refused');
      expect(alice.story).to.deep.equal([]);
    });
  });
});
