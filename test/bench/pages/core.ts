import { SnapshotSubscribers } from '../../../src/calling/listeners.js';
import { decodeInvitation, encodeCall } from '../../../src/calling/signal-codec.js';
import type { CallEvent, CallEventBody } from '../../../src/calling/state/call-events.js';
import { reduce } from '../../../src/calling/state/call-reducer.js';
import { initialState, type CoreState } from '../../../src/calling/state/core-state.js';
import type { CallSnapshot, NetworkQuality } from '../../../src/calling/state/call-state.js';

const LOGIN: readonly CallEventBody[] = [{ type: 'login', command: 1, sdkAppId: 7, userId: 'me', userSig: 's' }, { type: 'login-done', tag: 1 }];
const QUALITIES: readonly NetworkQuality[] = [1, 2, 1, 3, 2, 1];

const SOUND = { processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true }, width: 0, height: 0, frameRate: 0, facing: '' } as const;
const PICTURE = { processing: {}, width: 1280, height: 720, frameRate: 30, facing: 'front' } as const;

/** What goes on in a call: the network better and worse, sound and picture off and on. */
const minute = (callId: string): readonly CallEventBody[] => [
  ...QUALITIES.map((quality): CallEventBody => ({ type: 'quality', callId, userId: 'bob', quality })),
  { type: 'mute-microphone', muted: true },
  { type: 'available', callId, userId: 'bob', kind: 'video', available: false },
  { type: 'mute-microphone', muted: false },
  { type: 'available', callId, userId: 'bob', kind: 'video', available: true },
];

/** A video call of two from the first click to the end and five minutes of what goes on in it. */
const call = (callId: string, inviteId: string): readonly CallEventBody[] => [
  { type: 'call', command: 2, callId, roomId: 42, callType: 2, groupId: '', invites: [{ inviteId, userIds: ['bob'] }] },
  { type: 'room-joined', callId },
  { type: 'invite-sent', callId, inviteId },
  { type: 'capture-opened', kind: 'microphone', deviceId: 'm', label: 'Microphone', settings: SOUND, silenced: false },
  { type: 'capture-opened', kind: 'camera', deviceId: 'c', label: 'Camera', settings: PICTURE, silenced: false },
  { type: 'delivered', inviteId, userId: 'bob' },
  { type: 'profiles', profiles: [{ userId: 'bob', nickname: 'Bob', avatarUrl: '' }] },
  { type: 'accepted', inviteId, userId: 'bob' },
  { type: 'entered', callId, userId: 'bob' },
  { type: 'link', callId, userId: 'bob', state: 'connected' },
  { type: 'available', callId, userId: 'bob', kind: 'audio', available: true },
  { type: 'available', callId, userId: 'bob', kind: 'video', available: true },
  ...minute(callId), ...minute(callId), ...minute(callId), ...minute(callId), ...minute(callId),
  { type: 'hangup' },
  { type: 'dismiss-ended' },
];

/** Seconds that this process has computed, of all its threads: what others do on the same machine does not count. */
export type Clock = () => number;

/** Reduces at least `count` events and says how many a second. Every snapshot is made and frozen, as in a page. */
export function eventsPerSecond(count: number, clock: Clock): number {
  // The time is the page's own, as the core adds it.
  const stamped = (bodies: readonly CallEventBody[]): CallEvent[] => bodies.map((body) => ({ ...body, at: 5000 }) as CallEvent);
  const events = stamped(call('c1', 'i1'));
  let state: CoreState = initialState();
  for (const event of stamped(LOGIN)) ({ state } = reduce(state, event));
  let done = 0;
  const started = clock();
  while (done < count) {
    for (const event of events) ({ state } = reduce(state, event));
    done += events.length;
  }
  const seconds = clock() - started;
  if (state.call !== null || state.session.phase !== 'logged-in') throw new Error('The call was not played to its end.');
  return done / seconds;
}

/** Microseconds until `count` listeners with a selector each have been asked after a change that concerns one of them. */
export async function microsecondsOfAChange(count: number, changes: number, clock: Clock): Promise<number> {
  let snapshot: CallSnapshot = initialState();
  let told = 0;
  const subscribers = new SnapshotSubscribers(() => snapshot);
  for (let index = 0; index < count; index += 1) {
    const selector = index === 0 ? (now: CallSnapshot) => now.devices.microphone.muted : (now: CallSnapshot) => now.session.phase;
    subscribers.add<unknown>(() => { told += 1; }, { selector });
  }
  const muted = (on: boolean): CallSnapshot => ({ ...snapshot, devices: { ...snapshot.devices, microphone: { ...snapshot.devices.microphone, muted: on } } });
  const started = clock();
  for (let change = 0; change < changes; change += 1) {
    snapshot = muted(change % 2 === 0);
    subscribers.changed();
    await Promise.resolve();
  }
  const took = clock() - started;
  if (told !== changes) throw new Error(`One listener was to be told ${changes} times, and was ${told} times.`);
  return (took * 1e6) / changes;
}

/** MB of invitations a second, decoded with every check. */
export function megabytesPerSecond(count: number, clock: Clock): number {
  const payload = encodeCall({ type: 2, roomId: 123_456, userIds: ['alice', 'bob', 'carol', 'dave', 'erin'] });
  const started = clock();
  for (let index = 0; index < count; index += 1) if (decodeInvitation(payload) === null) throw new Error('A good invitation was refused.');
  return (payload.length * count) / 1e6 / (clock() - started);
}
