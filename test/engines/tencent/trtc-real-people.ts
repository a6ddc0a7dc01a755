import { CallError } from '../../../src/calling/errors.js';
import { never, Person } from '../../contract/world.js';
import { Picture } from './trtc-tools.js';
import type { TrtcWorld } from './trtc-world.js';

export const ROOM = 4711;

/** Somebody who is logged in, in no room yet. */
export const person = async (world: TrtcWorld, name: string): Promise<Person> => new Person(world, await world.engine(), name).login();

export const join = (who: Person): Promise<void> => who.engine.room.join(ROOM, never());

/** Why a promise rejected; null when it did not. */
export const failure = (promise: Promise<unknown>): Promise<CallError | null> => promise.then(() => null, (thrown: unknown) => CallError.from(thrown));

/** What was said about one's own way into the room. */
export const states = (who: Person): string[] => who.roomEventsOf('connection').map(({ state }) => state);

export interface Call {
  readonly alice: Person;
  readonly bob: Person;
  /** Of alice, at bob's; it plays. */
  readonly picture: Picture;
}

/** Two in a room, of whom alice shows her picture. */
export async function call(world: TrtcWorld): Promise<Call> {
  const [alice, bob] = [await person(world, 'alice'), await person(world, 'bob')];
  await join(alice);
  await join(bob);
  await alice.publish('video');
  const track = await bob.receives(alice, 'video');
  if (!(track instanceof MediaStreamTrack)) throw new Error('Not a track of the browser.');
  const picture = new Picture(track);
  await picture.rises();
  return { alice, bob, picture };
}
