import { expect } from '@open-wc/testing';
import { ERRORS } from '../../src/calling/error-table.js';
import { connect, createWorld, type Person, type World } from '../support/people.js';

/** Nothing of a call is left at this person: no call, no device, no timer, no track, no sound. */
const expectFree = (world: World, ...people: readonly Person[]): void => {
  for (const person of people) {
    expect(person.calling.state.call, person.userId).to.equal(null);
    expect(person.engine.devices.opened, person.userId).to.deep.equal([]);
    expect(person.engine.room.roomId, person.userId).to.equal(0);
    expect(person.playback.playing, person.userId).to.deep.equal([]);
  }
  expect(world.clock.pending).to.equal(0);
};

const endings = ({ heard }: Person) => heard.filter(({ type }) => type === 'onCallEnd' || type === 'onCallingCancel' || type === 'onCallingTimeOut');

describe('a call of two', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = createWorld();
    alice = await world.person('alice');
    bob = await world.person('bob');
  });

  it('answer: both are in the call, hear of each other and of their media', async () => {
    const dialled = alice.calling.call('bob', 2);
    await world.pass();
    expect((await dialled).code).to.equal(0);
    expect(alice.phase()).to.equal('dialling');
    expect(alice.calling.state.call?.participants[0]?.state).to.equal('ringing');
    expect(bob.phase()).to.equal('ringing');
    expect(bob.heard.find(({ type }) => type === 'onInvited')?.params).to.deep.equal({ sponsor: 'alice', userIds: [], isFromGroup: false, type: 2 });
    const answered = bob.calling.accept();
    await world.pass();
    expect((await answered).code).to.equal(0);
    for (const [me, other] of [[alice, bob], [bob, alice]] as const) {
      expect(me.phase()).to.equal('in-call');
      expect(me.heard.filter(({ type }) => type === 'onUserEnter')).to.deep.equal([{ type: 'onUserEnter', params: { userId: other.userId } }]);
      expect(me.heard).to.deep.include({ type: 'onUserAudioAvailable', params: { userId: other.userId, available: true } });
      expect(me.heard).to.deep.include({ type: 'onUserVideoAvailable', params: { userId: other.userId, available: true } });
      expect(me.playback.playing).to.deep.equal([other.userId]);
      expect(me.calling.tracks.get(other.userId, 'video')).to.not.equal(null);
    }
  });

  it('hang up: the other side is told, both are idle and everything is released', async () => {
    await connect(world, alice, bob, 2);
    await world.pass(61_000);
    void alice.calling.hangup();
    await world.pass(5000);
    expect(alice.heard.at(-1)).to.deep.equal({ type: 'onCallEnd', params: { duration: 61, reason: 'local-hangup' } });
    expect(endings(bob)).to.deep.equal([{ type: 'onCallEnd', params: { duration: 61, reason: 'remote-hangup' } }]);
    expect(bob.count('onUserLeave')).to.equal(1);
    expect(alice.count('onInvited')).to.equal(0);
    expectFree(world, alice, bob);
  });

  it('decline: the inviter hears onReject and the end, once', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    const declined = bob.calling.reject();
    await world.pass();
    expect((await declined).code).to.equal(0);
    expect(alice.names()).to.deep.equal(['onReject', 'onCallEnd']);
    expect(alice.calling.state.ended?.reason).to.equal('remote-reject');
    expect(endings(bob)).to.deep.equal([{ type: 'onCallEnd', params: { duration: 0, reason: 'local-reject' } }]);
    expectFree(world, alice, bob);
  });

  it('busy: a third caller is refused at once and the running call notices nothing', async () => {
    const carol = await world.person('carol');
    await connect(world, alice, bob);
    const before = [bob.heard.length, bob.calling.state] as const;
    void carol.calling.call('bob', 1);
    await world.pass();
    expect(carol.names()).to.deep.equal(['onLineBusy', 'onCallEnd']);
    expect(carol.calling.state.ended?.reason).to.equal('busy');
    expect([bob.heard.length, bob.calling.state]).to.deep.equal(before);
  });

  it('busy: also while it rings and while it dials', async () => {
    const carol = await world.person('carol');
    void alice.calling.call('bob', 1);
    await world.pass();
    void carol.calling.call('bob', 1);
    await world.pass();
    expect(carol.calling.state.ended?.reason).to.equal('busy');
    void carol.calling.call('alice', 1);
    await world.pass();
    expect(carol.calling.state.ended?.reason).to.equal('busy');
    expect([alice.phase(), bob.phase()]).to.deep.equal(['dialling', 'ringing']);
  });

  it('cancel: the invitee hears onCallingCancel, once', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    void alice.calling.hangup();
    await world.pass();
    expect(endings(bob).map(({ type }) => type)).to.deep.equal(['onCallingCancel']);
    expect(endings(alice)).to.deep.equal([{ type: 'onCallEnd', params: { duration: 0, reason: 'local-cancel' } }]);
    await world.pass(5000);
    expectFree(world, alice, bob);
  });

  it('no answer: the inviter hears onNoResp, the invitee onCallingTimeOut, after the ring time', async () => {
    void alice.calling.call('bob', 1);
    await world.pass(29_900);
    expect(bob.phase()).to.equal('ringing');
    await world.pass(200);
    expect(bob.phase()).to.equal('idle');
    await world.pass(1600);
    expect(bob.names()).to.deep.equal(['onInvited', 'onCallingTimeOut']);
    expect(alice.names()).to.deep.equal(['onNoResp', 'onCallEnd']);
    await world.pass(5000);
    expectFree(world, alice, bob);
  });

  it('an invitation rings for as long as its inviter waits', async () => {
    const hasty = createWorld({ ringTimeout: 5 });
    const [one, other] = [await hasty.person('alice'), await hasty.person('bob')];
    void one.calling.call('bob', 1);
    await hasty.pass(5100);
    expect(other.names()).to.deep.equal(['onInvited', 'onCallingTimeOut']);
    await hasty.pass(1600);
    expect(one.calling.state.ended?.reason).to.equal('no-answer');
  });

  it('callee vanishes while it rings: the caller goes on until nobody answered', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    bob.engine.crash();
    await world.pass(4000);
    expect(alice.calling.state.call?.participants[0]?.state).to.equal('inviting');
    await world.pass(28_000);
    expect(alice.calling.state.ended?.reason).to.equal('no-answer');
  });

  it('callee comes back while the caller still rings: it rings there', async () => {
    bob.calling.destroy();
    await world.pass();
    void alice.calling.call('bob', 1);
    await world.pass(3000);
    expect(alice.phase()).to.equal('dialling');
    const again = await world.person('bob');
    await world.pass();
    expect(again.phase()).to.equal('ringing');
  });

  it('caller vanishes while it rings: the invitee stops ringing', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    alice.engine.crash();
    await world.pass(4000);
    expect(endings(bob).map(({ type }) => type)).to.deep.equal(['onCallingCancel']);
    expect(bob.calling.state.ended?.reason).to.equal('connection-lost');
  });

  it('peer vanishes in the call: shown as reconnecting, then gone; the one who is left is idle within 10 s', async () => {
    await connect(world, alice, bob);
    bob.engine.crash();
    await world.pass(5000);
    expect(alice.calling.state.call?.participants[0]).to.include({ state: 'joined', link: 'reconnecting', audio: false });
    await world.pass(5000);
    expect(alice.names().slice(-3)).to.deep.equal(['onUserAudioAvailable', 'onUserLeave', 'onCallEnd']);
    expect(endings(alice)).to.deep.equal([{ type: 'onCallEnd', params: { duration: 7, reason: 'connection-lost' } }]);
  });

  it('a network that comes back in time keeps the call', async () => {
    await connect(world, alice, bob);
    bob.engine.disconnect();
    expect(bob.calling.state.call?.reconnecting).to.equal(true);
    await world.pass(2000);
    bob.engine.reconnect();
    await world.pass(60_000);
    expect([alice.phase(), bob.phase()]).to.deep.equal(['in-call', 'in-call']);
    expect(bob.calling.state.call?.reconnecting).to.equal(false);
  });

  it('a lost accept is healed by the room', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    world.network.setFaults({ loss: 1 });
    void bob.calling.accept();
    await world.pass();
    expect([alice.phase(), bob.phase()]).to.deep.equal(['in-call', 'in-call']);
    await world.pass(60_000);
    expect([alice.phase(), bob.phase()]).to.deep.equal(['in-call', 'in-call']);
  });

  it('an inviter who hangs up just as it is answered leaves nobody alone in the room', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    world.network.setFaults({ loss: 1 });
    void bob.calling.accept();
    void alice.calling.hangup();
    await world.pass(21_000);
    expect(bob.phase()).to.equal('idle');
    expect(endings(bob).length).to.equal(1);
  });

  it('both dial each other: one call, nobody rings, nobody is busy', async () => {
    const both = [alice.calling.call('bob', 2), bob.calling.call('alice', 1)];
    await world.pass();
    expect((await Promise.all(both)).map(({ code }) => code)).to.deep.equal([0, 0]);
    expect([alice.phase(), bob.phase()]).to.deep.equal(['in-call', 'in-call']);
    expect(alice.calling.state.call?.roomId).to.equal(bob.calling.state.call?.roomId);
    expect([alice.calling.state.call?.type, bob.calling.state.call?.type]).to.deep.equal([1, 1]);
    expect([alice.count('onInvited'), bob.count('onInvited'), alice.count('onLineBusy'), bob.count('onLineBusy')]).to.deep.equal([0, 0, 0, 0]);
    void bob.calling.hangup();
    await world.pass(5000);
    expect([endings(alice).length, endings(bob).length]).to.deep.equal([1, 1]);
    expectFree(world, alice, bob);
  });

  it('double click on call: one invitation, the second click is told so', async () => {
    const clicks = [alice.calling.call('bob', 1), alice.calling.call('bob', 1)];
    await world.pass();
    expect((await Promise.all(clicks)).map(({ code }) => code)).to.deep.equal([0, ERRORS['already-invited'].code]);
    expect(bob.count('onInvited')).to.equal(1);
  });

  it('double click on answer: both clicks get the same good news', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    const clicks = [bob.calling.accept(), bob.calling.accept()];
    await world.pass();
    expect((await Promise.all(clicks)).map(({ code }) => code)).to.deep.equal([0, 0]);
    expect(alice.count('onUserEnter')).to.equal(1);
  });

  it('double click on hang up: one end', async () => {
    await connect(world, alice, bob);
    const clicks = [alice.calling.hangup(), alice.calling.hangup()];
    await world.pass();
    await Promise.all(clicks);
    expect(endings(alice).length).to.equal(1);
    expect(endings(bob).length).to.equal(1);
  });

  it('a hang-up message of an earlier call does not end the next one', async () => {
    await connect(world, alice, bob);
    world.network.setFaults({ delay: [400, 400] });
    void alice.calling.hangup();
    await world.pass();
    world.network.setFaults({ delay: [0, 0] });
    await connect(world, alice, bob);
    await world.pass(1000);
    expect([alice.phase(), bob.phase()]).to.deep.equal(['in-call', 'in-call']);
  });

  it('somebody who reloads while dialling and dials again rings again instead of being busy', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    alice.engine.crash();
    const again = await world.person('alice');
    void again.calling.call('bob', 1);
    await world.pass();
    expect(again.phase()).to.equal('dialling');
    expect(bob.phase()).to.equal('ringing');
    expect(bob.names()).to.deep.equal(['onInvited', 'onCallingCancel', 'onInvited']);
    void bob.calling.accept();
    await world.pass();
    expect([again.phase(), bob.phase()]).to.deep.equal(['in-call', 'in-call']);
  });
});

