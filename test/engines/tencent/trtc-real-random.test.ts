import { expect } from '@open-wc/testing';
import type { Person } from '../../contract/world.js';
import { seeded } from '../../support/seeded.js';
import type { Fault } from '../../support/trtc-stand-in/faults.js';
import { failure, join, person, ROOM } from './trtc-real-people.js';
import { TrtcWorld } from './trtc-world.js';

/** Each takes two to three seconds. The same seed does the same things; how far the SDK has come meanwhile is the machine's. */
const SEEDS = [1, 2, 3, 4, 5, 6] as const;
const KINDS = ['audio', 'video', 'screen'] as const;

describe('whatever happens over the real trtc-js-sdk, and whenever one leaves, nobody is left in the room and nothing open', function suite() {
  this.timeout(120_000);

  for (const seed of SEEDS) {
    it(`with seed ${seed}`, async () => {
      const random = seeded(seed);
      const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
      const world = new TrtcWorld();
      const { standIn } = world;
      const [alice, bob] = [await person(world, 'alice'), await person(world, 'bob')];
      const under: Promise<unknown>[] = [];
      /** Nothing is waited for: what comes next comes in the middle of it. What it comes to is another test's. */
      const begin = (work: Promise<unknown>): void => void under.push(failure(work));
      const fault = (): Fault => (random() < 0.4 ? 'drop' : { delay: Math.floor(random() * 3_000) });
      const steps: readonly [(who: Person) => void, ...((who: Person) => void)[]] = [
        (who) => begin(who.publish(pick(KINDS))),
        (who) => begin(who.publish(pick(KINDS))),
        (who) => begin(who.engine.room.unpublish(pick(KINDS))),
        (who) => who.engine.room.setMuted(pick(KINDS), random() < 0.5),
        ({ userId }) => standIn.breakSocket(userId),
        ({ userId }) => {
          standIn.grace = 0;
          standIn.breakSocket(userId);
        },
        ({ userId }) => standIn.breakUplink(userId),
        ({ userId }) => void standIn.faults.add({ userId, direction: pick(['up', 'down']), fault: fault(), times: 1 + Math.floor(random() * 3) }),
        ({ userId }) => standIn.kick(userId, 'kick'),
        (who) => {
          begin(who.engine.room.leave());
          begin(join(who));
        },
      ];
      for (const who of [alice, bob]) begin(join(who));
      if (random() < 0.7) await Promise.all(under);
      for (let left = 2 + Math.floor(random() * 6); left > 0; left -= 1) {
        pick(steps)(pick([alice, bob]));
        await world.pass(random() * pick([100, 2_500]));
      }
      await Promise.all([alice.engine.room.leave(), bob.engine.room.leave()]);
      await Promise.all(under);
      // The word of leaving may have been among what got lost: the service waits for whoever is away as long as it always does.
      await world.until(() => standIn.usersOf(ROOM).length === 0, () => `nobody to be left, but ${standIn.usersOf(ROOM)}`, standIn.grace + 15_000);
      await world.close();
      await expectReleased(world);
    });
  }
});

/** The SDK gives up what it has begun, but it takes its time: two tries of 10 s. */
async function expectReleased(world: TrtcWorld): Promise<void> {
  const deadline = performance.now() + 40_000;
  let left: unknown;
  do {
    left = await failure(world.assertReleased());
    if (left !== null) await world.pass(100);
  } while (left !== null && performance.now() < deadline);
  expect(left).to.equal(null);
}
