/**
 * Rules of the call, each broken once. The simulation must notice every one of them: a rule whose breach nobody notices is
 * not tested, or not needed.
 * @typedef {{ rule: string, file: string, find: string, replace: string }} Mutation
 */

const STATE = 'src/calling/state/';

/** @type {readonly Mutation[]} */
export const MUTATIONS = [
  { rule: 'an invitation that nobody answers ends at the inviter', file: `${STATE}dialling.ts`, find: "turn.run({ type: 'start-timer', timer: { kind: 'ring', id: inviteId }", replace: "if (false) turn.run({ type: 'start-timer', timer: { kind: 'ring', id: inviteId }" },
  { rule: 'an invitation that nobody answers ends at the invitee', file: `${STATE}answers.ts`, find: "!dropIncoming(turn, call, invite)) endCall(turn, 'missed');", replace: '!dropIncoming(turn, call, invite)) return;' },
  { rule: 'whoever answered and finds nobody gives up', file: `${STATE}ringing.ts`, find: "for (const { userId } of call.participants) turn.run({ type: 'start-timer'", replace: "for (const { userId } of []) turn.run({ type: 'start-timer'" },
  { rule: 'whoever was accepted and never sees them come gives up', file: `${STATE}answers.ts`, find: "turn.run({ type: 'start-timer', timer: { kind: 'connect'", replace: "if (false) turn.run({ type: 'start-timer', timer: { kind: 'connect'" },
  { rule: 'the last one left ends the call', file: `${STATE}room.ts`, find: "endIfAlone(turn, gone ? 'connection-lost' : 'remote-hangup');", replace: '' },
  { rule: 'a declined call ends', file: `${STATE}answers.ts`, find: "endIfAlone(turn, event.busy ? 'busy' : 'remote-reject');", replace: '' },
  { rule: 'a busy line is answered as such', file: `${STATE}ringing.ts`, find: "turn.run({ type: 'answer', inviteId: invite.inviteId, answer: { kind: 'reject', type: invite.type, busy: true", replace: "ring(turn, event, invite); if (false) turn.run({ type: 'answer', inviteId: invite.inviteId, answer: { kind: 'reject', type: invite.type, busy: true" },
  { rule: 'an ended call leaves the room', file: `${STATE}ending.ts`, find: "if (call.phase !== 'ringing') turn.run({ type: 'room-leave' });", replace: "if (call.phase !== 'ringing') void turn;" },
  { rule: 'an ended call closes the devices', file: `${STATE}ending.ts`, find: "for (const kind of ['microphone', 'camera', 'screen'] as const) closeCapture(turn, kind);", replace: '' },
  { rule: 'an ended call stops its timers', file: `${STATE}ending.ts`, find: "turn.run({ type: 'stop-timers' });", replace: '' },
  { rule: 'an ended call is told of', file: `${STATE}ending.ts`, find: "else turn.emit('onCallEnd', { duration, reason });", replace: "else if (reason !== 'kicked') turn.emit('onCallEnd', { duration, reason });" },
  { rule: 'a call is told to be over once', file: `${STATE}ending.ts`, find: "if (call.phase === 'ringing' && reason === 'missed') turn.emit('onCallingTimeOut', {});", replace: "if (call.phase === 'ringing') turn.emit('onCallingTimeOut', {}); if (call.phase === 'ringing' && reason === 'missed') turn.emit('onCallingTimeOut', {});" },
  { rule: 'a cancelled call stops ringing', file: `${STATE}answers.ts`, find: "withdraw(turn, inviteId, userId, 'remote-cancel');", replace: '' },
  { rule: 'two who dial each other do not both yield', file: `${STATE}glare.ts`, find: 'if (turn.state.session.userId > invite.inviter) {', replace: 'if (turn.state.session.userId !== invite.inviter) {' },
  { rule: 'two who dial each other do not both insist', file: `${STATE}glare.ts`, find: 'if (turn.state.session.userId > invite.inviter) {', replace: 'if (turn.state.session.userId === invite.inviter) {' },
  { rule: 'whoever yields leaves their own room', file: `${STATE}glare.ts`, find: "turn.run({ type: 'room-leave' });", replace: '' },
  { rule: 'whoever yields publishes in the new room', file: `${STATE}glare.ts`, find: '  publishOpen(turn);\n', replace: '\n' },
  { rule: 'a microphone that opens in a call is published', file: `${STATE}captures.ts`, find: "  turn.patchDevice(kind, { on: true, error: 0 });\n  publish(turn, kind);", replace: '  turn.patchDevice(kind, { on: true, error: 0 });' },
  { rule: 'a device that is not wanted is closed', file: 'src/calling/effects/device-effects.ts', find: '    engine.devices.close(kind);\n    tracks.set', replace: '    tracks.set' },
  { rule: 'sound stops with the call', file: 'src/calling/effects/room-effects.ts', find: 'for (const userId of this.#playing) playback.play(userId, null);', replace: '' },
  { rule: 'mute holds in the room', file: `${STATE}captures.ts`, find: "if (on) turn.run({ type: 'mute', kind: 'audio', muted });", replace: 'if (on) return;' },
  { rule: 'nobody enters twice', file: `${STATE}room.ts`, find: "if (known?.state === 'joined') return onReturned(turn, known);", replace: '' },
  { rule: 'somebody who left is shown as left', file: `${STATE}room.ts`, find: "patchParticipant(turn, userId, { state: 'left', audio: false, video: false, screen: false, quality: 0 });", replace: '' },
  { rule: 'a room that cannot be joined ends the call', file: `${STATE}room.ts`, find: "endCall(turn, 'failed', failed);", replace: '' },
  { rule: 'whoever vanished and does not come back is gone', file: `${STATE}room.ts`, find: "turn.run({ type: 'start-timer', timer: { kind: 'return', id: userId }, ms: returnTime(silence) });", replace: '' },
  { rule: 'whoever came back in time stays', file: `${STATE}room.ts`, find: "turn.run({ type: 'stop-timer', timer: { kind: 'return', id: userId } });\n  if (link", replace: 'if (link' },
  { rule: 'a lost room ends the call', file: `${STATE}room.ts`, find: "endCall(turn, 'connection-lost', failed);", replace: '' },
  { rule: 'a kicked session ends its call', file: `${STATE}session.ts`, find: "endCall(turn, 'kicked', failure('kicked-offline'));", replace: '' },
  { rule: 'a logout ends the call', file: `${STATE}session.ts`, find: "  leaveCall(turn, 'logged-out');\n  for (const waiting", replace: '  for (const waiting' },
  { rule: 'whoever agrees to another type has it', file: `${STATE}switching.ts`, find: "answer(turn, wish, 'accept');\n  changeType(turn, wish.type);", replace: "answer(turn, wish, 'accept');" },
  { rule: 'a wish to change the type ends', file: `${STATE}switching.ts`, find: "turn.run({ type: 'start-timer', timer: { kind: 'switch', id: wish.inviteId }, ms });", replace: '' },
  { rule: 'an inviter who dials anew is not busy with their own old call', file: `${STATE}ringing.ts`, find: "endCall(turn, 'remote-cancel');\n    return ring(turn, event, invite);", replace: 'return ring(turn, event, invite);' },
  { rule: 'what another page answered stops ringing', file: `${STATE}answers.ts`, find: 'if (isOpen && call.incoming.some((one) => one.inviteId === inviteId)) endElsewhere(turn, reason, nearby);', replace: '' },
  { rule: 'a user is in a call in one page', file: `${STATE}session.ts`, find: "if (call.incoming.length > 0) endElsewhere(turn, 'answered-elsewhere', true);\n  else endCall(turn, 'failed', failure('in-another-page'));", replace: '' },
];
