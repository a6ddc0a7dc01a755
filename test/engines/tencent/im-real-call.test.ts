import { expect } from '@open-wc/testing';
import { CallController } from '../../../src/calling/call-controller.js';
import type { DelegateCall, DelegateListener } from '../../../src/calling/delegate.js';
import { selectPhase } from '../../../src/calling/state/selectors.js';
import { SilentPlayback } from '../../../src/engines/memory/index.js';
import { until } from '../../contract/world.js';
import { RecordedViews } from '../../support/people.js';
import { ImPerson } from './im-people.js';
import { TencentWorld } from './im-world.js';

/** Somebody as an application has them: the public commands and callbacks, over the three real SDKs. */
class Caller {
  readonly userId: string;
  readonly calling: CallController;
  readonly told: DelegateCall[] = [];

  constructor(userId: string, calling: CallController) {
    this.userId = userId;
    this.calling = calling;
    const listener: DelegateListener = (type, params) => this.told.push({ type, params } as DelegateCall);
    calling.registerListener(listener);
  }

  get phase(): string {
    return selectPhase(this.calling.state);
  }

  get endReason(): string | undefined {
    return this.calling.state.ended?.reason;
  }

  async is(phase: string, ms = 20_000): Promise<void> {
    await until(() => this.phase === phase, () => `${this.userId} to be ${phase}; is ${this.phase}, was told ${JSON.stringify(this.story)}`, ms);
  }

  get story(): readonly string[] {
    return this.told.map(({ type }) => type).filter((type) => !['onUserVoiceVolume', 'onNetworkQuality', 'onConnectionStateChange'].includes(type));
  }
}

