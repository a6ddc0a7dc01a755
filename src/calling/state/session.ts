import type { EventOf, Failure } from './call-events.js';
import type { UserProfile } from './call-state.js';
import { closeCapture } from './captures.js';
import { endCall, endElsewhere } from './ending.js';
import { patch } from './frozen.js';
import { tellItIsOver } from './room.js';
import { failure, type Turn } from './turn.js';

/** So many profiles are remembered; the oldest go beyond it. */
const MAX_PROFILES = 500;

export function onCommandLogin(turn: Turn, event: EventOf<'login'>): void {
  const { command, sdkAppId, userId, userSig } = event;
  const { session, sessionTag, loginCommands } = turn.state;
  if (session.phase === 'logged-in' || session.phase === 'logging-in') {
    if (session.userId !== userId || session.sdkAppId !== sdkAppId) return turn.refuse(command, 'already-logged-in');
    if (session.phase === 'logged-in') {
      turn.run({ type: 'renew', credentials: { sdkAppId, userId, userSig } });
      return turn.settle(command);
    }
    return turn.patch({ loginCommands: Object.freeze([...loginCommands, command]) });
  }
  if (session.phase === 'logging-out') return turn.refuse(command, 'wrong-state');
  const tag = sessionTag + 1;
  turn.patch({ sessionTag: tag, loginCommands: Object.freeze([command]) });
  turn.patchSession({ phase: 'logging-in', sdkAppId, userId, kicked: null });
  turn.run({ type: 'login', tag, credentials: { sdkAppId, userId, userSig } });
}

export function onLoginDone(turn: Turn, { tag }: EventOf<'login-done'>): void {
  const { session, sessionTag, loginCommands, self } = turn.state;
  if (tag !== sessionTag || session.phase !== 'logging-in') return;
  turn.patchSession({ phase: 'logged-in', connection: 'connected', reconnectingSince: null });
  turn.patch({ loginCommands: Object.freeze([]) });
  if (session.connection !== 'connected') turn.emit('onConnectionStateChange', { state: 'connected' });
  if (self) turn.run({ type: 'set-profile', ...self });
  turn.run({ type: 'recall-call', sdkAppId: session.sdkAppId, userId: session.userId });
  for (const command of loginCommands) turn.settle(command);
}

export function onLoginFailed(turn: Turn, { tag, failure: failed }: EventOf<'login-failed'>): void {
  const { session, sessionTag, loginCommands } = turn.state;
  if (tag !== sessionTag || session.phase !== 'logging-in') return;
  loggedOut(turn);
  turn.patch({ loginCommands: Object.freeze([]) });
  for (const command of loginCommands) turn.settle(command, failed);
}

export function onCommandLogout(turn: Turn, { command }: EventOf<'logout'>): void {
  const { session, sessionTag, loginCommands, logoutCommands } = turn.state;
  // Also what was turned on without a call, and without a login.
  if (!turn.state.call) closeAll(turn);
  if (session.phase === 'logged-out') return turn.settle(command);
  if (session.phase === 'logging-out') return turn.patch({ logoutCommands: Object.freeze([...logoutCommands, command]) });
  leaveCall(turn, 'logged-out');
  for (const waiting of loginCommands) turn.refuse(waiting, 'aborted');
  turn.patch({ loginCommands: Object.freeze([]), logoutCommands: Object.freeze([command]), sessionTag: sessionTag + 1 });
  turn.patchSession({ phase: 'logging-out' });
  turn.run({ type: 'logout', tag: sessionTag + 1 });
}

export function onLogoutDone(turn: Turn, { tag }: EventOf<'logout-done'>): void {
  const { sessionTag, logoutCommands, session } = turn.state;
  if (tag !== sessionTag || session.phase !== 'logging-out') return;
  loggedOut(turn);
  turn.patch({ logoutCommands: Object.freeze([]) });
  for (const command of logoutCommands) turn.settle(command);
}

/** Another login of the same user, or the service itself, took the session away. */
export function onKicked(turn: Turn, { reason }: EventOf<'kicked'>): void {
  const { session, sessionTag, loginCommands, logoutCommands } = turn.state;
  if (session.phase === 'logged-out') return;
  if (!turn.state.call) closeAll(turn);
  endCall(turn, 'kicked', failure('kicked-offline'));
  for (const command of loginCommands) turn.refuse(command, 'kicked-offline');
  for (const command of logoutCommands) turn.settle(command);
  turn.patch({ loginCommands: Object.freeze([]), logoutCommands: Object.freeze([]), sessionTag: sessionTag + 1 });
  loggedOut(turn);
  turn.patchSession({ kicked: reason });
  turn.run({ type: 'logout', tag: sessionTag + 1 });
  turn.emit('onKickedOffline', { reason });
}

