import { expect } from '@open-wc/testing';
import type { LinkState, NetworkQuality } from '../../../src/calling/state/call-state.js';
import type { RoomEvent } from '../../../src/engines/engine.js';
import { RoomHealth, type Patient } from '../../../src/engines/local/room-health.js';
import { VirtualClock } from '../../../src/engines/memory/index.js';

/** A neighbour whose health is what the test says. */
class Somebody implements Patient {
  readonly userId: string;
  isPresent = true;
  pathlessSince: number | null = null;
  answers = true;
  grade: NetworkQuality = 1;
  pings = 0;
  readonly link = {
    state: ((): LinkState => 'connected')(),
    isAlive: async () => {
      this.pings += 1;
      return this.answers;
    },
  };

  constructor(userId: string) {
    this.userId = userId;
  }
  async silence(): Promise<number> {
    return 1234;
  }
  async measure(): Promise<NetworkQuality> {
    return this.grade;
  }
}

describe('RoomHealth', () => {
  let clock: VirtualClock;
  let people: Set<Somebody>;
  let events: RoomEvent[];
  let gone: string[];
  let silences: (number | undefined)[];
  let lost: number;
  let signalled: boolean;
  let health: RoomHealth<Somebody>;
  const add = (userId: string): Somebody => {
    const one = new Somebody(userId);
    people.add(one);
    return one;
  };

  beforeEach(() => {
    clock = new VirtualClock(1_000_000);
    people = new Set();
    events = [];
    gone = [];
    silences = [];
    lost = 0;
    signalled = true;
    health = new RoomHealth<Somebody>({
      clock,
      neighbours: () => people,
      isSignalled: () => signalled,
      emit: (event) => events.push(event),
      onGone: (one, silence) => {
        gone.push(one.userId);
        silences.push(silence);
        people.delete(one);
      },
      onLost: () => { lost += 1; },
      onPulse: () => {},
    });
  });
  afterEach(() => {
    health.close();
    expect(clock.pending).to.equal(0);
  });

  it('keeps somebody whose media path answers, and asks again each second', async () => {
    const bob = add('bob');
    await health.doubt(bob);
    await clock.advance(5000);
    expect(gone).to.deep.equal([]);
    expect(bob.pings).to.equal(6);
    bob.answers = false;
    await clock.advance(1000);
    expect(gone).to.deep.equal(['bob']);
  });

  it('lets somebody go at once whose presence and media path both ended', async () => {
    const bob = add('bob');
    bob.answers = false;
    await health.doubt(bob);
    expect({ gone, silences }).to.deep.equal({ gone: ['bob'], silences: [1234] });
  });

  it('keeps somebody who comes back while the media path is asked', async () => {
    const bob = add('bob');
    bob.answers = false;
    const doubt = health.doubt(bob);
    bob.isPresent = true;
    await doubt;
    expect(gone).to.deep.equal([]);
  });

  it('gives up somebody who is present and cannot be reached for 30 s', async () => {
    const [bob, carol] = [add('bob'), add('carol')];
    bob.pathlessSince = clock.now();
    await clock.advance(29_000);
    expect(gone).to.deep.equal([]);
    await clock.advance(2000);
    expect(gone).to.deep.equal(['bob']);
    const [error] = events.flatMap((event) => (event.type === 'error' ? [event.error.reason] : []));
    expect(error).to.equal('peer-unreachable');
    expect(people.has(carol)).to.equal(true);
  });

  it('says that the room reconnects when every path is lost, and that it is back with the first', () => {
    const [bob, carol] = [add('bob'), add('carol')];
    bob.link.state = 'reconnecting';
    health.review();
    expect(events).to.deep.equal([]);
    carol.link.state = 'reconnecting';
    health.review();
    health.review();
    bob.link.state = 'connected';
    health.review();
    expect(events.flatMap((event) => (event.type === 'connection' ? [event.state] : []))).to.deep.equal(['reconnecting', 'connected']);
  });

  it('gives the room up when it cannot be reached by any way for 30 s', async () => {
    const bob = add('bob');
    bob.link.state = 'reconnecting';
    bob.pathlessSince = clock.now();
    signalled = false;
    health.review();
    await clock.advance(29_000);
    expect(lost).to.equal(0);
    await clock.advance(1000);
    expect(lost).to.equal(1);
    expect(gone).to.deep.equal([]);
  });

  it('grades the own way up by the best report, and tells each change once', async () => {
    add('bob').grade = 4;
    const carol = add('carol');
    carol.grade = 2;
    await clock.advance(6000);
    carol.grade = 0;
    await clock.advance(2000);
    expect(events.filter(({ type }) => type === 'quality')).to.deep.equal([{ type: 'quality', userId: '', quality: 2 }, { type: 'quality', userId: '', quality: 4 }]);
  });
});
