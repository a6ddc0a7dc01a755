import type {
  ActiveCall, CallSnapshot, CaptureState, Devices, EndedCall, InterruptedCall, Participant, Session, UserProfile,
} from '../../src/calling/state/call-state.js';
import { noCall } from '../../components/base/no-call.js';

/** Some fields of each part; what is left out is as in a quiet, logged-in session. */
export interface SnapshotParts {
  readonly session?: Partial<Session>;
  readonly call?: Partial<ActiveCall> | null;
  readonly ended?: Partial<EndedCall> | null;
  readonly interrupted?: Partial<InterruptedCall> | null;
  readonly devices?: { readonly [K in keyof Devices]?: Partial<Devices[K]> };
  /** Nicknames by user id, or whole profiles. */
  readonly profiles?: Readonly<Record<string, string | Partial<UserProfile>>>;
}

export const SELF = 'alice';

export const buildParticipant = (parts: Partial<Participant> & { readonly userId: string }): Participant => ({
  state: 'joined', inviteId: '', message: '', audio: true, video: false, screen: false, quality: 1, link: 'connected', ...parts,
});

export function buildCall(parts: Partial<ActiveCall> = {}): ActiveCall {
  const phase = parts.phase ?? 'in-call';
  const isInside = phase === 'in-call' || phase === 'connecting';
  return {
    callId: 'call-1', phase, role: phase === 'ringing' ? 'invitee' : 'inviter', type: 1, roomId: 7,
    inviter: phase === 'ringing' ? 'bob' : SELF, groupId: '', isGroup: false,
    participants: [buildParticipant({ userId: 'bob', state: stateIn(phase), audio: isInside })],
    startedAt: 0, connectedAt: phase === 'in-call' ? Date.now() - 65_000 : null,
    inRoom: phase !== 'ringing', reconnecting: false, reconnectingSince: null, quality: 0, switching: null, ...parts,
  };
}

const stateIn = (phase: ActiveCall['phase']): Participant['state'] =>
  phase === 'in-call' ? 'joined' : phase === 'connecting' ? 'connecting' : 'inviting';

export const buildEnded = (parts: Partial<EndedCall> = {}): EndedCall => ({
  callId: 'call-1', reason: 'remote-hangup', role: 'inviter', type: 1, inviter: SELF, userIds: ['bob'], roomId: 7, isGroup: false, duration: 65,
  startedAt: 0, endedAt: 0, message: '', code: 0, elsewhere: '', ...parts,
});

export const buildInterrupted = (parts: Partial<InterruptedCall> = {}): InterruptedCall => ({
  roomId: 7, type: 2, role: 'inviter', inviter: SELF, groupId: '', userIds: ['bob'], connectedAt: 0, ...parts,
});

const capture = (parts: Partial<CaptureState> = {}): CaptureState => ({ ...noCall.devices.screen, ...parts });

export const buildProfile = (userId: string, parts: Partial<UserProfile> = {}): UserProfile => ({ userId, nickname: '', avatarUrl: '', ...parts });

/** A snapshot of alice, logged in and idle, with the parts given. */
export function buildSnapshot({ session, call, ended, interrupted, devices = {}, profiles = {} }: SnapshotParts = {}): CallSnapshot {
  return {
    session: { phase: 'logged-in', sdkAppId: 1, userId: SELF, connection: 'connected', reconnectingSince: null, kicked: null, otherPages: 0, busyElsewhere: false, ...session },
    call: call ? buildCall(call) : null,
    ended: ended ? buildEnded(ended) : null,
    interrupted: interrupted ? buildInterrupted(interrupted) : null,
    devices: {
      microphone: { ...noCall.devices.microphone, ...(call && { wanted: true, on: true }), ...devices.microphone },
      camera: { ...noCall.devices.camera, ...devices.camera },
      screen: capture(devices.screen),
      speaker: { ...noCall.devices.speaker, ...devices.speaker },
    },
    profiles: Object.fromEntries(Object.entries({ alice: 'Alice', bob: 'Bob', carol: 'Carol', ...profiles }).map(([userId, profile]) => [
      userId, buildProfile(userId, typeof profile === 'string' ? { nickname: profile } : profile),
    ])),
  };
}
