import { expect } from '@open-wc/testing';
import { ERRORS } from '../../src/calling/error-table.js';
import { connect, createWorld, type Person, type World } from '../support/people.js';

describe('devices in a call', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = createWorld();
    alice = await world.person('alice');
    bob = await world.person('bob');
  });

  const bobAt = (person: Person) => person.calling.state.call?.participants.find(({ userId }) => userId === 'bob');

  it('an audio call opens no camera, a video call both devices', async () => {
    await connect(world, alice, bob, 1);
    expect(alice.engine.devices.opened).to.deep.equal(['microphone']);
    void alice.calling.hangup();
    await world.pass();
    await connect(world, alice, bob, 2);
    expect(bob.engine.devices.opened).to.have.members(['microphone', 'camera']);
  });

  it('an invitation that only rings opens nothing', async () => {
    void alice.calling.call('bob', 2);
    await world.pass();
    expect(bob.engine.devices.opened).to.deep.equal([]);
  });

  it('mute: the device stays open and the other side sees onUserAudioAvailable(false), then true', async () => {
    await connect(world, alice, bob);
    bob.calling.setMicMute(true);
    await world.pass();
    expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    expect(bobAt(alice)?.audio).to.equal(false);
    bob.calling.setMicMute(false);
    await world.pass();
    expect(alice.heard.filter(({ type }) => type === 'onUserAudioAvailable').map(({ params }) => params)).to.deep.equal(
      [true, false, true].map((available) => ({ userId: 'bob', available })),
    );
  });

  it('muted before answering: the other side never hears a sound', async () => {
    void alice.calling.call('bob', 1);
    await world.pass();
    bob.calling.setMicMute(true);
    void bob.calling.accept();
    await world.pass();
    expect(alice.heard.filter(({ type }) => type === 'onUserAudioAvailable')).to.deep.equal([]);
    expect(bob.calling.state.devices.microphone).to.include({ on: true, muted: true });
  });

  for (const [how, end] of [
    ['logout', (): void => void alice.calling.logout()],
    ['being kicked', (): void => alice.engine.signaling.kick('other-login')],
  ] as const) {
    it(`${how} turns off what was turned on without a call`, async () => {
      void alice.calling.openCamera(true);
      await world.pass();
      expect(alice.engine.devices.opened).to.deep.equal(['camera']);
      end();
      await world.pass();
      expect(alice.engine.devices.opened).to.deep.equal([]);
      expect(alice.calling.state.devices.camera).to.include({ wanted: false, on: false });
    });
  }

  it('logout without a login turns it off, too, but not what is looked at besides', async () => {
    const { calling, engine } = world.stranger('carol');
    const looking = new AbortController();
    void calling.openCamera(true);
    calling.preview('camera', { signal: looking.signal });
    await world.pass();
    void calling.logout();
    await world.pass();
    expect([engine.devices.opened, calling.state.devices.camera.wanted]).to.deep.equal([['camera'], false]);
    looking.abort();
    await world.pass();
    expect(engine.devices.opened).to.deep.equal([]);
  });

  it('camera off and on is seen by the other side', async () => {
    await connect(world, alice, bob, 2);
    void bob.calling.closeCamera();
    await world.pass();
    expect(bobAt(alice)?.video).to.equal(false);
    expect(alice.calling.tracks.get('bob', 'video')).to.equal(null);
    expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    void bob.calling.openCamera(true, 7);
    await world.pass();
    expect(bobAt(alice)?.video).to.equal(true);
    expect(bob.views.shown).to.deep.equal(['hide  0', 'show  0']);
  });

  it('on, off, on in one breath ends with the camera on, opened one at a time', async () => {
    world.network.setFaults({ delay: [100, 100] });
    const commands = [bob.calling.openCamera(true), bob.calling.closeCamera(), bob.calling.openCamera(true)];
    await world.pass(1000);
    await Promise.all(commands);
    expect(bob.calling.state.devices.camera).to.include({ on: true, pending: false, wanted: true });
    void bob.calling.closeCamera();
    await world.pass(1000);
    expect(bob.engine.devices.opened).to.deep.equal([]);
    expect(bob.calling.tracks.get('', 'video')).to.equal(null);
  });

  it('hanging up while a device opens leaves it closed', async () => {
    void alice.calling.call('bob', 2);
    await world.pass();
    world.network.setFaults({ delay: [300, 300] });
    void bob.calling.accept();
    await world.pass(100);
    void bob.calling.hangup();
    await world.pass(5000);
    expect(bob.engine.devices.opened).to.deep.equal([]);
    expect(bob.calling.state.devices.camera).to.include({ on: false, pending: false, wanted: false });
    expect(world.clock.pending).to.equal(0);
  });

  it('switching the camera hands the others the new track', async () => {
    await connect(world, alice, bob, 2);
    const before = alice.calling.tracks.get('bob', 'video');
    void bob.calling.switchCamera(false);
    await world.pass();
    expect(bob.calling.state.devices.camera.front).to.equal(false);
    expect(alice.calling.tracks.get('bob', 'video')).to.not.equal(before);
    expect(alice.calling.tracks.get('bob', 'video')).to.not.equal(null);
  });

  it('permission denied: the call goes on, the code is told and shown', async () => {
    bob.engine.devices.fail('microphone', 'permission-denied');
    await connect(world, alice, bob);
    expect(bob.heard).to.deep.include({ type: 'onError', params: { code: 60005, msg: ERRORS['permission-denied'].desc } });
    expect(bob.calling.state.devices.microphone).to.include({ on: false, error: 60005 });
    bob.engine.devices.fail('microphone', undefined);
    bob.calling.setMicMute(false);
    await world.pass();
    expect(bob.calling.state.devices.microphone).to.include({ on: true, error: 0 });
    expect(bobAt(alice)?.audio).to.equal(true);
  });

  it('no camera: a video call goes on with sound', async () => {
    alice.engine.devices.fail('camera', 'no-camera');
    await connect(world, alice, bob, 2);
    expect(alice.calling.state.devices.camera.error).to.equal(60004);
    expect(bob.heard).to.deep.include({ type: 'onUserAudioAvailable', params: { userId: 'alice', available: true } });
    expect(bob.count('onUserVideoAvailable')).to.equal(0);
  });

  it('unplugged: what else there is takes over, with a warning', async () => {
    await connect(world, alice, bob);
    bob.engine.devices.unplug('microphone');
    await world.pass();
    expect(bob.heard.filter(({ type }) => type === 'onWarning').map(({ params }) => params)).to.deep.equal([{ code: 60003, msg: ERRORS['no-microphone'].desc }]);
    expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    expect(bobAt(alice)?.audio).to.equal(true);
  });

  it('a chosen device is used, now and the next time', async () => {
    bob.engine.devices.plug('microphone', 'headset');
    await connect(world, alice, bob);
    const chosen = bob.calling.switchDevice('microphone', 'headset');
    await world.pass();
    expect((await chosen).code).to.equal(0);
    expect(bob.calling.state.devices.microphone.deviceId).to.equal('headset');
    void bob.calling.hangup();
    await world.pass();
    await connect(world, alice, bob);
    expect(bob.calling.state.devices.microphone.deviceId).to.equal('headset');
  });

  it('answering without the camera keeps it closed', async () => {
    void alice.calling.call('bob', 2);
    await world.pass();
    void bob.calling.accept({ camera: false });
    await world.pass();
    expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    expect(bob.calling.state.call?.type).to.equal(2);
  });

  it('screen share starts, is seen, and stops by the browser\'s own button', async () => {
    await connect(world, alice, bob);
    const shared = bob.calling.startScreenShare();
    await world.pass();
    expect((await shared).code).to.equal(0);
    expect(bobAt(alice)?.screen).to.equal(true);
    bob.engine.devices.unplug('screen');
    await world.pass();
    expect(bobAt(alice)?.screen).to.equal(false);
    expect(bob.calling.state.devices.screen).to.include({ on: false, wanted: false });
  });

  it('hands-free off is told with what it really does', async () => {
    void alice.calling.setHandsFree(false);
    await world.pass();
    expect(alice.calling.state.devices.speaker).to.include({ handsFree: false, muted: true });
  });

  it('volumes: who speaks, oneself by name, the others together', async () => {
    await connect(world, alice, bob);
    alice.engine.room.reportVolume([{ userId: '', volume: 30 }, { userId: 'bob', volume: 61 }]);
    expect(alice.heard.at(-1)).to.deep.equal({
      type: 'onUserVoiceVolume',
      params: { userVolumes: [{ userId: 'alice', volume: 30 }, { userId: 'bob', volume: 61 }], totalVolume: 61 },
    });
    expect([alice.calling.levels.get(''), alice.calling.levels.get('bob')]).to.deep.equal([30, 61]);
    void alice.calling.hangup();
    await world.pass();
    expect(alice.calling.levels.get('bob')).to.equal(0);
  });
});