describe('a call of more', () => {
  it('third person invited mid-call: all three meet; the last one left ends the call once', async () => {
    const world = createWorld();
    const [alice, bob, carol] = [await world.person('alice'), await world.person('bob'), await world.person('carol')];
    await connect(world, alice, bob);
    void alice.calling.call('carol', 1);
    await world.pass();
    expect(carol.heard.find(({ type }) => type === 'onInvited')?.params).to.include({ sponsor: 'alice' });
    void carol.calling.accept();
    await world.pass();
    for (const person of [alice, bob, carol]) {
      expect(person.calling.state.call?.participants.filter(({ state }) => state === 'joined').length, person.userId).to.equal(2);
      expect(person.playback.playing.length, person.userId).to.equal(2);
    }
    void alice.calling.hangup();
    await world.pass(1000);
    expect([bob.phase(), carol.phase()]).to.deep.equal(['in-call', 'in-call']);
    void bob.calling.hangup();
    await world.pass(5000);
    for (const person of [alice, bob, carol]) expect(endings(person).length, person.userId).to.equal(1);
    expectFree(world, alice, bob, carol);
  });

  it('a group call rings everybody, and a decline does not end it for the rest', async () => {
    const world = createWorld();
    const [alice, bob, carol] = [await world.person('alice'), await world.person('bob'), await world.person('carol')];
    void alice.calling.groupCall(['bob', 'carol'], 2);
    await world.pass();
    expect(bob.heard.find(({ type }) => type === 'onInvited')?.params).to.deep.equal({ sponsor: 'alice', userIds: ['carol'], isFromGroup: true, type: 2 });
    void bob.calling.reject();
    await world.pass();
    expect(alice.phase()).to.equal('dialling');
    void carol.calling.accept();
    await world.pass();
    expect([alice.phase(), carol.phase()]).to.deep.equal(['in-call', 'in-call']);
    expect(alice.calling.state.call?.participants.map(({ userId, state }) => `${userId} ${state}`)).to.have.members(['bob declined', 'carol joined']);
  });

  it('eight people fit besides oneself, a ninth is refused', async () => {
    const world = createWorld();
    const alice = await world.person('alice');
    const others = await Promise.all(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((userId) => world.person(userId)));
    const codes: number[] = [];
    for (const { userId } of others) {
      const call = alice.calling.call(userId, 1);
      await world.pass();
      codes.push((await call).code);
    }
    expect(codes).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0, ERRORS['call-full'].code]);
    for (const person of others.slice(0, 8)) void person.calling.accept();
    await world.pass();
    expect(alice.calling.state.call?.participants.filter(({ state }) => state === 'joined').length).to.equal(8);
  });

  it('somebody whom two people of the call invite rings once and answers both', async () => {
    const world = createWorld();
    const [alice, bob, carol] = [await world.person('alice'), await world.person('bob'), await world.person('carol')];
    await connect(world, alice, bob);
    void alice.calling.call('carol', 1);
    void bob.calling.call('carol', 1);
    await world.pass();
    expect(carol.count('onInvited')).to.equal(1);
    void alice.calling.hangup();
    await world.pass();
    expect(carol.phase()).to.equal('ringing');
    void carol.calling.accept();
    await world.pass();
    expect([bob.phase(), carol.phase()]).to.deep.equal(['in-call', 'in-call']);
  });
});
