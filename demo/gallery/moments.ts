import { ERRORS, type CallErrorName, type EndReason, type NetworkQuality, type Participant } from '../../src/index.js';
import { buildParticipant, type SnapshotParts } from '../../test/support/snapshots.js';
import type { ElementState } from './state.js';

/** Moments of a call, from which the states of the elements are put together. */

export const NAMES = { alice: 'Alice', bob: 'Bob', carol: 'Carol', dave: 'Dave', erin: 'Erin Wang', frank: 'Frank', grace: 'Grace', heidi: 'Heidi', ivan: 'Ivan' } as const;
const OTHERS = ['bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan'] as const;

const code = (name: CallErrorName): number => ERRORS[name].code;
const person = (userId: string, parts: Partial<Participant> = {}): Participant => buildParticipant({ userId, ...parts });

export const idle: SnapshotParts = { profiles: NAMES };
export const signedOut: SnapshotParts = { session: { phase: 'logged-out', userId: '', connection: 'disconnected' }, profiles: NAMES };
export const signingIn: SnapshotParts = { session: { phase: 'logging-in', connection: 'connecting' }, profiles: NAMES };

/** It rings at Bob's; `reached` when his device says so. */
export const dialling = (type: 1 | 2, reached = true): SnapshotParts => ({
  call: { phase: 'dialling', type, participants: [person('bob', { state: reached ? 'ringing' : 'inviting', audio: false })] },
  devices: { camera: { wanted: type === 2, on: type === 2 } }, profiles: NAMES,
});

/** It rings here. */
export const ringing = (type: 1 | 2, others: readonly string[] = []): SnapshotParts => ({
  call: { phase: 'ringing', type, isGroup: others.length > 0, participants: ['bob', ...others].map((userId) => person(userId, { state: userId === 'bob' ? 'connecting' : 'inviting', audio: false })) },
  profiles: NAMES,
});

export const connecting = (type: 1 | 2): SnapshotParts => ({ call: { phase: 'connecting', type, participants: [person('bob', { state: 'connecting' })] }, devices: { camera: { wanted: type === 2, on: type === 2 } }, profiles: NAMES });

/** In an audio call with Bob. */
export const talking = (parts: Partial<Participant> = {}, more: SnapshotParts = {}): SnapshotParts => ({ profiles: NAMES, ...more, call: { type: 1, participants: [person('bob', parts)], ...more.call } });

/** In a video call with Bob, both pictures there. */
export const seeing = (parts: Partial<Participant> = {}, more: SnapshotParts = {}): SnapshotParts => ({
  profiles: NAMES, ...more,
  call: { type: 2, participants: [person('bob', { video: true, ...parts })], ...more.call },
  devices: { camera: { wanted: true, on: true, label: 'FaceTime HD' }, ...more.devices },
});

/** In a video call with so many others; every third without a picture. */
export const group = (others: number, more: SnapshotParts = {}): SnapshotParts => ({
  profiles: NAMES, ...more,
  call: { type: 2, isGroup: true, participants: OTHERS.slice(0, others).map((userId, index) => person(userId, { video: index % 3 !== 2, audio: index % 4 !== 1 })), ...more.call },
  devices: { camera: { wanted: true, on: true }, ...more.devices },
});

/** Everybody in another state. */
export const mixedGroup: SnapshotParts = {
  profiles: NAMES,
  call: {
    type: 2, isGroup: true, participants: [
      person('bob', { video: true }), person('carol', { state: 'ringing', audio: false }), person('dave', { state: 'declined', audio: false }),
      person('erin', { state: 'no-answer', audio: false }), person('frank', { video: true, quality: 5 }), person('grace', { link: 'reconnecting', quality: 6, video: true }),
    ],
  },
  devices: { camera: { wanted: true, on: true } },
};

export const withQuality = (quality: NetworkQuality): SnapshotParts => seeing({ quality });

/** Bob shows his screen. */
export const presenting: SnapshotParts = seeing({ screen: true });

/** These end a call that somebody else began. */
const WHEN_CALLED: ReadonlySet<EndReason> = new Set<EndReason>(['missed', 'remote-cancel', 'local-reject', 'answered-elsewhere', 'rejected-elsewhere']);

