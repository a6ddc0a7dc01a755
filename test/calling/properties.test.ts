import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { reduce } from '../../src/calling/state/call-reducer.js';
import { initialState, NO_SETTINGS } from '../../src/calling/state/core-state.js';
import { fromSignaling } from '../../src/calling/engine-events.js';
import { createWorld, type Person, type World } from '../support/people.js';

/** One thing that somebody, or the world, does. */
type Action =
  | { readonly do: 'call'; readonly who: number; readonly whom: number; readonly type: 1 | 2 }
  | { readonly do: 'accept' | 'reject' | 'hangup' | 'logout' | 'login' | 'camera' | 'mute' | 'cut' | 'mend' | 'unplug'; readonly who: number }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'faults'; readonly loss: number; readonly duplicate: number; readonly slowest: number };

const actions = (people: number): fc.Arbitrary<Action> => {
  const who = fc.nat({ max: people - 1 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('call' as const), who, whom: who, type: fc.constantFrom(1 as const, 2 as const) }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('accept' as const), who }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('reject', 'hangup', 'camera', 'mute', 'unplug'), who }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('logout', 'login', 'cut', 'mend'), who }) },
    { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(0, 1, 10, 200, 3000, 31_000) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('faults' as const), loss: fc.constantFrom(0, 0, 0.3, 1), duplicate: fc.constantFrom(0, 0.5), slowest: fc.constantFrom(0, 50, 2000) }) },
  ) as fc.Arbitrary<Action>;
};

async function act(world: World, people: readonly Person[], action: Action): Promise<void> {
  if (action.do === 'pass') return world.pass(action.ms);
  if (action.do === 'faults') return world.network.setFaults({ loss: action.loss, duplicate: action.duplicate, delay: [0, action.slowest] });
  const person = people[action.who];
  if (!person) return;
  const { calling, engine, userId } = person;
  if (action.do === 'call') void calling.call(people[action.whom]?.userId ?? '', action.type);
  else if (action.do === 'accept') void calling.accept();
  else if (action.do === 'reject') void calling.reject();
  else if (action.do === 'hangup') void calling.hangup();
  else if (action.do === 'logout') void calling.logout();
  else if (action.do === 'login') void calling.login(0, userId, '');
  else if (action.do === 'camera') void (calling.state.devices.camera.wanted ? calling.closeCamera() : calling.openCamera(true));
  else if (action.do === 'mute') calling.setMicMute(!calling.state.devices.microphone.muted);
  else if (action.do === 'cut') engine.disconnect();
  else if (action.do === 'mend') engine.reconnect();
  else engine.devices.unplug('microphone');
}

/** Every start of a call has one end, in this order, and nothing is told between two calls. */
function checkOrder({ heard, userId }: Person): void {
  let invited = false;
  for (const { type } of heard) {
    if (type === 'onInvited') {
      if (invited) throw new Error(`${userId}: a second onInvited before the first one's end`);
      invited = true;
    } else if (type === 'onCallEnd' || type === 'onCallingCancel' || type === 'onCallingTimeOut') {
      invited = false;
    }
  }
  if (invited) throw new Error(`${userId}: onInvited without an end`);
}

/** After quiet: everybody is idle and has released everything, or is in a call with exactly those who are in it with them. */
function checkConsistent(people: readonly Person[]): void {
  for (const person of people) {
    const { call, devices } = person.calling.state;
    if (!call) {
      const open = person.engine.devices.opened.filter((kind) => kind !== 'camera' || !devices.camera.wanted);
      if (open.length > 0) throw new Error(`${person.userId} is idle with ${open.join()} open`);
      if (person.engine.room.roomId !== 0) throw new Error(`${person.userId} is idle in a room`);
      if (person.playback.playing.length > 0) throw new Error(`${person.userId} is idle and hears ${person.playback.playing.join()}`);
      continue;
    }
    if (call.phase !== 'in-call') throw new Error(`${person.userId} is stuck in ${call.phase}`);
    const joined = call.participants.filter(({ state }) => state === 'joined').map(({ userId }) => userId).toSorted();
    const there = people.filter((other) => other !== person && other.calling.state.call?.roomId === call.roomId).map(({ userId }) => userId).toSorted();
    if (joined.length === 0) throw new Error(`${person.userId} is alone in a call`);
    if (joined.join() !== there.join()) throw new Error(`${person.userId} sees ${joined.join()}, there are ${there.join()}`);
    const waiting = call.participants.filter(({ inviteId }) => inviteId !== '');
    if (waiting.length > 0) throw new Error(`${person.userId} still invites ${waiting.map(({ userId }) => userId).join()}`);
  }
}

