import { expect } from '@open-wc/testing';
import { call, states } from './trtc-real-people.js';
import { until } from './trtc-tools.js';
import { TrtcWorld } from './trtc-world.js';

describe('a call over the real trtc-js-sdk, against the local stand-in,', function suite() {
  this.timeout(90_000);
  let world: TrtcWorld;

  beforeEach(() => {
    world = new TrtcWorld();
  });
  afterEach(async () => {
    await world.close();
    await world.assertReleased();
  });

  it('mends its socket while the picture goes on', async () => {
    const { bob, picture } = await call(world);
    world.standIn.breakSocket('bob');
    await until(() => states(bob).join() === 'reconnecting,connected', () => `bob to be back, was ${states(bob)}`);
    await picture.rises();
    picture.close();
    expect(bob.roomEventsOf('left')).to.deep.equal([]);
  });

  it('mends a socket that is gone for ten seconds, and catches up with what happened meanwhile', async () => {
    const { alice, bob, picture } = await call(world);
    world.standIn.breakSocket('bob', true);
    await until(() => states(bob).at(-1) === 'reconnecting', () => 'bob to notice');
    await alice.publish('audio');
    await world.pass(10_000);
    await picture.rises();
    picture.close();
    world.standIn.offline.clear();
    await until(() => states(bob).at(-1) === 'connected', () => 'bob to be back');
    alice.engine.room.setMuted('video', true);
    await Promise.all([bob.seesAvailable(alice, 'audio', true), bob.seesAvailable(alice, 'video', false)]);
  });

  it('comes back to a service that had forgotten it, though the tracks are others then', async () => {
    world.standIn.grace = 500;
    const { alice, bob, picture } = await call(world);
    world.standIn.breakSocket('bob', true);
    await alice.sees('left', ({ userId }) => userId === 'bob');
    world.standIn.offline.clear();
    await until(() => alice.roomEventsOf('entered').length === 2, () => 'bob to be back');
    const before = bob.trackOf(alice, 'video');
    await until(() => bob.trackOf(alice, 'video') !== before, () => 'bob to have another track', 45_000);
    picture.close();
    await world.playing(await bob.receives(alice, 'video'));
    expect(states(bob).at(-1)).to.equal('connected');
  });

  it('publishes again when its media has no way any more', async () => {
    const { alice, bob, picture } = await call(world);
    picture.close();
    const seen = bob.roomEventsOf('track').length;
    world.standIn.breakUplink('alice');
    await until(() => bob.roomEventsOf('track').length >= seen + 2, () => 'another track to come', 45_000);
    const track = await bob.receives(alice, 'video');
    await world.playing(track);
    expect(states(alice)).to.deep.equal([]);
  });

  it('comes to the same in the end when frames come late, twice, out of order or not at all', async () => {
    world.standIn.faults.add({ fault: 'duplicate', direction: 'down', cmd: 23 });
    world.standIn.faults.add({ fault: { delay: 300 }, direction: 'down', cmd: 4102 });
    world.standIn.faults.add({ fault: 'reorder', direction: 'down', cmd: 4134, times: 1 });
    world.standIn.faults.add({ fault: 'drop', direction: 'down', cmd: 4108, times: 2 });
    const { alice, bob, picture } = await call(world);
    await alice.publish('audio');
    alice.engine.room.setMuted('audio', true);
    await bob.seesAvailable(alice, 'audio', false);
    alice.engine.room.setMuted('audio', false);
    await bob.seesAvailable(alice, 'audio', true);
    await picture.rises();
    picture.close();
    expect(bob.roomEventsOf('entered')).to.have.length(1);
    expect(alice.roomEventsOf('entered')).to.have.length(1);
  });

  it('asks again for media that was refused', async () => {
    world.standIn.faults.add({ cmd: 'subscribe', fault: { refuse: -5 }, times: 1 });
    const { picture } = await call(world);
    picture.close();
  });
});
