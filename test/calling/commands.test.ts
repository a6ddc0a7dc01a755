import { expect } from '@open-wc/testing';
import { ERRORS } from '../../src/calling/error-table.js';
import { CallError } from '../../src/calling/errors.js';
import type { CallType } from '../../src/calling/state/call-state.js';
import { connect, createWorld, type Person, type World } from '../support/people.js';

const code = (name: keyof typeof ERRORS): number => ERRORS[name].code;

/** What a page without types might pass. */
const WRONG: readonly unknown[] = [undefined, null, '', ' ', 0, -1, 1.5, NaN, {}, [], () => {}, 'a'.repeat(33), 'a b', '<b>', 'é', Symbol('s'), 10n, true];
const as = <T>(value: unknown): T => value as T;

describe('commands with bad input', () => {
  let world: World;
  let alice: Person;

  beforeEach(async () => {
    world = createWorld();
    alice = await world.person('alice');
  });

  it('call: every wrong user id gives invalid-argument and changes nothing', async () => {
    const before = alice.calling.state;
    for (const wrong of WRONG) expect((await alice.calling.call(as<string>(wrong), 1)).code, String(wrong)).to.equal(code('invalid-argument'));
    expect(alice.calling.state).to.equal(before);
  });

  it('call: every wrong type gives invalid-argument', async () => {
    for (const wrong of [undefined, null, 0, 3, '1', true]) {
      expect((await alice.calling.call('bob', as<CallType>(wrong))).code, String(wrong)).to.equal(code('invalid-argument'));
    }
  });

  it('call: oneself gives own-user-id', async () => {
    expect((await alice.calling.call('alice', 1)).code).to.equal(code('own-user-id'));
    expect(alice.phase()).to.equal('idle');
  });

  it('groupCall: wrong lists give invalid-argument, oneself among them own-user-id', async () => {
    for (const wrong of [undefined, 'bob', [], [''], ['bob', 7], Array.from({ length: 9 }, (_, i) => `u${i}`)]) {
      expect((await alice.calling.groupCall(as<string[]>(wrong), 1)).code, String(wrong)).to.equal(code('invalid-argument'));
    }
    expect((await alice.calling.groupCall(['bob', 'alice'], 1)).code).to.equal(code('own-user-id'));
    expect((await alice.calling.groupCall(['bob'], 1, as<string>('\u0000'))).code).to.equal(code('invalid-argument'));
  });

  it('login: wrong arguments give invalid-argument, another user already-logged-in, the same user success', async () => {
    const stranger = world.stranger('x');
    for (const wrong of WRONG) expect((await stranger.calling.login(0, as<string>(wrong), '')).code, String(wrong)).to.equal(code('invalid-argument'));
    for (const wrong of [undefined, '1', -1, 1.5, 2 ** 33]) {
      expect((await stranger.calling.login(as<number>(wrong), 'bob', '')).code, String(wrong)).to.equal(code('invalid-argument'));
    }
    for (const wrong of [undefined, null, 7, 'x'.repeat(5000)]) {
      expect((await stranger.calling.login(0, 'bob', as<string>(wrong))).code).to.equal(code('invalid-argument'));
    }
    expect(stranger.calling.state.session.phase).to.equal('logged-out');
    expect((await alice.calling.login(0, 'alice', '')).code).to.equal(0);
    expect((await alice.calling.login(0, 'bob', '')).code).to.equal(code('already-logged-in'));
    expect(alice.calling.state.session.userId).to.equal('alice');
  });

  it('not logged in: every command says so or what else is missing', async () => {
    const { calling } = world.stranger('x');
    expect((await calling.call('bob', 1)).code).to.equal(code('not-logged-in'));
    expect((await calling.groupCall(['bob'], 1)).code).to.equal(code('not-logged-in'));
    expect((await calling.accept()).code).to.equal(code('wrong-state'));
    expect((await calling.reject()).code).to.equal(code('wrong-state'));
    expect((await calling.logout()).code).to.equal(0);
    await calling.hangup();
    expect(calling.state.call).to.equal(null);
  });

  it('accept, reject and switching without a call give wrong-state', async () => {
    for (const result of [alice.calling.accept(), alice.calling.reject(), alice.calling.switchToAudioCall(), alice.calling.switchToVideoCall(), alice.calling.acceptSwitch(), alice.calling.rejectSwitch(), alice.calling.startScreenShare()]) {
      expect((await result).code).to.equal(code('wrong-state'));
    }
    expect((await alice.calling.accept(as({ camera: 'yes' }))).code).to.equal(code('invalid-argument'));
  });

  it('methods without a result tell wrong arguments through onError', async () => {
    const { calling, heard } = alice;
    heard.length = 0;
    const before = calling.state;
    for (const wrong of [undefined, null, 0, 'true', {}]) {
      calling.setMicMute(as<boolean>(wrong));
      await calling.openCamera(as<boolean>(wrong));
      await calling.switchCamera(as<boolean>(wrong));
      await calling.setHandsFree(as<boolean>(wrong));
    }
    await calling.startRemoteView(as<string>(''), 0, 1);
    await calling.startRemoteView('bob', as<0>(7), 1);
    await calling.startRemoteView('bob', 0, as<number>(-1));
    await calling.stopRemoteView(as<string>(null), 0);
    calling.registerListener(as(7));
    for (const wrong of [undefined, null, 7, {}, { signal: 'x' }, { signal: {} }]) calling.preview('camera', as(wrong));
    calling.preview(as('printer'), { signal: new AbortController().signal });
    expect(heard.length).to.equal(32);
    for (const { type, params } of heard) {
      expect(type).to.equal('onError');
      expect(params).to.include({ code: code('invalid-argument') });
    }
    expect(calling.state).to.equal(before);
  });

  it('subscribe: what is no listener is told through onError and never called; a pair of wrong options neither', async () => {
    const { calling, heard } = alice;
    heard.length = 0;
    const stops = [as<() => void>(null), as<() => void>('x')].map((wrong) => calling.subscribe(wrong));
    for (const wrong of [null, 7, { selector: 5 }, { signal: {} }]) stops.push(calling.subscribe(() => {}, as<object>(wrong)));
    for (const stop of stops) stop();
    expect(heard.map(({ type, params }) => [type, 'code' in params && params.code])).to.deep.equal(stops.map(() => ['onError', code('invalid-argument')]));
    calling.setMicMute(true);
    await world.pass();
    expect(calling.state.devices.microphone.muted).to.equal(true);
    calling.destroy();
    expect(calling.subscribe(as<() => void>(null))).to.be.a('function');
  });

  it('tracks: nonsense has none', () => {
    for (const wrong of WRONG) expect(alice.calling.tracks.get(as(wrong), as(wrong)), String(wrong)).to.equal(null);
  });

  it('devices and profiles: wrong arguments give invalid-argument', async () => {
    const { calling } = alice;
    expect((await calling.switchDevice(as('printer'), 'x')).code).to.equal(code('invalid-argument'));
    expect((await calling.switchDevice('camera', as(7))).code).to.equal(code('invalid-argument'));
    expect((await calling.setSelfProfile(as(null))).code).to.equal(code('invalid-argument'));
    expect((await calling.setSelfProfile({ nickname: 'n'.repeat(65) })).code).to.equal(code('invalid-argument'));
    // A URL that would run a script when it is clicked or shown.
    for (const avatarUrl of ['javascript:alert(1)', 'data:text/html,<script>', 'ftp://x', as<string>(7)]) {
      expect((await calling.setSelfProfile({ avatarUrl })).code, String(avatarUrl)).to.equal(code('invalid-argument'));
    }
    expect(await calling.getDevices(as('printer'))).to.deep.equal([]);
    expect(await calling.getUserProfiles(as('bob'))).to.deep.equal([]);
  });

  it('no WebRTC: call and accept resolve with its code, and nobody is rung', async () => {
    const bob = await world.person('bob');
    alice.engine.devices.unsupported = new CallError('webrtc-unsupported');
    expect((await alice.calling.call('bob', 1)).code).to.equal(60006);
    void bob.calling.call('alice', 1);
    await world.pass();
    expect((await alice.calling.accept()).code).to.equal(60006);
    expect(alice.phase()).to.equal('ringing');
  });
});

