import type { ActiveCall } from '../../src/calling/state/call-state.js';
import type { Device, SimulatedWorld } from './world.js';

/** A rule that was broken. */
export class Violation extends Error {
  override name = 'Violation';
}

const RING_MS = 30_000;
/** Several people of one room may invite the same person, one after the other: each invitation has its own 30 s. */
const RINGING_MS = 4 * RING_MS;
const GRACE_MS = 1500;
/** Answering, joining the room and waiting for somebody there. */
const CONNECT_MS = 20_000 + 31_500;
/** Leaving the last room and joining the next, at the slowest that messages get. */
const JOIN_MS = 15_000;
/** A wish to change the type, or the news that it was refused. */
const WISH_MS = 30_000;
const MAX_PARTICIPANTS = 8 + 16;

/** What one device has been through, for the order of its callbacks. */
interface Story {
  heard: number;
  callId: string;
  hadCall: boolean;
  invited: boolean;
  inside: Set<string>;
  since: number;
  waitingSince: string;
  /** In a call and not in its room, since when; -1 while in it. */
  roomlessSince: number;
  /** The wish to change the type that is open, and since when. */
  wish: string;
  wishSince: number;
}

/** Rules that hold at every moment. Made anew for each run. */
export class Invariants {
  readonly #world: SimulatedWorld;
  readonly #stories = new Map<Device, Story>();
  #jumped = 0;

  constructor(world: SimulatedWorld) {
    this.#world = world;
  }

  /** The wall clock was set: durations measured across it mean nothing. */
  clockJumped(ms: number): void {
    this.#jumped += ms;
  }

  check = (): void => {
    for (const device of this.#world.living) {
      const story = this.#storyOf(device);
      this.#followCallbacks(device, story);
      const { call } = device.calling.state;
      this.#checkPages(device);
      if (!call) this.#checkIdle(device);
      else this.#checkCall(device, story, call);
    }
  };

  /** A user is in one call, in however many pages of a browser they are. */
  #checkPages(device: Device): void {
    const busy = this.#world.pagesOf(device).filter(({ calling }) => calling.state.call && calling.state.call.phase !== 'ringing');
    if (busy.length > 1) fail(device, `is in a call in ${busy.length} pages`);
  }

  /** Monotonic time, ms. */
  #now(): number {
    return this.#world.clock.now() - this.#jumped;
  }

  #storyOf(device: Device): Story {
    const known = this.#stories.get(device);
    if (known) return known;
    const story: Story = { heard: 0, callId: '', hadCall: false, invited: false, inside: new Set(), since: 0, waitingSince: '', roomlessSince: -1, wish: '', wishSince: 0 };
    this.#stories.set(device, story);
    return story;
  }

  /** onInvited … one ending; onUserEnter before onUserLeave; nothing of a call outside of one; as many ends as calls. */
  #followCallbacks(device: Device, story: Story): void {
    const { call } = device.calling.state;
    const news = device.heard.splice(0);
    let ends = 0;
    for (const { type, params } of news) {
      if (type === 'onInvited') {
        if (story.hadCall && ends === 0) fail(device, 'onInvited within a call');
        story.invited = true;
        story.hadCall = true;
      } else if (type === 'onCallEnd' || type === 'onCallingCancel' || type === 'onCallingTimeOut') {
        // A call that was dialled since the last look has begun without a callback.
        if (type !== 'onCallEnd' && !story.invited) fail(device, `${type} without onInvited`);
        ends += 1;
        story.invited = false;
        story.hadCall = false;
        story.inside.clear();
      } else if (type === 'onUserEnter') {
        if (story.inside.has(params.userId)) fail(device, `${params.userId} entered twice`);
        story.inside.add(params.userId);
      } else if (type === 'onUserLeave') {
        if (!story.inside.delete(params.userId)) fail(device, `${params.userId} left without having entered`);
      } else if (type === 'onUserAudioAvailable' || type === 'onUserVideoAvailable') {
        if (!story.inside.has(params.userId)) fail(device, `${type} of somebody outside`);
      }
    }
    if (story.callId !== '' && !call && ends === 0) fail(device, 'a call ended without a callback');
    if (!call && story.invited) fail(device, 'onInvited without an end');
    if (ends > 1 && news.filter(({ type }) => type === 'onInvited').length < ends - 1 && story.callId === '') fail(device, 'more than one end');
    story.hadCall = call !== null;
    const joined = call?.participants.filter(({ state }) => state === 'joined').map(({ userId }) => userId) ?? [];
    if (joined.toSorted().join() !== [...story.inside].toSorted().join()) fail(device, `was told of ${[...story.inside].join()}, state has ${joined.join()}`);
    if (call?.callId !== story.callId) {
      story.since = this.#now();
      story.roomlessSince = -1;
    }
    story.callId = call?.callId ?? '';
  }

  /** No effect outlives its call. */
  #checkIdle(device: Device): void {
    const { engine, playback, timers, calling } = device;
    const open = engine.devices.opened.filter((kind) => kind !== 'camera' || !calling.state.devices.camera.wanted);
    if (open.length > 0) fail(device, `idle with ${open.join()} open`);
    if (engine.room.roomId !== 0) fail(device, 'idle in a room');
    if (playback.playing.length > 0) fail(device, `idle and hears ${playback.playing.join()}`);
    // While a session ends, one timer bounds the wait for what is still on its way out.
    if (timers.held > (calling.state.session.phase === 'logged-in' ? 0 : 1)) fail(device, `idle with ${timers.held} timers`);
  }

  #checkCall(device: Device, story: Story, call: ActiveCall): void {
    if (call.participants.length > MAX_PARTICIPANTS) fail(device, `${call.participants.length} participants`);
    if (call.participants.some(({ userId }) => userId === device.userId)) fail(device, 'is a participant of their own call');
    if (new Set(call.participants.map(({ userId }) => userId)).size !== call.participants.length) fail(device, 'lists somebody twice');
    if (call.phase !== 'ringing' && !device.engine.room.roomId && call.inRoom && device.engine.connected) fail(device, 'believes to be in a room');
    if (call.phase === 'ringing' || call.inRoom) story.roomlessSince = -1;
    else if (story.roomlessSince < 0) story.roomlessSince = this.#now();
    else if (this.#now() - story.roomlessSince > JOIN_MS) fail(device, `${call.phase} without a room`);
    const present = call.participants.filter(({ state }) => ['inviting', 'ringing', 'connecting', 'joined'].includes(state));
    if (present.length === 0) fail(device, `is in ${call.phase} with nobody`);
    this.#checkWish(device, story, call);
    // Every wait is bounded: whoever is waited for, for how long, and what for.
    const waiting = call.phase === 'in-call' ? '' : `${call.callId} ${call.phase} ${present.map(({ userId, inviteId }) => userId + inviteId).join()}`;
    if (waiting !== story.waitingSince) story.since = this.#now();
    story.waitingSince = waiting;
    const limit = call.phase === 'ringing' ? RINGING_MS : call.phase === 'dialling' ? RING_MS + GRACE_MS : CONNECT_MS;
    if (waiting !== '' && this.#now() - story.since > limit) fail(device, `${call.phase} for ${this.#now() - story.since} ms`);
  }

  /** A wish is between two, and somebody's answer or a timer ends it. */
  #checkWish(device: Device, story: Story, call: ActiveCall): void {
    const wish = call.switching ? `${call.callId} ${call.switching.state} ${call.switching.userId} ${call.switching.type}` : '';
    if (wish !== story.wish) story.wishSince = this.#now();
    story.wish = wish;
    if (call.switching && call.phase !== 'in-call') fail(device, `a wish while ${call.phase}`);
    if (call.switching && this.#now() - story.wishSince > WISH_MS) fail(device, `${wish} for ${this.#now() - story.wishSince} ms`);
  }
}

