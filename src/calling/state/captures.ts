import type { Capture, EventOf, Failure } from './call-events.js';
import type { MediaKind } from './call-state.js';
import type { CaptureBook } from './core-state.js';
import { patch } from './frozen.js';
import { failure, type Turn } from './turn.js';

/** What each capture device publishes. */
export const KIND_OF = { microphone: 'audio', camera: 'video', screen: 'screen' } as const satisfies Record<Capture, MediaKind>;

const patchBook = (turn: Turn, kind: Capture, changes: Partial<CaptureBook>): void => {
  const { captures } = turn.state;
  turn.patch({ captures: patch(captures, { [kind]: patch(captures[kind], changes) }) });
};

const settleWaiting = (turn: Turn, kind: Capture, failed: Failure | null): void => {
  const { commands } = turn.state.captures[kind];
  patchBook(turn, kind, { commands: Object.freeze([]) });
  for (const command of commands) turn.settle(command, failed);
};

const open = (turn: Turn, kind: Capture): void => {
  turn.patchDevice(kind, { pending: true, error: 0 });
  turn.run({ type: 'capture-open', kind, deviceId: turn.state.captures[kind].preferred, front: turn.state.devices.camera.front });
};

/** Wants the device on. One change at a time: a wish that comes while one is under way is looked at when it is done. */
export function openCapture(turn: Turn, kind: Capture, command = 0): void {
  const device = turn.state.devices[kind];
  if (device.on && !device.pending) return turn.settle(command);
  turn.patchDevice(kind, { wanted: true });
  if (command !== 0) patchBook(turn, kind, { commands: Object.freeze([...turn.state.captures[kind].commands, command]) });
  if (!device.pending) open(turn, kind);
}

/** Wants the device off: its light goes out now, whatever was under way. */
export function closeCapture(turn: Turn, kind: Capture, command = 0): void {
  const device = turn.state.devices[kind];
  if (device.on && inRoom(turn)) turn.run({ type: 'unpublish', kind: KIND_OF[kind] });
  if (device.on || device.pending) turn.run({ type: 'capture-close', kind });
  turn.patchDevice(kind, { wanted: false, on: false, deviceId: '', label: '' });
  settleWaiting(turn, kind, failure('aborted'));
  turn.settle(command);
}

/** Publishes what is open, for a room that was just asked for. */
export function publishOpen(turn: Turn): void {
  for (const kind of ['microphone', 'camera', 'screen'] as const) if (turn.state.devices[kind].on) publish(turn, kind);
}

const inRoom = (turn: Turn): boolean => turn.state.call !== null && turn.state.call.phase !== 'ringing';

function publish(turn: Turn, kind: Capture): void {
  const { call, devices } = turn.state;
  if (!call || !inRoom(turn)) return;
  if (kind === 'microphone') turn.run({ type: 'mute', kind: 'audio', muted: devices.microphone.muted });
  turn.run({ type: 'publish', callId: call.callId, kind: KIND_OF[kind], capture: kind });
}

export function onCommandCapture(turn: Turn, event: EventOf<'capture'>): void {
  const turned = event.kind === 'camera' && event.front !== undefined && event.front !== turn.state.devices.camera.front;
  if (turned) {
    turn.patchDevice('camera', { front: event.front });
    patchBook(turn, 'camera', { preferred: '' });
  }
  if (!event.on) return closeCapture(turn, event.kind, event.command);
  const { on, pending } = turn.state.devices[event.kind];
  if (turned && on && !pending) reopen(turn, event.kind, event.command);
  else openCapture(turn, event.kind, event.command);
}

const reopen = (turn: Turn, kind: Capture, command: number): void => {
  if (command !== 0) patchBook(turn, kind, { commands: Object.freeze([...turn.state.captures[kind].commands, command]) });
  turn.patchDevice(kind, { wanted: true });
  open(turn, kind);
};

/** The choice holds for the next time the device opens; while it is open it changes now. */
export function onChooseDevice(turn: Turn, { kind, deviceId, command }: EventOf<'choose-device'>): void {
  patchBook(turn, kind, { preferred: deviceId });
  const { on, pending } = turn.state.devices[kind];
  if (on && !pending) reopen(turn, kind, command);
  else turn.settle(command);
}

export function onMuteMicrophone(turn: Turn, { muted }: EventOf<'mute-microphone'>): void {
  turn.patchDevice('microphone', { muted });
  const { on } = turn.state.devices.microphone;
  if (!inRoom(turn)) return;
  if (on) turn.run({ type: 'mute', kind: 'audio', muted });
  else if (!muted) openCapture(turn, 'microphone');
}

export function onCaptureOpened(turn: Turn, { kind, deviceId, label }: EventOf<'capture-opened'>): void {
  turn.patchDevice(kind, { pending: false });
  if (!turn.state.devices[kind].wanted) {
    turn.run({ type: 'capture-close', kind });
    return;
  }
  turn.patchDevice(kind, { on: true, error: 0, deviceId, label });
  publish(turn, kind);
  settleWaiting(turn, kind, null);
}

export function onCaptureFailed(turn: Turn, { kind, failure: failed }: EventOf<'capture-failed'>): void {
  const { wanted, on } = turn.state.devices[kind];
  turn.patchDevice(kind, { pending: false });
  if (failed.reason === 'aborted') {
    if (wanted && !on) open(turn, kind);
    return;
  }
  // A device that was open before keeps running: only the change failed.
  turn.patchDevice(kind, { wanted: on, error: failed.code });
  patchBook(turn, kind, { preferred: '' });
  turn.emit('onError', { code: failed.code, msg: failed.desc });
  settleWaiting(turn, kind, failed);
}

/** Unplugged, or taken away: the call goes on with what the browser offers instead. A screen share is simply over. */
export function onCaptureEnded(turn: Turn, { kind }: EventOf<'capture-ended'>): void {
  if (!turn.state.devices[kind].on) return;
  const again = kind !== 'screen' && turn.state.call !== null;
  closeCapture(turn, kind);
  if (!again) return;
  patchBook(turn, kind, { preferred: '' });
  const { code, desc } = failure(kind === 'camera' ? 'no-camera' : 'no-microphone');
  turn.emit('onWarning', { code, msg: desc });
  openCapture(turn, kind);
}
