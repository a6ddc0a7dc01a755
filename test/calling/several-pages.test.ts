import { expect } from '@open-wc/testing';
import type { CallEvent, CallEventBody } from '../../src/calling/state/call-events.js';
import { reduce } from '../../src/calling/state/call-reducer.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { initialState } from '../../src/calling/state/core-state.js';
import { CODES } from '../../src/calling/errors.js';
import { createMemoryNetwork, settled, VirtualClock, type MemoryNetwork } from '../../src/engines/memory/index.js';
import { CallController } from '../../src/calling/call-controller.js';
import { SilentPlayback } from '../../src/engines/memory/silent-playback.js';

const LOGIN: readonly CallEventBody[] = [{ type: 'login', command: 1, sdkAppId: 7, userId: 'me', userSig: 's' }, { type: 'login-done', tag: 1 }];
const INVITED: CallEventBody = { type: 'invitation', callId: 'c2', inviteId: 'i2', inviter: 'bob', invitees: ['me'], groupId: '', signal: { kind: 'call', type: 2, roomId: 9, userIds: ['me'] }, ringMs: 0 };
const ACCEPT: CallEventBody = { type: 'accept', command: 3, camera: true };

function after(...events: readonly CallEventBody[]): ReturnType<typeof reduce> {
  let result: ReturnType<typeof reduce> = { state: initialState(), effects: [] };
  for (const event of events) result = reduce(result.state, { ...event, at: 5000 } as CallEvent);
  return result;
}

const ending = ({ ended }: CallSnapshot): readonly unknown[] => [ended?.reason, ended?.elsewhere];

describe('several pages of one user, the rules', () => {
  it('says where an invitation was answered or declined instead', () => {
    expect(ending(after(...LOGIN, INVITED, { type: 'accepted', inviteId: 'i2', userId: 'me', nearby: true }).state)).to.deep.equal(['answered-elsewhere', 'page']);
    expect(ending(after(...LOGIN, INVITED, { type: 'rejected', inviteId: 'i2', userId: 'me', nearby: true, busy: false, message: '' } as CallEventBody).state)).to.deep.equal(['rejected-elsewhere', 'page']);
    expect(ending(after(...LOGIN, INVITED, { type: 'accepted', inviteId: 'i2', userId: 'me' }).state)).to.deep.equal(['answered-elsewhere', 'device']);
    expect(ending(after(...LOGIN, INVITED, ACCEPT, { type: 'hangup' }).state)).to.deep.equal(['local-hangup', '']);
  });

  it('gives way to the page that was faster, also when it has answered by itself', () => {
    const { state, effects } = after(...LOGIN, INVITED, ACCEPT, { type: 'rejected', inviteId: 'i2', userId: 'me', nearby: true, busy: false, message: '' } as CallEventBody);
    expect(ending(state)).to.deep.equal(['rejected-elsewhere', 'page']);
    expect(effects.map(({ type }) => type)).to.include('room-leave');
  });

  it('does not end a conversation for an answer that comes late', () => {
    const { state } = after(...LOGIN, INVITED, ACCEPT, { type: 'entered', callId: 'c2', userId: 'bob' }, { type: 'accepted', inviteId: 'i2', userId: 'me', nearby: true });
    expect(state.call?.phase).to.equal('in-call');
  });

  it('rings nowhere and answers nothing while another page is in a call', () => {
    const switched = { ...INVITED, inviteId: 'i3', signal: { kind: 'switch', type: 1, roomId: 9 } } as CallEventBody;
    for (const event of [INVITED, switched]) {
      const { state, effects } = after(...LOGIN, { type: 'pages', pages: 1, inCall: true }, event);
      expect([state.call, effects]).to.deep.equal([null, []]);
    }
    expect(after(...LOGIN, { type: 'pages', pages: 1, inCall: true }, { type: 'pages', pages: 1, inCall: false }, INVITED).state.call?.phase).to.equal('ringing');
  });

  it('refuses a call from a page whose user is in one elsewhere', () => {
    const { state, effects } = after(...LOGIN, { type: 'pages', pages: 1, inCall: true },
      { type: 'call', command: 2, callId: 'c1', roomId: 42, callType: 2, groupId: '', invites: [{ inviteId: 'i1', userIds: ['bob'] }] });
    expect(state.call).to.equal(null);
    expect(effects).to.have.length(1);
    expect(effects[0]).to.deep.include({ type: 'settle', command: 2 });
    expect(state.session).to.include({ otherPages: 1, busyElsewhere: true });
  });

  it('leaves the answer to the other pages when one of them goes', () => {
    const answers = (...events: readonly CallEventBody[]): number => after(...events).effects.filter(({ type }) => type === 'answer').length;
    expect(answers(...LOGIN, INVITED, { type: 'logout', command: 4 })).to.equal(1);
    expect(answers(...LOGIN, { type: 'pages', pages: 1, inCall: false }, INVITED, { type: 'logout', command: 4 })).to.equal(0);
    expect(answers(...LOGIN, { type: 'pages', pages: 1, inCall: false }, INVITED, { type: 'hangup' })).to.equal(1);
  });

  it('forgets the other pages with the session', () => {
    const { state } = after(...LOGIN, { type: 'pages', pages: 2, inCall: true }, { type: 'kicked', reason: 'by-service' }, { type: 'pages', pages: 1, inCall: true });
    expect(state.session).to.include({ otherPages: 0, busyElsewhere: false });
  });
});

