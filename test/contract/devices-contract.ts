import { expect } from '@open-wc/testing';
import { CallError } from '../../src/calling/errors.js';
import type { Engine } from '../../src/engines/engine.js';
import { never, type World } from './world.js';

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

export function devicesContract(setup: () => Promise<World>): void {
  describe('devices', () => {
    let world: World;
    let engine: Engine;

    beforeEach(async () => {
      world = await setup();
      engine = await world.engine();
    });
    afterEach(async () => {
      await world.close();
      await world.assertReleased();
    });

    it('are possible here', () => {
      expect(engine.devices.unsupported).to.equal(undefined);
    });

    for (const [kind, trackKind] of [['microphone', 'audio'], ['camera', 'video']] as const) {
      it(`opens the ${kind}`, async () => {
        const { track, deviceId, label } = await engine.devices.open(kind, {}, never());
        expect(track.kind).to.equal(trackKind);
        expect(deviceId).to.be.a('string').with.length.above(0);
        expect(label).to.be.a('string').with.length.above(0);
        engine.devices.close(kind);
        if ('readyState' in track) expect(track.readyState).to.equal('ended');
      });

      it(`lists the ${kind} that is open`, async () => {
        const { deviceId } = await engine.devices.open(kind, {}, never());
        const devices = await engine.devices.list(kind, never());
        expect(devices.map((device) => device.deviceId)).to.include(deviceId);
        expect(devices.map((device) => device.kind)).to.deep.equal(devices.map(() => kind));
      });
    }

    it('tells what the tracks really do, and changes what can be changed', async () => {
      const wishes = { noiseSuppression: false, echoCancellation: true, autoGainControl: true };
      const microphone = await engine.devices.open('microphone', { processing: wishes }, never());
      for (const [name, on] of Object.entries(microphone.settings.processing)) if (name === 'noiseSuppression') expect(on).to.equal(false);
      expect((await engine.devices.adjust('microphone', { processing: { ...wishes, noiseSuppression: true } })).processing).to.be.an('object');
      const camera = await engine.devices.open('camera', { quality: 'low' }, never());
      expect(camera.settings.width).to.be.above(0);
      expect(camera.silenced).to.equal(false);
      const sizes = [(await engine.devices.adjust('camera', { quality: 'standard' })).height, (await engine.devices.adjust('camera', { quality: 'low' })).height];
      expect(Math.min(...sizes)).to.be.above(0);
    });

    it('refuses to adjust what is not open', async () => {
      expect(await reasonOf(engine.devices.adjust('camera', { quality: 'low' }))).to.equal('aborted');
      await engine.devices.open('camera', {}, never());
      engine.devices.close('camera');
      expect(await reasonOf(engine.devices.adjust('camera', { quality: 'low' }))).to.equal('aborted');
    });

    it('measures the microphone while it is asked to and while it is open', async () => {
      const hears = await world.hears?.() ?? true;
      const volumes: number[] = [];
      engine.devices.listen((event) => event.type === 'level' && volumes.push(event.volume));
      engine.devices.measure(true);
      await engine.devices.open('microphone', {}, never());
      await world.until(() => {
        world.speak(engine);
        return hears ? volumes.some((volume) => volume > 0) : volumes.length > 3;
      }, () => `a level, heard ${volumes.join()}`);
      engine.devices.measure(false);
      const heard = volumes.length;
      world.speak(engine);
      await world.pass(250);
      expect(volumes.length).to.equal(heard);
    });

    it('stops the old track when another device is opened', async () => {
      const first = await engine.devices.open('camera', {}, never());
      const second = await engine.devices.open('camera', { deviceId: first.deviceId }, never());
      expect(second.track.id).to.not.equal(first.track.id);
      if ('readyState' in first.track) expect(first.track.readyState).to.equal('ended');
      if ('readyState' in second.track) expect(second.track.readyState).to.equal('live');
    });

    it('gives up an opening that is aborted, and opens later', async () => {
      expect(await reasonOf(engine.devices.open('camera', {}, AbortSignal.abort()))).to.equal('aborted');
      const control = new AbortController();
      const opening = reasonOf(engine.devices.open('camera', {}, control.signal));
      control.abort();
      expect(await opening).to.equal('aborted');
      expect(await reasonOf(engine.devices.open('camera', {}, never()))).to.equal('resolved');
    });

    it('closes what is not open without complaint', () => {
      engine.devices.close('camera');
      engine.devices.close('camera');
      engine.devices.close('screen');
    });
  });
}