/** Two who are in one call and are not just being asked have the same kind of call. */
function checkTypes(world: SimulatedWorld): void {
  for (const { userId, calling } of world.living) {
    const { call } = calling.state;
    const other = world.living.find((one) => one.userId !== userId && call && one.calling.state.call?.roomId === call.roomId);
    const theirs = other?.calling.state.call;
    if (!call || !theirs || call.phase !== 'in-call' || theirs.phase !== 'in-call' || call.isGroup || theirs.isGroup) continue;
    if (call.type !== theirs.type) throw new Violation(`${userId} is in a call of type ${call.type}, ${other?.userId} of type ${theirs.type}`);
    if ((call.switching?.state === 'asking') !== (theirs.switching?.state === 'asked')) throw new Violation(`${userId} asks and nobody is asked, or the other way round`);
  }
}

/** In a world without faults nothing waits for a timer: a ring has a caller, and every device is as it is wanted. */
export function checkQuiet(world: SimulatedWorld): void {
  checkTypes(world);
  for (const device of world.living) {
    const { call, devices } = device.calling.state;
    const isBusyElsewhere = world.pagesOf(device).some(({ calling }) => calling.state.call && calling.state.call.phase !== 'ringing');
    if (call?.phase === 'ringing' && isBusyElsewhere) fail(device, 'rings while another page is in a call');
    if (call?.phase === 'ringing') {
      const inviter = world.living.some(({ userId, calling }) => userId === call.inviter && calling.state.call?.roomId === call.roomId);
      if (!inviter) fail(device, `rings for ${call.inviter}, who does not call`);
    }
    for (const kind of ['microphone', 'camera', 'screen'] as const) {
      if (devices[kind].wanted !== devices[kind].on || devices[kind].pending) fail(device, `${kind} is not as it is wanted`);
    }
  }
}

/** After all faults have ended and time has passed: agreement about who is in a call. */
export function checkAgreement(world: SimulatedWorld): void {
  for (const device of world.living) {
    const { call } = device.calling.state;
    if (!call) continue;
    if (call.phase !== 'in-call') fail(device, `stuck in ${call.phase}`);
    const { on, error } = device.calling.state.devices.microphone;
    if (!on && error === 0) fail(device, 'is in a call without a microphone and without a reason');
    const joined = call.participants.filter(({ state }) => state === 'joined').map(({ userId }) => userId);
    const there = world.living.filter((other) => other !== device && other.calling.state.call?.roomId === call.roomId).map(({ userId }) => userId);
    if (joined.toSorted().join() !== there.toSorted().join()) fail(device, `sees ${joined.join() || 'nobody'}, there are ${there.join() || 'none'}`);
    for (const { userId, audio } of call.participants.filter(({ state }) => state === 'joined')) {
      const other = world.living.find((one) => one.userId === userId && one.calling.state.call?.roomId === call.roomId);
      const heard = device.playback.playing.includes(userId);
      const sends = other?.calling.state.devices.microphone.on ?? false;
      if (sends !== heard) fail(device, `${heard ? 'hears' : 'does not hear'} ${userId}, whose microphone is ${sends ? 'on' : 'off'}`);
      if (audio !== (sends && !other?.calling.state.devices.microphone.muted)) fail(device, `shows ${userId}'s voice as ${audio ? 'on' : 'off'}`);
    }
  }
}

function fail({ userId }: Device, what: string): never {
  throw new Violation(`${userId}: ${what}`);
}