describe('several pages of one user, whole calls', () => {
  let clock: VirtualClock;
  let network: MemoryNetwork;
  const open: CallController[] = [];
  const page = async (userId: string, device?: string): Promise<CallController> => {
    const calling = new CallController({ engine: network.engine(device === undefined ? {} : { device }), playback: new SilentPlayback(), views: { show() {}, hide() {}, dispose() {} }, clock });
    open.push(calling);
    void calling.login(0, userId, '');
    await pass(1);
    return calling;
  };
  const pass = async (ms: number): Promise<void> => {
    await clock.advance(ms);
    await settled();
  };
  const phase = ({ state }: CallController): string => state.call?.phase ?? 'idle';

  beforeEach(() => {
    clock = new VirtualClock(1000);
    network = createMemoryNetwork({ clock });
  });
  afterEach(async () => {
    for (const calling of open.splice(0)) calling.destroy();
    await pass(60_000);
    expect(clock.pending).to.equal(0);
  });

  it('rings in both pages, is answered in one, and the other says so at once', async () => {
    const [alice, one, two] = [await page('alice'), await page('bob', 'laptop'), await page('bob', 'laptop')];
    void alice.call('bob', 1);
    await pass(1);
    expect([phase(one), phase(two)]).to.deep.equal(['ringing', 'ringing']);
    void two.accept();
    await pass(1);
    expect([phase(alice), phase(one), phase(two)]).to.deep.equal(['in-call', 'idle', 'in-call']);
    expect(ending(one.state)).to.deep.equal(['answered-elsewhere', 'page']);
  });

  it('gives the call to one page when both answer in the same moment', async () => {
    const [alice, one, two] = [await page('alice'), await page('bob', 'laptop'), await page('bob', 'laptop')];
    void alice.call('bob', 2);
    await pass(1);
    const answers = Promise.all([one.accept(), two.accept()]);
    await pass(1);
    expect([phase(one), phase(two)].toSorted()).to.deep.equal(['idle', 'in-call']);
    expect(phase(alice)).to.equal('in-call');
    expect((await answers).filter(({ code }) => code === 0)).to.have.length(1);
  });

  it('a browser that cannot say whether another page is in a call forbids none, warns, and is asked again', async () => {
    const engine = network.engine();
    const { signaling } = engine;
    const ask = signaling.setInCall.bind(signaling);
    const asked: boolean[] = [];
    signaling.setInCall = async (inCall) => {
      asked.push(inCall);
      if (asked.length === 1) throw new Error('No locks.');
      return ask(inCall);
    };
    const alice = new CallController({ engine, playback: new SilentPlayback(), views: { show() {}, hide() {}, dispose() {} }, clock });
    open.push(alice);
    const warnings: string[] = [];
    alice.registerListener((...[type]) => { if (type === 'onWarning') warnings.push(type); });
    void alice.login(0, 'alice', '');
    const bob = await page('bob');
    for (let call = 0; call < 2; call += 1) {
      void alice.call('bob', 1);
      await pass(1);
      expect(phase(bob)).to.equal('ringing');
      void alice.hangup();
      await pass(1);
    }
    expect([warnings, asked]).to.deep.equal([['onWarning'], [true, false, true, false]]);
  });

  it('is busy in every page while one is in a call', async () => {
    const [alice, carol, one, two] = [await page('alice'), await page('carol'), await page('bob', 'laptop'), await page('bob', 'laptop')];
    void alice.call('bob', 1);
    await pass(1);
    void one.accept();
    await pass(1);
    void carol.call('bob', 1);
    await pass(1);
    expect(carol.state.ended?.reason).to.equal('busy');
    expect([phase(one), phase(two)]).to.deep.equal(['in-call', 'idle']);
    const dialled = two.call('carol', 1);
    await pass(1);
    expect((await dialled).code).to.equal(CODES['in-another-page']);
    void one.hangup();
    await pass(1);
    void carol.call('bob', 1);
    await pass(1);
    expect([phase(one), phase(two)]).to.deep.equal(['ringing', 'ringing']);
  });

  it('lets one of two pages dial that dial in the same moment', async () => {
    const [alice, carol, one, two] = [await page('alice'), await page('carol'), await page('bob', 'laptop'), await page('bob', 'laptop')];
    const dialled = Promise.all([one.call('alice', 1), two.call('carol', 1)]);
    await pass(1);
    expect([phase(one), phase(two)].toSorted()).to.deep.equal(['dialling', 'idle']);
    expect([phase(alice), phase(carol)].toSorted()).to.deep.equal(['idle', 'ringing']);
    expect((await dialled).map(({ code }) => code).toSorted()).to.deep.equal([0, CODES['in-another-page']]);
  });

  it('rings on in the other page when one logs out', async () => {
    const [alice, one, two] = [await page('alice'), await page('bob', 'laptop'), await page('bob', 'laptop')];
    void alice.call('bob', 1);
    await pass(1);
    void one.logout();
    await pass(1);
    expect([phase(alice), phase(two)]).to.deep.equal(['dialling', 'ringing']);
    void two.logout();
    await pass(1);
    expect(alice.state.ended?.reason).to.equal('remote-reject');
  });

  it('ends every page of a device when the user logs in on another one', async () => {
    const [one, two, other] = [await page('bob', 'laptop'), await page('bob', 'laptop'), await page('bob')];
    expect([one, two].map(({ state }) => state.session.kicked)).to.deep.equal(['other-login', 'other-login']);
    expect(other.state.session.phase).to.equal('logged-in');
  });
});