describe('any sequence of commands, signals, timers, losses and duplicates', () => {
  for (const size of [2, 3, 4]) {
    it(`leaves none of ${size} people stuck`, async function () {
      this.timeout(120_000);
      await fc.assert(fc.asyncProperty(fc.array(actions(size), { maxLength: 30 }), fc.integer(), async (steps, seed) => {
        let random = seed >>> 0;
        const world = createWorld({ random: () => ((random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) });
        const people: Person[] = [];
        for (const name of ['anna', 'ben', 'cleo', 'dan'].slice(0, size)) people.push(await world.person(name));
        for (const step of steps) {
          await act(world, people, step);
          await world.pass();
        }
        world.network.setFaults({ loss: 0, duplicate: 0, delay: [0, 0] });
        for (const { engine } of people) engine.reconnect();
        await world.pass(180_000);
        checkConsistent(people);
        for (const person of people) void person.calling.hangup();
        await world.pass(60_000);
        for (const person of people) {
          expect(person.calling.state.call, person.userId).to.equal(null);
          checkOrder(person);
        }
        checkConsistent(people);
        expect(world.clock.pending, 'timers').to.equal(0);
        for (const { calling } of people) calling.destroy();
      }), { numRuns: 400 });
    });
  }
});

describe('hostile payloads', () => {
  it('10,000 random payloads: no throw, and no state change unless it is a call', () => {
    const state = reduce({ ...initialState(), session: { ...initialState().session, phase: 'logged-in', userId: 'me' } }, { type: 'dismiss-ended', at: 0 }).state;
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json({ maxDepth: 12 }), fc.string({ unit: 'binary' })), fc.string(), (data, name) => {
      const event = fromSignaling({ type: 'invitation', inviteId: 'x', inviter: name, invitees: [name], groupId: '', data }, () => 'id');
      if (!event) return;
      const { state: after } = reduce(state, { ...event, at: 1 });
      if (event.type === 'invitation' && event.signal.kind === 'call') expect(after.call?.phase).to.equal('ringing');
      else expect(after).to.equal(state);
    }), { numRuns: 10_000 });
  });

  it('answers, hang-ups and room events of strangers change nothing in a call', () => {
    fc.assert(fc.property(fc.constantFrom('accepted', 'rejected', 'cancelled', 'delivered', 'vanished'), fc.string(), fc.string(), (type, inviteId, userId) => {
      let { state } = reduce({ ...initialState(), session: { ...initialState().session, phase: 'logged-in', userId: 'me' } }, {
        type: 'call', command: 1, callId: 'c', roomId: 5, callType: 1, groupId: '', invites: [{ inviteId: '<mine>', userIds: ['bob'] }], at: 0,
      });
      state = reduce(state, { type: 'capture-opened', kind: 'microphone', deviceId: 'd', label: 'l', settings: NO_SETTINGS, silenced: false, at: 1 }).state;
      expect(reduce(state, { type, inviteId, userId, busy: true, message: 'x', data: '', at: 2 } as Parameters<typeof reduce>[1]).state).to.equal(state);
      expect(reduce(state, { type: 'left', callId: inviteId, userId, gone: false, at: 2 }).state).to.equal(state);
      expect(reduce(state, { type: 'invitation', callId: 'n', inviteId, inviter: `x${userId}`, invitees: [], groupId: '', signal: { kind: 'hangup', duration: 1, roomId: 0 }, ringMs: 0, at: 2 }).state).to.equal(state);
    }), { numRuns: 2000 });
  });
});
