import { expect } from '@open-wc/testing';
import { ERRORS } from '../../src/calling/error-table.js';
import type { Recovery } from '../../src/calling/recovery.js';
import type { InterruptedCall } from '../../src/calling/state/call-state.js';
import { connect, createWorld, type Person, type World } from '../support/people.js';

/** A page's memory as a call at `person` leaves it behind. */
function memoryOf(person: Person): Recovery {
  const { call } = person.calling.state;
  if (!call || call.connectedAt === null) throw new Error('There is no call to be remembered.');
  const { roomId, type, role, inviter, groupId, connectedAt } = call;
  const interrupted: InterruptedCall = { roomId, type, role, inviter, groupId, connectedAt, userIds: call.participants.map(({ userId }) => userId) };
  return { recall: (_sdkAppId, userId) => (userId === person.userId ? interrupted : null), follow() {}, dispose() {} };
}

describe('reload in a call', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = createWorld();
    alice = await world.person('alice');
    bob = await world.person('bob');
    await connect(world, alice, bob, 2);
    await world.pass(30_000);
  });

  /** Bob's page goes and comes back logged in, after `ms`. */
  async function reload(ms: number): Promise<Person> {
    const recovery = memoryOf(bob);
    bob.engine.crash();
    await world.pass(ms);
    const again = world.stranger('bob', recovery);
    void again.calling.login(0, 'bob', '');
    await world.pass();
    return again;
  }

  it('is offered, and the way back leads into the same conversation', async () => {
    const again = await reload(1000);
    expect(again.phase()).to.equal('idle');
    expect(again.calling.state.interrupted).to.deep.include({ userIds: ['alice'], type: 2 });
    const back = again.calling.returnToCall();
    await world.pass();
    expect((await back).code).to.equal(0);
    expect([again.phase(), alice.phase()]).to.deep.equal(['in-call', 'in-call']);
    expect(again.calling.state.call?.connectedAt).to.equal(alice.calling.state.call?.connectedAt);
    expect(again.engine.devices.opened).to.have.members(['microphone', 'camera']);
    await world.pass(30_000);
    expect([again.phase(), alice.phase()]).to.deep.equal(['in-call', 'in-call']);
    expect(alice.count('onUserLeave')).to.equal(0);
    expect(alice.count('onUserEnter')).to.equal(1);
    expect(alice.playback.playing).to.deep.equal(['bob']);
  });

  it('after the others have given up it ends with its reason instead of waiting for ever', async () => {
    const again = await reload(9000);
    expect(alice.calling.state.ended?.reason).to.equal('connection-lost');
    void again.calling.returnToCall();
    await world.pass(21_000);
    expect(again.calling.state.ended?.reason).to.equal('connection-lost');
    expect(again.engine.devices.opened).to.deep.equal([]);
    expect(world.clock.pending).to.equal(0);
  });

  it('can be declined, and gives way to a new call', async () => {
    const again = await reload(1000);
    again.calling.forgetCall();
    expect(again.calling.state.interrupted).to.equal(null);
    expect((await again.calling.returnToCall()).code).to.equal(ERRORS['wrong-state'].code);
    await world.pass(9000);
    void alice.calling.call('bob', 1);
    await world.pass();
    expect(again.phase()).to.equal('ringing');
  });

  it('without anything remembered there is nothing to return to', async () => {
    expect(alice.calling.state.interrupted).to.equal(null);
    expect((await alice.calling.returnToCall()).code).to.equal(ERRORS['wrong-state'].code);
  });
});
