import { CODES } from '../errors.js';
import type { EventOf } from './call-events.js';
import { closeCapture, dropCapture, inRoom, open, openCapture, patchBook } from './captures.js';
import { onOutputsChanged } from './outputs.js';
import { failure, type Turn } from './turn.js';

/**
 * Unplugged, or taken away: what the browser offers instead takes its place, until it is back or another one is chosen. A
 * screen share is simply over.
 */
export function onCaptureEnded(turn: Turn, { kind }: EventOf<'capture-ended'>): void {
  if (!turn.state.captures[kind].open) return;
  const { wanted, previewed, deviceId, label } = turn.state.devices[kind];
  if (kind === 'screen' || !(previewed || (wanted && turn.state.call))) return closeCapture(turn, kind);
  dropCapture(turn, kind);
  patchBook(turn, kind, { preferred: '', lost: deviceId === '' ? null : Object.freeze({ deviceId, wanted, isBack: false }) });
  turn.patchDevice(kind, { missing: label });
  const { code, desc } = failure(kind === 'camera' ? 'no-camera' : 'no-microphone');
  turn.emit('onWarning', { code, msg: desc });
  open(turn, kind);
}

export function onDevicesChanged(turn: Turn, { kind, deviceIds }: EventOf<'devices-changed'>): void {
  turn.emit('onDeviceChange', { kind });
  if (kind === 'speaker') return onOutputsChanged(turn, deviceIds);
  const { lost } = turn.state.captures[kind];
  if (lost) {
    patchBook(turn, kind, { lost: Object.freeze({ ...lost, isBack: deviceIds.includes(lost.deviceId) }) });
    return comeBack(turn, kind);
  }
  // Whoever could not be heard for want of a microphone has plugged one in.
  const { error, pending } = turn.state.devices[kind];
  if (kind === 'microphone' && error === CODES['no-microphone'] && !pending && inRoom(turn) && deviceIds.length > 0) openCapture(turn, kind);
}

/** Goes back to the device that went away, if it is there again. */
export function comeBack(turn: Turn, kind: 'microphone' | 'camera' | 'screen'): void {
  const { lost } = turn.state.captures[kind];
  if (!lost?.isBack || turn.state.devices[kind].pending) return;
  patchBook(turn, kind, { preferred: lost.deviceId, lost: null });
  turn.patchDevice(kind, { missing: '', wanted: turn.state.devices[kind].wanted || lost.wanted });
  open(turn, kind);
}