export function onSignatureExpiring(turn: Turn): void {
  const { code, desc } = failure('signature-expiring');
  turn.emit('onWarning', { code, msg: desc });
}

export function onPages(turn: Turn, { pages, inCall }: EventOf<'pages'>): void {
  if (turn.state.session.phase !== 'logged-out') turn.patchSession({ otherPages: pages, busyElsewhere: inCall });
}

export function onConnection(turn: Turn, { state }: EventOf<'connection'>): void {
  const { session } = turn.state;
  if (session.phase === 'logged-out' || session.connection === state) return;
  // Trying again goes by way of connecting: that is no new beginning.
  const isCut = state === 'reconnecting' || (state === 'connecting' && session.reconnectingSince !== null);
  turn.patchSession({ connection: state, reconnectingSince: isCut ? session.reconnectingSince ?? turn.at : null });
  turn.emit('onConnectionStateChange', { state });
}

export function onDestroy(turn: Turn): void {
  const { session, sessionTag, loginCommands, logoutCommands } = turn.state;
  leaveCall(turn, 'logged-out', failure('destroyed'));
  closeAll(turn);
  for (const command of loginCommands) turn.refuse(command, 'destroyed');
  for (const command of logoutCommands) turn.settle(command);
  turn.patch({ loginCommands: Object.freeze([]), logoutCommands: Object.freeze([]), sessionTag: sessionTag + 1 });
  if (session.phase !== 'logged-out') turn.run({ type: 'logout', tag: sessionTag + 1 });
  loggedOut(turn);
  turn.run({ type: 'dispose' });
}

function closeAll(turn: Turn): void {
  for (const kind of ['microphone', 'camera', 'screen'] as const) closeCapture(turn, kind);
}

/** Hangs up, declines or cancels, whichever the call's phase asks for. `failed`: what whoever still waits is told. */
export function leaveCall(turn: Turn, reason: 'local-hangup' | 'logged-out', failed: Failure | null = null): void {
  const { call } = turn.state;
  if (!call) return;
  if (call.phase === 'ringing') {
    // A page that only goes leaves the answer to the others.
    const declines = reason === 'local-hangup' || turn.state.session.otherPages === 0;
    for (const { inviteId, type } of declines ? call.incoming : []) {
      turn.run({ type: 'answer', inviteId, answer: { kind: 'reject', type, busy: false, switching: false } });
    }
    return endCall(turn, reason === 'local-hangup' ? 'local-reject' : reason, failed);
  }
  tellItIsOver(turn, call);
  endCall(turn, call.phase === 'dialling' && reason === 'local-hangup' ? 'local-cancel' : reason, failed);
}

/** Another page of this user was in a call first. Nothing has been said to anybody yet. */
export function onCallRefused(turn: Turn, { callId }: EventOf<'call-refused'>): void {
  const { call } = turn.state;
  if (call?.callId !== callId) return;
  if (call.incoming.length > 0) endElsewhere(turn, 'answered-elsewhere', true);
  else endCall(turn, 'failed', failure('in-another-page'));
}

function loggedOut(turn: Turn): void {
  turn.patch({ interrupted: null });
  turn.patchSession({ phase: 'logged-out', userId: '', sdkAppId: 0, connection: 'disconnected', reconnectingSince: null, otherPages: 0, busyElsewhere: false });
}

export function onCommandProfile(turn: Turn, { nickname, avatarUrl }: EventOf<'set-profile'>): void {
  const before = turn.state.self ?? { nickname: '', avatarUrl: '' };
  const self = patch(before, { nickname: nickname ?? before.nickname, avatarUrl: avatarUrl ?? before.avatarUrl });
  turn.patch({ self: Object.freeze(self) });
  const { session } = turn.state;
  if (session.phase !== 'logged-in') return;
  onProfiles(turn, [{ userId: session.userId, ...self }]);
  turn.run({ type: 'set-profile', ...self });
}

export function onProfiles(turn: Turn, added: readonly UserProfile[]): void {
  const known = new Map(Object.entries(turn.state.profiles));
  let changed = false;
  for (const profile of added) {
    const before = known.get(profile.userId);
    const after = before ? patch<UserProfile>(before, profile) : Object.freeze({ ...profile });
    if (before !== after) {
      known.delete(profile.userId);
      known.set(profile.userId, after);
      changed = true;
    }
  }
  if (!changed) return;
  // A null prototype: a user may be called "constructor".
  turn.patch({ profiles: Object.freeze(Object.assign(Object.create(null), Object.fromEntries([...known].slice(-MAX_PROFILES)))) });
}