describe('session', () => {
  it('logout in a call hangs up first', async () => {
    const world = createWorld();
    const [alice, bob] = [await world.person('alice'), await world.person('bob')];
    await connect(world, alice, bob, 2);
    const out = alice.calling.logout();
    await world.pass();
    expect((await out).code).to.equal(0);
    expect(alice.heard.at(-1)).to.deep.include({ type: 'onCallEnd' });
    expect(alice.calling.state.session).to.include({ phase: 'logged-out', userId: '' });
    expect(alice.engine.devices.opened).to.deep.equal([]);
    expect(bob.phase()).to.equal('idle');
  });

  it('logout while ringing declines, while dialling cancels', async () => {
    const world = createWorld();
    const [alice, bob, carol] = [await world.person('alice'), await world.person('bob'), await world.person('carol')];
    void alice.calling.call('bob', 1);
    await world.pass();
    void bob.calling.logout();
    await world.pass();
    expect(alice.names()).to.deep.equal(['onReject', 'onCallEnd']);
    void alice.calling.call('carol', 1);
    await world.pass();
    void alice.calling.logout();
    await world.pass();
    expect(carol.names()).to.deep.equal(['onInvited', 'onCallingCancel']);
  });

  it('second login kicks the first, out of its call too', async () => {
    const world = createWorld();
    const [alice, bob] = [await world.person('alice'), await world.person('bob')];
    await connect(world, alice, bob);
    const again = await world.person('alice');
    await world.pass(5000);
    expect(alice.names().slice(-2)).to.deep.equal(['onCallEnd', 'onKickedOffline']);
    expect(alice.calling.state.session).to.include({ phase: 'logged-out', kicked: 'other-login' });
    expect(alice.engine.devices.opened).to.deep.equal([]);
    expect(bob.phase()).to.equal('idle');
    expect(again.calling.state.session.phase).to.equal('logged-in');
  });

  it('a refused login resolves with the code and leaves nothing', async () => {
    const world = createWorld();
    world.network.refuseLogin('eve', 'login-refused');
    const { calling } = world.stranger('eve');
    const login = calling.login(0, 'eve', '');
    await world.pass();
    expect((await login).code).to.equal(code('login-refused'));
    expect(calling.state.session).to.include({ phase: 'logged-out', userId: '', connection: 'disconnected' });
  });

  it('two logins of one user at once share the outcome, a logout in between aborts them', async () => {
    const world = createWorld();
    const { calling } = world.stranger('alice');
    const first = [calling.login(0, 'alice', ''), calling.login(0, 'alice', '')];
    await world.pass();
    expect((await Promise.all(first)).map((result) => result.code)).to.deep.equal([0, 0]);
    const out = calling.logout();
    const back = calling.login(0, 'alice', '');
    await world.pass();
    expect([(await out).code, (await back).code]).to.deep.equal([0, 0]);
    world.network.setFaults({ delay: [500, 500] });
    void calling.logout();
    await world.pass(1000);
    const slow = calling.login(0, 'alice', '');
    await world.pass(100);
    void calling.logout();
    await world.pass(5000);
    expect((await slow).code).to.equal(code('aborted'));
    expect(calling.state.session.phase).to.equal('logged-out');
    expect(world.clock.pending).to.equal(0);
  });

  it('destroy in a call ends it, releases everything, and every later method rejects with destroyed', async () => {
    const world = createWorld();
    const [alice, bob] = [await world.person('alice'), await world.person('bob')];
    await connect(world, alice, bob, 2);
    const waiting = alice.calling.call('carol', 1);
    alice.calling.destroy();
    alice.calling.destroy();
    expect((await waiting).code).to.be.oneOf([code('aborted'), code('destroyed')]);
    await world.pass(5000);
    expect(bob.phase()).to.equal('idle');
    expect(alice.engine.devices.opened).to.deep.equal([]);
    expect(alice.views.shown.at(-1)).to.equal('dispose');
    expect(world.clock.pending).to.equal(0);
    const { calling } = alice;
    for (const late of [
      () => calling.login(0, 'alice', ''), () => calling.logout(), () => calling.call('bob', 1), () => calling.groupCall(['bob'], 1), () => calling.accept(),
      () => calling.reject(), () => calling.hangup(), () => calling.openCamera(true), () => calling.closeCamera(), () => calling.switchCamera(true),
      async () => calling.setMicMute(true), () => calling.setHandsFree(true), () => calling.startRemoteView('bob', 0, 1), () => calling.stopRemoteView('bob', 0),
      () => calling.switchToAudioCall(), () => calling.switchToVideoCall(), () => calling.acceptSwitch(), () => calling.rejectSwitch(), () => calling.startScreenShare(), () => calling.stopScreenShare(),
      () => calling.getDevices('camera'), () => calling.switchDevice('camera', ''), () => calling.setSelfProfile({}), () => calling.getUserProfiles(['bob']), () => calling.resumePlayback(),
    ]) {
      const thrown: unknown = await late().then(() => 'resolved', (error: unknown) => error);
      expect(thrown, String(late)).to.be.instanceOf(CallError);
      expect(thrown).to.have.property('reason', 'destroyed');
    }
  });
});
