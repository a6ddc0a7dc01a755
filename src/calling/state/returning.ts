import type { EventOf } from './call-events.js';
import type { InterruptedCall } from './call-state.js';
import { openCapture } from './captures.js';
import type { CoreCall } from './core-state.js';
import { newParticipant } from './participants.js';
import { CONNECT_MS } from './timings.js';
import type { Turn } from './turn.js';

/** The page remembers that it was in a call when it was reloaded. It is offered, and nothing happens by itself. */
export function onInterrupted(turn: Turn, interrupted: InterruptedCall): void {
  if (turn.state.session.phase !== 'logged-in' || turn.state.call) return;
  turn.patch({ interrupted: Object.freeze(interrupted) });
  turn.run({ type: 'fetch-profiles', userIds: interrupted.userIds });
}

/** Back into the room. If nobody is there any more, the wait for them ends it as any other. */
export function onCommandReturn(turn: Turn, { command, callId, camera, at }: EventOf<'return'>): void {
  const { interrupted, session } = turn.state;
  if (!interrupted || turn.state.call || session.phase !== 'logged-in') return turn.refuse(command, 'wrong-state');
  if (session.busyElsewhere) return turn.refuse(command, 'in-another-page');
  const { roomId, type, role, inviter, groupId, userIds, connectedAt } = interrupted;
  const call: CoreCall = Object.freeze({
    callId, roomId, type, role, inviter, groupId, phase: 'connecting', isGroup: userIds.length > 1 || groupId !== '',
    participants: Object.freeze(userIds.map((userId) => newParticipant(userId, 'connecting'))), startedAt: at, connectedAt: null,
    inRoom: false, reconnecting: false, reconnectingSince: null, quality: 0, outgoing: Object.freeze([]), incoming: Object.freeze([]), glare: null,
    acceptCommands: Object.freeze([command]), switching: null, asAudio: false, talkingSince: connectedAt,
  });
  turn.patch({ call, ended: null, interrupted: null });
  turn.run({ type: 'room-join', callId, roomId });
  for (const userId of userIds) turn.run({ type: 'start-timer', timer: { kind: 'connect', id: userId }, ms: CONNECT_MS });
  openCapture(turn, 'microphone');
  if (camera) openCapture(turn, 'camera');
}