describe('whole calls over the tencent engine: the real SDKs, local stand-ins', function calls() {
  this.timeout(90_000);
  let world: TencentWorld;
  let callers: Caller[];
  const enter = async (userId: string, ringTimeout = 30): Promise<Caller> => {
    const one = new Caller(userId, new CallController({ engine: await world.engine(), playback: new SilentPlayback(), views: new RecordedViews(), ringTimeout }));
    callers.push(one);
    const { code, desc } = await one.calling.login(1_400_000_001, userId, `sig-of-${userId}`);
    expect(code, desc).to.equal(0);
    return one;
  };
  const connected = async (type: 1 | 2 = 2): Promise<[Caller, Caller]> => {
    const [alice, bob] = [await enter('alice'), await enter('bob')];
    expect((await alice.calling.call('bob', type)).code).to.equal(0);
    await bob.is('ringing');
    expect((await bob.calling.accept()).code).to.equal(0);
    await Promise.all([alice.is('in-call'), bob.is('in-call')]);
    return [alice, bob];
  };

  beforeEach(async () => {
    world = await TencentWorld.open();
    callers = [];
  });
  afterEach(async () => {
    await world.im.refuseConnections(false);
    for (const { calling } of callers) calling.destroy();
    await world.close();
    await world.assertReleased();
  });

  it('call, answer, see and hear each other, mute, camera off and on, hang up: both idle, told once', async () => {
    const [alice, bob] = await connected();
    for (const [one, other] of [[alice, 'bob'], [bob, 'alice']] as const) {
      await until(() => one.calling.tracks.get(other, 'video') !== null && one.calling.tracks.get(other, 'audio') !== null, () => `${one.userId} to receive ${other}`);
      const track = one.calling.tracks.get(other, 'video');
      if (track) await world.playing(track);
    }
    const bobHears = (): boolean => bob.calling.state.call?.participants[0]?.audio === true;
    alice.calling.setMicMute(true);
    await until(() => !bobHears(), () => 'bob to see that alice is muted');
    alice.calling.setMicMute(false);
    await until(bobHears, () => 'bob to see that alice is heard again');
    await alice.calling.closeCamera();
    await until(() => bob.calling.state.call?.participants[0]?.video === false, () => 'bob to see no camera');
    await alice.calling.openCamera(true);
    await until(() => bob.calling.state.call?.participants[0]?.video === true, () => 'bob to see the camera again');
    await alice.calling.hangup();
    await bob.is('idle');
    expect([alice.endReason, bob.endReason]).to.deep.equal(['local-hangup', 'remote-hangup']);
    expect(alice.story.filter((type) => type === 'onCallEnd')).to.have.length(1);
    expect(bob.story.filter((type) => type === 'onCallEnd')).to.have.length(1);
    expect(bob.story.filter((type) => type === 'onInvited')).to.have.length(1);
    expect([...alice.story, ...bob.story]).to.not.include('onError');
  });

  it('decline, busy, cancel and no answer end with their reasons', async () => {
    const [alice, bob, carol] = [await enter('alice', 2), await enter('bob'), await enter('carol')];
    await alice.calling.call('bob', 1);
    await bob.is('ringing');
    await carol.calling.call('bob', 1);
    await carol.is('idle');
    expect(carol.endReason).to.equal('busy');
    expect(bob.phase).to.equal('ringing');
    await bob.calling.reject();
    await alice.is('idle');
    expect([alice.endReason, bob.endReason]).to.deep.equal(['remote-reject', 'local-reject']);

    await alice.calling.call('bob', 1);
    await bob.is('ringing');
    await alice.calling.hangup();
    await bob.is('idle');
    expect([alice.endReason, bob.endReason]).to.deep.equal(['local-cancel', 'remote-cancel']);

    await alice.calling.call('bob', 1);
    await bob.is('ringing');
    await Promise.all([alice.is('idle'), bob.is('idle')]);
    expect([alice.endReason, bob.endReason]).to.deep.equal(['no-answer', 'missed']);
  });

  it('nobody there: no answer; and a user who does not exist: failed, with the service\'s code', async () => {
    const alice = await enter('alice', 1);
    await alice.calling.call('bob', 1);
    await alice.is('idle');
    expect(alice.endReason).to.equal('no-answer');
    await world.im.unknownUsers(['ghost']);
    expect((await alice.calling.call('ghost', 1)).code).to.equal(20003);
    await alice.is('idle');
    expect(alice.endReason).to.equal('failed');
  });

  it('both dial each other: one call', async () => {
    const [alice, bob] = [await enter('alice'), await enter('bob')];
    await Promise.all([alice.calling.call('bob', 1), bob.calling.call('alice', 1)]);
    await Promise.all([alice.is('in-call'), bob.is('in-call')]);
    expect(alice.calling.state.call?.roomId).to.equal(bob.calling.state.call?.roomId);
  });

  it('a third person is called into it, and the call goes on for two when one leaves', async () => {
    const [alice, bob] = await connected(1);
    const carol = await enter('carol');
    await alice.calling.call('carol', 1);
    await carol.is('ringing');
    await carol.calling.accept();
    await carol.is('in-call');
    const names = (one: Caller): string => (one.calling.state.call?.participants ?? []).filter(({ state }) => state === 'joined').map(({ userId }) => userId).toSorted().join();
    await until(() => names(alice) === 'bob,carol' && names(bob) === 'alice,carol' && names(carol) === 'alice,bob', () => `everybody to see everybody; ${callers.map(names).join(' / ')}`);
    await alice.calling.hangup();
    await until(() => names(bob) === 'carol' && names(carol) === 'bob', () => 'two to be left');
    await bob.calling.hangup();
    await carol.is('idle');
  });

  it('video becomes audio and video again when both agree', async () => {
    const [alice, bob] = await connected();
    expect((await alice.calling.switchToAudioCall()).code).to.equal(0);
    await until(() => alice.calling.state.call?.type === 1 && bob.calling.state.call?.type === 1, () => 'an audio call');
    const asked = bob.calling.switchToVideoCall();
    await until(() => alice.calling.state.call?.switching?.state === 'asked', () => 'alice to be asked');
    expect((await alice.calling.rejectSwitch()).code).to.equal(0);
    expect((await asked).code).to.equal(60002);
    expect(bob.calling.state.call?.switching?.state).to.equal('refused');
    const again = bob.calling.switchToVideoCall();
    await until(() => alice.calling.state.call?.switching?.state === 'asked', () => 'alice to be asked again');
    expect((await alice.calling.acceptSwitch()).code).to.equal(0);
    expect((await again).code).to.equal(0);
    await until(() => alice.calling.state.call?.type === 2 && bob.calling.state.call?.type === 2, () => 'a video call');
  });

  it('kicked while it rings and while in a call: idle, and the other side is not left waiting', async () => {
    const [alice, bob] = [await enter('alice', 3), await enter('bob')];
    await alice.calling.call('bob', 1);
    await bob.is('ringing');
    await world.im.kick('bob', 'multipleAccount');
    await bob.is('idle');
    expect(bob.endReason).to.equal('kicked');
    expect(bob.calling.state.session).to.include({ phase: 'logged-out', kicked: 'other-login' });
    await alice.is('idle');
    expect(alice.endReason).to.equal('no-answer');

    expect((await bob.calling.login(1_400_000_001, 'bob', 'sig')).code).to.equal(0);
    await alice.calling.call('bob', 1);
    await bob.is('ringing');
    await bob.calling.accept();
    await Promise.all([alice.is('in-call'), bob.is('in-call')]);
    await world.im.kick('bob', 'REST_API_Kick');
    await Promise.all([alice.is('idle'), bob.is('idle')]);
    expect(bob.story).to.include('onKickedOffline');
  });

  it('the signalling lost for 10 s while it rings: it is answered afterwards', async () => {
    const [alice, bob] = [await enter('alice'), await enter('bob')];
    await alice.calling.call('bob', 1);
    await bob.is('ringing');
    await world.im.refuseConnections(true);
    await world.im.dropSockets();
    await until(() => bob.calling.state.session.connection === 'reconnecting', () => 'bob to notice');
    await world.pass(10_000);
    expect([alice.phase, bob.phase]).to.deep.equal(['dialling', 'ringing']);
    await world.im.refuseConnections(false);
    await bob.calling.accept();
    await Promise.all([alice.is('in-call', 10_000), bob.is('in-call', 10_000)]);
  });

  it('the signalling lost for 10 s in the call: nobody notices, and hanging up still ends it', async () => {
    const [alice, bob] = await connected(1);
    await world.im.refuseConnections(true);
    await world.im.dropSockets();
    await world.pass(10_000);
    expect([alice.phase, bob.phase]).to.deep.equal(['in-call', 'in-call']);
    await world.im.refuseConnections(false);
    await until(() => alice.calling.state.session.connection === 'connected', () => 'alice to be back');
    await alice.calling.hangup();
    await bob.is('idle');
  });

  it('logout in a call ends it for both', async () => {
    const [alice, bob] = await connected(1);
    expect((await alice.calling.logout()).code).to.equal(0);
    await bob.is('idle');
    expect(alice.calling.state.session.phase).to.equal('logged-out');
  });

  describe('with clients that are not ours', () => {
    /** A Flutter client of the first generation: its payloads, word for word in form, and no room. */
    const flutter = async (): Promise<ImPerson> => {
      const one = new ImPerson(world.im, { userId: 'flutter' });
      return one.login();
    };

    it('rings for a Flutter client, is told when it gives up, and does not ring for its hang-up', async () => {
      const [alice, old] = [await enter('alice'), await flutter()];
      await old.signaling.invite({ inviteId: 'a', invitees: ['alice'], groupId: '', data: '{"version":1,"call_type":2,"room_id":77}', timeout: 30 }, new AbortController().signal);
      await alice.is('ringing');
      expect(alice.calling.state.call).to.include({ type: 2, roomId: 77, inviter: 'flutter' });
      await old.signaling.cancel('a', '{"version":1,"call_type":2,"room_id":77}', new AbortController().signal);
      await alice.is('idle');
      expect(alice.endReason).to.equal('remote-cancel');
      await old.signaling.invite({ inviteId: 'b', invitees: ['alice'], groupId: '', data: '{"version":1,"call_type":2,"room_id":77,"call_end":10}', timeout: 0 }, new AbortController().signal);
      await old.signaling.invite({ inviteId: 'c', invitees: ['alice'], groupId: '', data: '{"version":1,"call_type":1,"room_id":78}', timeout: 30 }, new AbortController().signal);
      await alice.is('ringing');
      expect(alice.story.filter((type) => type === 'onInvited')).to.have.length(2);
      await alice.calling.reject();
      expect(JSON.parse((await old.hears('rejected')).data)).to.include({ call_type: 1 }).and.to.not.have.property('line_busy');
      await old.signaling.logout();
    });

    it('is understood by it: the fields it looks for are there, and the one it would hang up on is not', async () => {
      const [alice, old] = [await enter('alice'), await flutter()];
      await alice.calling.call('flutter', 1);
      const { data, inviteId } = await old.hears('invitation');
      const payload: unknown = JSON.parse(data);
      expect(payload).to.include({ call_type: 1, room_id: alice.calling.state.call?.roomId }).and.to.not.have.property('call_end');
      await old.signaling.reject(inviteId, '{"version":1,"call_type":1,"room_id":5,"line_busy":"line_busy"}', new AbortController().signal);
      await alice.is('idle');
      expect(alice.endReason).to.equal('busy');
      expect(alice.story).to.include('onLineBusy');
      await old.signaling.logout();
    });
  });
});