/** A call that ended like that. */
export const over = (reason: EndReason, duration = 0): SnapshotParts => ({
  ended: { reason, duration, ...(WHEN_CALLED.has(reason) ? { role: 'invitee', inviter: 'bob', userIds: [] } : {}), ...(reason === 'failed' ? { code: code('room-join-failed') } : {}) },
  profiles: NAMES,
});

export const END_REASONS: readonly EndReason[] = [
  'local-hangup', 'remote-hangup', 'local-cancel', 'remote-cancel', 'local-reject', 'remote-reject', 'busy', 'no-answer', 'missed',
  'answered-elsewhere', 'rejected-elsewhere', 'connection-lost', 'failed', 'kicked', 'logged-out',
];

const spoken: ReadonlySet<EndReason> = new Set<EndReason>(['local-hangup', 'remote-hangup', 'connection-lost']);

const stateOf = (shared: Omit<ElementState, 'name' | 'parts'>, name: string, parts: SnapshotParts): ElementState => ({ ...shared, name, parts });

/** A state for every way in which a call ends. */
export const endedStates = (shared: Omit<ElementState, 'name' | 'parts'> = {}): readonly ElementState[] =>
  END_REASONS.map((reason) => stateOf(shared, `ended-${reason}`, over(reason, spoken.has(reason) ? 754 : 0)));

export const interrupted: SnapshotParts = { interrupted: { userIds: ['bob'] }, profiles: NAMES };

/** A state for everything that can be in the way, over an otherwise good call. */
export const troubleStates = (shared: Omit<ElementState, 'name' | 'parts'> = {}): readonly ElementState[] => Object.entries({
  'microphone-denied': talking({}, { devices: { microphone: { on: false, error: code('permission-denied') } } }),
  'camera-denied': seeing({}, { devices: { camera: { wanted: true, on: false, error: code('permission-denied') } } }),
  'no-microphone': talking({}, { devices: { microphone: { on: false, error: code('no-microphone') } } }),
  'no-camera': seeing({}, { devices: { camera: { wanted: true, on: false, error: code('no-camera') } } }),
  'microphone-in-use': talking({}, { devices: { microphone: { on: false, error: code('device-in-use') } } }),
  'camera-in-use': seeing({}, { devices: { camera: { wanted: true, on: false, error: code('device-in-use') } } }),
  'insecure-page': talking({}, { devices: { microphone: { on: false, error: code('insecure-context') } } }),
  'no-webrtc': talking({}, { devices: { microphone: { on: false, error: code('webrtc-unsupported') } } }),
  'screen-failed': seeing({}, { devices: { screen: { error: code('internal') } } }),
  'sound-blocked': talking({}, { devices: { speaker: { blocked: true } } }),
  'denied-by-page': talking({}, { devices: { microphone: { on: false, error: code('policy-denied') } } }),
  'denied-by-system': talking({}, { devices: { microphone: { on: false, error: code('system-denied') } } }),
  'asking-for-microphone': talking({}, { devices: { microphone: { on: false, pending: true, permission: 'prompt' } } }),
  'microphone-silenced': talking({}, { devices: { microphone: { silenced: true } } }),
  'microphone-replaced': talking({}, { devices: { microphone: { missing: 'Headset', label: 'Built-in microphone' } } }),
  'talking-while-muted': talking({}, { devices: { microphone: { muted: true, speaking: true } } }),
  'no-h264': seeing({}, { devices: { camera: { wanted: true, on: false, error: code('no-h264') } } }),
  'own-network-weak': talking({}, { call: { quality: 5 } }),
  'other-network-weak': talking({ quality: 5 }),
  'call-reconnecting': talking({ link: 'reconnecting', quality: 6 }, { call: { reconnecting: true, reconnectingSince: Date.now() - 4000 } }),
  'service-reconnecting': talking({}, { session: { connection: 'reconnecting', reconnectingSince: Date.now() - 12_000 } }),
  'kicked-other-login': { session: { phase: 'logged-out', connection: 'disconnected', kicked: 'other-login' }, profiles: NAMES },
  'kicked-signature-expired': { session: { phase: 'logged-out', connection: 'disconnected', kicked: 'signature-expired' }, profiles: NAMES },
  'kicked-by-service': { session: { phase: 'logged-out', connection: 'disconnected', kicked: 'by-service' }, profiles: NAMES },
} satisfies Record<string, SnapshotParts>).map(([name, parts]) => stateOf(shared, name, parts));
