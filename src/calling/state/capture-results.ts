import { CODES } from '../errors.js';
import type { EventOf } from './call-events.js';
import { forgetLost, inRoom, open, openCapture, patchBook, settleWaiting, shut, use } from './captures.js';
import { comeBack } from './lost-devices.js';
import type { Turn } from './turn.js';

export function onCaptureOpened(turn: Turn, { kind, deviceId, label, settings, silenced }: EventOf<'capture-opened'>): void {
  const { stale, lost } = turn.state.captures[kind];
  const { wanted, previewed } = turn.state.devices[kind];
  turn.patchDevice(kind, { pending: false });
  patchBook(turn, kind, { open: true, stale: false });
  if (!wanted && !previewed) return shut(turn, kind);
  turn.patchDevice(kind, { error: 0, deviceId, label, settings, silenced });
  if (wanted) use(turn, kind);
  if (lost?.deviceId === deviceId) forgetLost(turn, kind);
  if (stale) return open(turn, kind);
  settleWaiting(turn, kind, null);
  comeBack(turn, kind);
}

export function onCaptureFailed(turn: Turn, { kind, failure: failed }: EventOf<'capture-failed'>): void {
  const { stale, preferred, open: isOpen } = turn.state.captures[kind];
  const { wanted, on, previewed } = turn.state.devices[kind];
  const needed = wanted || previewed;
  turn.patchDevice(kind, { pending: false });
  patchBook(turn, kind, { stale: false });
  if (failed.reason === 'aborted' || stale) {
    if (needed && (stale || !isOpen)) open(turn, kind);
    return;
  }
  // What was chosen is not there: any other is better than none.
  if (failed.reason === 'no-such-device' && preferred !== '' && !isOpen && needed) {
    patchBook(turn, kind, { preferred: '' });
    turn.emit('onWarning', { code: failed.code, msg: failed.desc });
    return open(turn, kind);
  }
  // A device that was open before keeps running: only the change failed.
  turn.patchDevice(kind, { wanted: on, error: failed.code });
  patchBook(turn, kind, { preferred: '' });
  turn.emit('onError', { code: failed.code, msg: failed.desc });
  settleWaiting(turn, kind, failed);
  comeBack(turn, kind);
}

/** What the person allows in the browser's own dialog helps at once, without another press. */
export function onPermission(turn: Turn, { kind, permission }: EventOf<'permission'>): void {
  const { error, pending } = turn.state.devices[kind];
  const wasRefused = error === CODES['permission-denied'] || error === CODES['system-denied'];
  turn.patchDevice(kind, { permission });
  if (permission === 'granted' && wasRefused && !pending && inRoom(turn)) openCapture(turn, kind);
}

export function onCaptureSilenced(turn: Turn, { kind, silenced }: EventOf<'capture-silenced'>): void {
  if (turn.state.captures[kind].open) turn.patchDevice(kind, { silenced });
}
