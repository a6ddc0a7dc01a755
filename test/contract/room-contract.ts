import { expect } from '@open-wc/testing';
import { CallError } from '../../src/calling/errors.js';
import { never, Person, uniqueNames, uniqueRoom, type World } from './world.js';

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

export function roomContract(setup: () => Promise<World>): void {
  describe('room', () => {
    let world: World;
    let name: (name: string) => string;
    let roomId: number;
    const present = async (who: string, options?: { mortal?: boolean }): Promise<Person> => new Person(world, await world.engine(options), name(who)).login();
    const join = (person: Person): Promise<void> => person.engine.room.join(roomId, never());
    /** Two people in the room, linked. */
    const pair = async (options?: { mortal?: boolean }): Promise<[Person, Person]> => {
      const [alice, bob] = [await present('alice'), await present('bob', options)];
      await join(alice);
      await join(bob);
      await linked(alice, bob);
      return [alice, bob];
    };
    const linked = async (one: Person, other: Person): Promise<void> => {
      await one.sees('link', ({ userId, state }) => userId === other.userId && state === 'connected');
      await other.sees('link', ({ userId, state }) => userId === one.userId && state === 'connected');
    };

    beforeEach(async () => {
      world = await setup();
      name = uniqueNames();
      roomId = uniqueRoom();
    });
    afterEach(async () => {
      await world.close();
      await world.assertReleased();
    });

    it('shows two people to each other, whoever comes first, and links them', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await join(bob);
      await join(alice);
      await linked(alice, bob);
      expect(alice.roomEventsOf('entered')).to.deep.equal([{ type: 'entered', userId: bob.userId }]);
      expect(bob.roomEventsOf('entered')).to.deep.equal([{ type: 'entered', userId: alice.userId }]);
    });

    it('links two people who join in the same moment', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await Promise.all([join(alice), join(bob)]);
      await linked(alice, bob);
      expect(alice.roomEventsOf('entered')).to.have.length(1);
      expect(bob.roomEventsOf('entered')).to.have.length(1);
    });

    it('prepared while it rings: nobody hears of it and nothing is sent, until one joins', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.publish('audio');
      await join(alice);
      await bob.engine.room.prepare?.(roomId, never());
      await bob.publish('audio');
      await world.pass(600);
      expect(alice.roomEventsOf('entered')).to.deep.equal([]);
      expect(bob.room).to.deep.equal([]);
      await join(bob);
      await linked(alice, bob);
      const [voice, other] = await Promise.all([bob.receives(alice, 'audio'), alice.receives(bob, 'audio')]);
      await Promise.all([world.playing?.(voice), world.playing?.(other)]);
      for (const person of [alice, bob]) expect(person.roomEventsOf('entered')).to.have.length(1);
    });

    it('prepared and given up: as if it had not been, and one may still come', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await join(alice);
      await bob.engine.room.prepare?.(roomId, never());
      await bob.engine.room.leave();
      await world.pass(300);
      expect([...alice.roomEventsOf('entered'), ...alice.roomEventsOf('left'), ...bob.room]).to.deep.equal([]);
      await join(bob);
      await linked(alice, bob);
    });

    it('prepared, and joined before that is done', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await join(alice);
      const preparing = bob.engine.room.prepare?.(roomId, never());
      await Promise.all([preparing, join(bob)]);
      await linked(alice, bob);
      expect(alice.roomEventsOf('entered')).to.have.length(1);
    });

    it('prepared, joined and left in one breath: nobody comes in', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await join(alice);
      const preparing = reasonOf(bob.engine.room.prepare?.(roomId, never()) ?? Promise.resolve());
      const joining = reasonOf(join(bob));
      await bob.engine.room.leave();
      await preparing;
      expect(await joining).to.equal('aborted');
      await world.pass(300);
      expect(alice.roomEventsOf('entered')).to.have.length(0);
    });

    it('two who are both prepared for a third know nothing of each other until they join', async () => {
      const [alice, bob, carol] = [await present('alice'), await present('bob'), await present('carol')];
      await join(alice);
      await Promise.all([bob, carol].map((person) => person.engine.room.prepare?.(roomId, never())));
      await world.pass(300);
      await Promise.all([join(bob), join(carol)]);
      await Promise.all([linked(alice, bob), linked(alice, carol), linked(bob, carol)]);
      for (const person of [alice, bob, carol]) expect(person.roomEventsOf('entered')).to.have.length(2);
    });

    it('keeps rooms apart', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await join(alice);
      await bob.engine.room.join(uniqueRoom(), never());
      await world.pass(500);
      expect(alice.room.filter(({ type }) => type === 'entered')).to.have.length(0);
    });

    it('says that somebody entered before anything else about them', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.publish('audio');
      await bob.publish('audio');
      await join(alice);
      await join(bob);
      await Promise.all([alice.seesAvailable(bob, 'audio', true), bob.seesAvailable(alice, 'audio', true)]);
      for (const [one, other] of [[alice, bob], [bob, alice]] as const) {
        expect(one.room.find((event) => 'userId' in event && event.userId === other.userId)?.type).to.equal('entered');
      }
    });

    it('says once that somebody left, and nothing of them after it', async () => {
      const [alice, bob] = await pair();
      await bob.publish('audio');
      await alice.seesAvailable(bob, 'audio', true);
      await bob.engine.room.leave();
      const left = await alice.sees('left');
      expect(left).to.deep.equal({ type: 'left', userId: bob.userId, gone: false });
      await world.pass(1500);
      expect(alice.room.findLast((event) => 'userId' in event && event.userId === bob.userId)).to.equal(left);
      expect(alice.roomEventsOf('left')).to.have.length(1);
    });

    it('says nothing to somebody who has left', async () => {
      const [alice, bob] = await pair();
      await bob.engine.room.leave();
      const heard = bob.room.length;
      await alice.publish('audio');
      await alice.engine.room.leave();
      await world.pass(500);
      expect(bob.room.slice(heard)).to.deep.equal([]);
    });

    for (const kind of ['audio', 'video'] as const) {
      it(`carries ${kind} that was published before joining, both ways`, async () => {
        const [alice, bob] = [await present('alice'), await present('bob')];
        await alice.publish(kind);
        await bob.publish(kind);
        await join(alice);
        await join(bob);
        const tracks = await Promise.all([alice.receives(bob, kind), bob.receives(alice, kind)]);
        expect(tracks.map((track) => track.kind)).to.deep.equal([kind, kind]);
        await Promise.all(tracks.map((track) => world.playing?.(track)));
      });

      it(`carries ${kind} that is published in the call`, async () => {
        const [alice, bob] = await pair();
        await alice.publish(kind);
        const track = await bob.receives(alice, kind);
        expect(track.kind).to.equal(kind);
        await world.playing?.(track);
      });

      it(`shows ${kind} as not available while muted, and carries it again after`, async () => {
        const [alice, bob] = await pair();
        await alice.publish(kind);
        await bob.seesAvailable(alice, kind, true);
        alice.engine.room.setMuted(kind, true);
        await bob.seesAvailable(alice, kind, false);
        alice.engine.room.setMuted(kind, false);
        await world.playing?.(await bob.receives(alice, kind));
      });
    }

    it('shows what is muted before it is published as not available', async () => {
      const [alice, bob] = await pair();
      alice.engine.room.setMuted('audio', true);
      await alice.publish('audio');
      await world.pass(500);
      expect(bob.roomEventsOf('available').filter(({ available }) => available)).to.have.length(0);
      alice.engine.room.setMuted('audio', false);
      await bob.seesAvailable(alice, 'audio', true);
    });

    it('takes a track back when it is no longer published', async () => {
      const [alice, bob] = await pair();
      await alice.publish('video');
      await bob.seesAvailable(alice, 'video', true);
      await alice.engine.room.unpublish('video');
      await bob.seesAvailable(alice, 'video', false);
      await world.until(() => bob.trackOf(alice, 'video') === undefined, () => 'the track to be taken back');
    });

    it('replaces the track of a kind without the others noticing', async () => {
      const [alice, bob] = await pair();
      await alice.publish('video');
      await bob.seesAvailable(alice, 'video', true);
      const news = bob.roomEventsOf('available').length;
      await alice.publish('video');
      await world.pass(500);
      await world.playing?.(await bob.receives(alice, 'video'));
      expect(bob.roomEventsOf('available').slice(news).filter(({ available }) => !available)).to.deep.equal([]);
    });

    it('carries camera and screen beside each other', async () => {
      const [alice, bob] = await pair();
      await alice.publish('video');
      await alice.publish('screen');
      const [camera, screen] = await Promise.all([bob.receives(alice, 'video'), bob.receives(alice, 'screen')]);
      expect(camera.id).to.not.equal(screen.id);
      await Promise.all([world.playing?.(camera), world.playing?.(screen)]);
    });

    it('does not stop the tracks that it was given', async () => {
      const [alice] = await pair();
      const track = await alice.publish('audio');
      await alice.engine.room.leave();
      if ('readyState' in track) expect(track.readyState).to.equal('live');
    });

    it('begins the next stay with nothing published', async () => {
      const [alice, bob] = await pair();
      await alice.publish('audio');
      await bob.seesAvailable(alice, 'audio', true);
      await alice.engine.room.leave();
      await bob.sees('left');
      await join(alice);
      await world.until(() => bob.roomEventsOf('entered').length === 2, () => 'alice to be back');
      await world.pass(500);
      expect(bob.room.slice(bob.room.findLastIndex(({ type }) => type === 'entered')).filter(({ type }) => type === 'available')).to.deep.equal([]);
    });

    it('links a third and a fourth person with everybody', async () => {
      const people = [await present('alice'), await present('bob'), await present('carol'), await present('dave')];
      for (const person of people) {
        await person.publish('audio');
        await join(person);
      }
      for (const one of people) {
        for (const other of people) {
          if (one === other) continue;
          await one.sees('link', ({ userId, state }) => userId === other.userId && state === 'connected');
          await one.seesAvailable(other, 'audio', true);
        }
        expect(one.roomEventsOf('entered')).to.have.length(3);
      }
    });

    it('leaves the others linked when one of three goes', async () => {
      const [alice, bob] = await pair();
      const carol = await present('carol');
      await join(carol);
      await Promise.all([linked(alice, carol), linked(bob, carol)]);
      await carol.engine.room.leave();
      await Promise.all([alice.sees('left'), bob.sees('left')]);
      await alice.publish('audio');
      await bob.seesAvailable(alice, 'audio', true);
    });

    it('lets somebody come back', async () => {
      const [alice, bob] = await pair();
      for (let round = 1; round <= 2; round += 1) {
        await bob.engine.room.leave();
        await world.until(() => alice.roomEventsOf('left').length === round, () => `bob to have left ${round} times`);
        await join(bob);
        await world.until(() => alice.roomEventsOf('link').filter(({ state }) => state === 'connected').length === round + 1, () => `bob to be back ${round} times`);
      }
      await bob.publish('audio');
      await alice.seesAvailable(bob, 'audio', true);
    });

    it('says within 5 s that somebody is gone who vanished', async () => {
      const [alice, bob] = await pair({ mortal: true });
      world.kill(bob.engine);
      const { userId, gone } = await alice.sees('left', () => true, 5000);
      expect({ userId, gone }).to.deep.equal({ userId: bob.userId, gone: world.tellsGone ?? true });
    });

    it('tells the volume of who speaks, at most ten times a second', async () => {
      const [alice, bob] = await pair();
      await bob.publish('audio');
      const voice = await alice.receives(bob, 'audio');
      world.speak(bob.engine);
      const from = alice.roomEventsOf('volume').length;
      const started = performance.now();
      const stop = world.play(voice);
      try {
        await alice.sees('volume', ({ levels }) => levels.some(({ userId, volume }) => userId === bob.userId && volume > 0 && volume <= 100));
        await world.pass(1000);
      } finally {
        stop();
      }
      const seconds = (performance.now() - started) / 1000;
      expect(alice.roomEventsOf('volume').length - from).to.be.at.most(Math.ceil(seconds * 10) + 1);
    });

    it('gives up a join that is aborted before it begins, and one that is aborted on its way', async () => {
      const alice = await present('alice');
      expect(await reasonOf(alice.engine.room.join(roomId, AbortSignal.abort()))).to.equal('aborted');
      const control = new AbortController();
      const joining = reasonOf(alice.engine.room.join(roomId, control.signal));
      control.abort();
      expect(await joining).to.equal('aborted');
      await join(alice);
    });

    it('ends a join under way by leaving', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await join(bob);
      const joining = reasonOf(alice.engine.room.join(roomId, never()));
      await alice.engine.room.leave();
      expect(await joining).to.equal('aborted');
      await world.pass(500);
      expect(alice.roomEventsOf('entered')).to.have.length(0);
    });

    it('leaves twice, and without having joined, without complaint', async () => {
      const [alice, bob] = await pair();
      await Promise.all([alice.engine.room.leave(), alice.engine.room.leave()]);
      await alice.engine.room.leave();
      await bob.sees('left');
      const carol = await present('carol');
      await carol.engine.room.leave();
    });

    it('is left by dispose, which may be called twice', async () => {
      const [alice, bob] = await pair();
      await bob.publish('video');
      await alice.seesAvailable(bob, 'video', true);
      await Promise.all([bob.engine.dispose(), bob.engine.dispose()]);
      const { userId, gone } = await alice.sees('left');
      expect({ userId, gone }).to.deep.equal({ userId: bob.userId, gone: false });
      await bob.engine.dispose();
    });
  });
}
