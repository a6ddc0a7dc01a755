import type { Capture, EventOf, Failure } from './call-events.js';
import type { MediaKind } from './call-state.js';
import { NO_SETTINGS, type CaptureBook } from './core-state.js';
import { patch } from './frozen.js';
import { failure, type Turn } from './turn.js';

/** What each capture device publishes. */
export const KIND_OF = { microphone: 'audio', camera: 'video', screen: 'screen' } as const satisfies Record<Capture, MediaKind>;

export const patchBook = (turn: Turn, kind: Capture, changes: Partial<CaptureBook>): void => {
  const { captures } = turn.state;
  turn.patch({ captures: patch(captures, { [kind]: patch(captures[kind], changes) }) });
};

export const settleWaiting = (turn: Turn, kind: Capture, failed: Failure | null): void => {
  const { commands } = turn.state.captures[kind];
  patchBook(turn, kind, { commands: Object.freeze([]) });
  for (const command of commands) turn.settle(command, failed);
};

const wait = (turn: Turn, kind: Capture, command: number): void => {
  if (command !== 0) patchBook(turn, kind, { commands: Object.freeze([...turn.state.captures[kind].commands, command]) });
};

/** Asks for the device as it is wanted now. One change at a time: while one is under way, another follows it. */
export function open(turn: Turn, kind: Capture): void {
  const { devices: { microphone: { processing }, camera: { front, quality } }, captures } = turn.state;
  if (turn.state.devices[kind].pending) return patchBook(turn, kind, { stale: true });
  turn.patchDevice(kind, { pending: true, error: 0 });
  turn.run({ type: 'capture-open', kind, deviceId: captures[kind].preferred, front, processing, quality });
}

/** Lets go of the device: its light goes out. */
export function shut(turn: Turn, kind: Capture): void {
  if (turn.state.captures[kind].open || turn.state.devices[kind].pending) turn.run({ type: 'capture-close', kind });
  patchBook(turn, kind, { open: false, stale: false });
  turn.patchDevice(kind, { deviceId: '', label: '', silenced: false, settings: NO_SETTINGS });
}

/** Nobody waits any more for a device that went away. */
export function forgetLost(turn: Turn, kind: Capture): void {
  patchBook(turn, kind, { lost: null });
  turn.patchDevice(kind, { missing: '' });
}

/** Wants the device on. A wish that comes while a change is under way is looked at when it is done. */
export function openCapture(turn: Turn, kind: Capture, command = 0): void {
  const { on, pending } = turn.state.devices[kind];
  if (on && !pending) return turn.settle(command);
  turn.patchDevice(kind, { wanted: true });
  if (turn.state.captures[kind].open && !pending) {
    use(turn, kind);
    return turn.settle(command);
  }
  wait(turn, kind, command);
  if (!pending) open(turn, kind);
}

/** Wants the device off: its light goes out now, whatever was under way, unless it is looked at besides. */
export function closeCapture(turn: Turn, kind: Capture, command = 0): void {
  const { previewed } = turn.state.devices[kind];
  unpublish(turn, kind);
  turn.patchDevice(kind, { wanted: false });
  if (!previewed) shut(turn, kind);
  forgetLost(turn, kind);
  settleWaiting(turn, kind, failure('aborted'));
  turn.settle(command);
}

/** The device is gone by itself, whoever wanted it. */
export function dropCapture(turn: Turn, kind: Capture): void {
  unpublish(turn, kind);
  shut(turn, kind);
  settleWaiting(turn, kind, failure('aborted'));
}

/** Publishes what is open, for a room that was just asked for. */
export function publishOpen(turn: Turn): void {
  for (const kind of ['microphone', 'camera', 'screen'] as const) if (turn.state.devices[kind].on) publish(turn, kind);
}

export const inRoom = (turn: Turn): boolean => turn.state.call !== null && turn.state.call.phase !== 'ringing';

function publish(turn: Turn, kind: Capture): void {
  const { call, devices } = turn.state;
  if (!call || !inRoom(turn)) return;
  if (kind === 'microphone') turn.run({ type: 'mute', kind: 'audio', muted: devices.microphone.muted });
  turn.run({ type: 'publish', callId: call.callId, kind: KIND_OF[kind], capture: kind });
}

function unpublish(turn: Turn, kind: Capture): void {
  if (turn.state.devices[kind].on && inRoom(turn)) turn.run({ type: 'unpublish', kind: KIND_OF[kind] });
  turn.patchDevice(kind, { on: false });
}

/** What is open goes out from now on. */
export function use(turn: Turn, kind: Capture): void {
  turn.patchDevice(kind, { on: true, error: 0 });
  publish(turn, kind);
}

export function onCommandCapture(turn: Turn, event: EventOf<'capture'>): void {
  const { kind, command } = event;
  const turned = kind === 'camera' && event.front !== undefined && event.front !== turn.state.devices.camera.front;
  if (turned) {
    turn.patchDevice('camera', { front: event.front });
    patchBook(turn, 'camera', { preferred: '' });
    forgetLost(turn, 'camera');
  }
  if (!event.on) closeCapture(turn, kind, command);
  const { wanted, pending } = turn.state.devices[kind];
  const isOpen = turn.state.captures[kind].open;
  if (turned && (isOpen || pending)) open(turn, kind);
  if (!event.on) return;
  if (turned && isOpen && wanted) wait(turn, kind, command);
  else openCapture(turn, kind, command);
}

/** The choice holds for the next time the device opens; while it is open it changes now. */
export function onChooseDevice(turn: Turn, { kind, deviceId, command }: EventOf<'choose-device'>): void {
  patchBook(turn, kind, { preferred: deviceId });
  forgetLost(turn, kind);
  if (!turn.state.captures[kind].open && !turn.state.devices[kind].pending) return turn.settle(command);
  wait(turn, kind, command);
  open(turn, kind);
}

export function onMuteMicrophone(turn: Turn, { muted }: EventOf<'mute-microphone'>): void {
  turn.patchDevice('microphone', { muted });
  const { on } = turn.state.devices.microphone;
  if (!inRoom(turn)) return;
  if (on) turn.run({ type: 'mute', kind: 'audio', muted });
  else if (!muted) openCapture(turn, 'microphone');
}

export function onCaptureReplaced(turn: Turn, { kind }: EventOf<'capture-replaced'>): void {
  if (turn.state.devices[kind].on) publish(turn, kind);
}
