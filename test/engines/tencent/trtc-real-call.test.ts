import { expect } from '@open-wc/testing';
import type { MediaKind } from '../../../src/calling/state/call-state.js';
import { createTestPicture } from '../../../src/engines/media/test-picture.js';
import { never, Person } from '../../contract/world.js';
import { Picture, until } from './trtc-tools.js';
import { TrtcWorld } from './trtc-world.js';

const ROOM = 4711;

describe('calls over the real trtc-js-sdk, against the local stand-in', function suite() {
  this.timeout(90_000);
  let world: TrtcWorld;
  let pictures: Picture[];
  const enter = async (...names: string[]): Promise<Person[]> => {
    const people: Person[] = [];
    for (const name of names) {
      const person = await new Person(world, await world.engine(), name).login();
      await person.engine.room.join(ROOM, never());
      people.push(person);
    }
    return people;
  };
  const two = async (): Promise<[Person, Person]> => {
    const [alice, bob] = await enter('alice', 'bob');
    if (!alice || !bob) throw new Error('Two were asked for.');
    return [alice, bob];
  };
  /** Plays what `viewer` receives of `other`. */
  const look = async (viewer: Person, other: Person, kind: MediaKind): Promise<Picture> => {
    const track = await viewer.receives(other, kind);
    if (!(track instanceof MediaStreamTrack)) throw new Error('Not a track of the browser.');
    const picture = new Picture(track);
    pictures.push(picture);
    return picture;
  };

  beforeEach(() => {
    world = new TrtcWorld();
    pictures = [];
  });
  afterEach(async () => {
    for (const picture of pictures) picture.close();
    await world.close();
    await world.assertReleased();
  });

  it('carry voice and picture of two, both ways, as long as the call lasts', async () => {
    const [alice, bob] = await two();
    await Promise.all([alice, bob].flatMap((person) => [person.publish('audio'), person.publish('video')]));
    const seen = await Promise.all([look(alice, bob, 'video'), look(bob, alice, 'video'), look(alice, bob, 'audio'), look(bob, alice, 'audio')]);
    for (let round = 0; round < 3; round += 1) await Promise.all(seen.map((picture) => picture.rises()));
    await alice.engine.room.leave();
    await bob.sees('left', ({ userId }) => userId === 'alice');
    expect(bob.tracks.size).to.equal(0);
    await until(() => world.standIn.usersOf(ROOM).join() === 'bob', () => `the stand-in to see bob only, saw ${world.standIn.usersOf(ROOM)}`);
  });

  it('carry three, who come one after the other, and go on for two when the first goes', async () => {
    const [alice, bob] = await two();
    await Promise.all([alice.publish('video'), bob.publish('video')]);
    const [carol] = await enter('carol');
    if (!carol) throw new Error('Carol was asked for.');
    await carol.publish('video');
    const pairs = [[alice, bob], [alice, carol], [bob, alice], [bob, carol], [carol, alice], [carol, bob]] as const;
    for (const [viewer, other] of pairs) await (await look(viewer, other, 'video')).rises();
    await alice.engine.room.leave();
    await Promise.all([bob.sees('left'), carol.sees('left')]);
    await Promise.all([(await look(bob, carol, 'video')).rises(), (await look(carol, bob, 'video')).rises()]);
  });

  it('show that the other is muted, and no sound comes then; picture likewise', async () => {
    const [alice, bob] = await two();
    await alice.publish('audio');
    await alice.publish('video');
    await bob.seesAvailable(alice, 'audio', true);
    const isHeard = ({ levels }: { readonly levels: readonly { readonly userId: string; readonly volume: number }[] }): boolean =>
      levels.some(({ userId, volume }) => userId === 'alice' && volume > 20);
    await bob.sees('volume', isHeard);
    alice.engine.room.setMuted('audio', true);
    alice.engine.room.setMuted('video', true);
    await Promise.all([bob.seesAvailable(alice, 'audio', false), bob.seesAvailable(alice, 'video', false)]);
    const silence = bob.room.length;
    await alice.sees('volume', ({ levels }) => levels.some(({ userId, volume }) => userId === '' && volume === 0));
    expect(bob.room.slice(silence).filter((event) => event.type === 'volume' && isHeard(event))).to.deep.equal([]);
    alice.engine.room.setMuted('audio', false);
    alice.engine.room.setMuted('video', false);
    await Promise.all([bob.seesAvailable(alice, 'audio', true), bob.seesAvailable(alice, 'video', true)]);
    const again = bob.room.length;
    await until(() => bob.room.slice(again).some((event) => event.type === 'volume' && isHeard(event)), () => 'bob to hear alice again');
    await (await look(bob, alice, 'video')).rises();
  });

  it('turn a camera off and on again, and its picture comes back', async () => {
    const [alice, bob] = await two();
    await alice.publish('audio');
    await alice.publish('video');
    await (await look(bob, alice, 'video')).rises();
    await alice.engine.room.unpublish('video');
    await bob.seesAvailable(alice, 'video', false);
    expect(bob.trackOf(alice, 'video')).to.equal(undefined);
    await alice.publish('video');
    await (await look(bob, alice, 'video')).rises();
    expect(bob.roomEventsOf('available').filter(({ kind }) => kind === 'audio')).to.have.length(1);
  });

  it('become video calls without a break in the sound, and carry a screen beside the camera', async () => {
    const [alice, bob] = await two();
    await Promise.all([alice.publish('audio'), bob.publish('audio')]);
    const [voice] = await Promise.all([bob.receives(alice, 'audio'), alice.receives(bob, 'audio')]);
    await Promise.all([alice.publish('video'), bob.publish('video')]);
    await Promise.all([(await look(bob, alice, 'video')).rises(), (await look(alice, bob, 'video')).rises()]);
    expect(bob.trackOf(alice, 'audio')).to.equal(voice);
    await alice.publish('screen');
    const [camera, screen] = [await look(bob, alice, 'video'), await look(bob, alice, 'screen')];
    await Promise.all([camera.rises(), screen.rises()]);
    await alice.engine.room.unpublish('screen');
    await bob.seesAvailable(alice, 'screen', false);
    await camera.rises();
  });

  it('let a large picture go out in its own size, where the SDK by itself would halve it', async () => {
    const [alice, bob] = await two();
    const track = createTestPicture({ label: 'large', width: 1280, height: 720 });
    try {
      await alice.engine.room.publish('video', track);
      const picture = await look(bob, alice, 'video');
      await picture.rises();
      const { maxBitrate = 0, scaleResolutionDownBy = 1 } = world.encodingOf(track) ?? {};
      expect([maxBitrate, scaleResolutionDownBy]).to.deep.equal([1_500_000, 1]);
    } finally {
      track.stop();
    }
  });

  it('tell both how loud both are', async () => {
    const [alice, bob] = await two();
    await Promise.all([alice.publish('audio'), bob.publish('audio')]);
    for (const [one, other] of [[alice, 'bob'], [bob, 'alice']] as const) {
      for (const who of ['', other]) await one.sees('volume', ({ levels }) => levels.some(({ userId, volume }) => userId === who && volume > 20));
    }
  });

  it('put nothing of the SDK into the page: no player, no dialog', async () => {
    const [alice, bob] = await two();
    await Promise.all([alice.publish('video'), bob.publish('video')]);
    await (await look(bob, alice, 'video')).rises();
    expect(document.querySelectorAll('[id^="player_"], [id^="video_"], [id^="audio_"], [class*="trtc"]')).to.have.length(0);
  });
});
