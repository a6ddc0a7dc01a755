import type { EventOf } from './call-events.js';
import { differs } from '../voice-processing.js';
import { forgetLost, open, patchBook, shut } from './captures.js';
import type { CoreState } from './core-state.js';
import { patch } from './frozen.js';
import type { Turn } from './turn.js';

/** Writes down what this person likes. */
export function rememberWishes(turn: Turn): void {
  const { devices: { microphone: { processing }, camera: { quality } }, output } = turn.state;
  turn.run({ type: 'remember', wishes: { processing, quality, output } });
}

/** To look at a device before it is used. Where it is open already nothing changes but how long it stays so. */
export function onPreview(turn: Turn, { kind, on }: EventOf<'preview'>): void {
  turn.patchDevice(kind, { previewed: on });
  const { wanted, pending } = turn.state.devices[kind];
  if (on && !turn.state.captures[kind].open && !pending) open(turn, kind);
  if (on || wanted) return;
  shut(turn, kind);
  forgetLost(turn, kind);
}

export function onSetProcessing(turn: Turn, { processing }: EventOf<'set-processing'>): void {
  const before = turn.state.devices.microphone.processing;
  turn.patchDevice('microphone', { processing: patch(before, processing) });
  if (turn.state.devices.microphone.processing !== before) adjust(turn, 'microphone');
}

export function onSetQuality(turn: Turn, { quality }: EventOf<'set-quality'>): void {
  if (turn.state.devices.camera.quality === quality) return;
  turn.patchDevice('camera', { quality });
  turn.run({ type: 'quality', quality });
  adjust(turn, 'camera');
}

function adjust(turn: Turn, kind: 'microphone' | 'camera'): void {
  rememberWishes(turn);
  const { devices: { microphone: { processing }, camera: { quality } }, captures } = turn.state;
  if (turn.state.devices[kind].pending) patchBook(turn, kind, { stale: true });
  else if (captures[kind].open) turn.run({ type: 'capture-adjust', kind, processing, quality });
}

/** Browsers change a running microphone or say that they did: where they did not, it is opened anew, once. */
export function onAdjusted(turn: Turn, { kind, settings }: EventOf<'capture-adjusted'>): void {
  const { pending } = turn.state.devices[kind];
  if (!turn.state.captures[kind].open || pending) return;
  turn.patchDevice(kind, { settings });
  if (kind === 'microphone' && differs(settings.processing, turn.state.devices.microphone.processing)) open(turn, kind);
}

/** The microphone itself is listened to: for a preview, and to notice somebody who speaks while muted. */
export const isMeasured = ({ captures, devices: { microphone }, call }: CoreState): boolean =>
  captures.microphone.open && (microphone.previewed || (microphone.on && microphone.muted && call !== null && call.phase !== 'ringing'));

export function onVoice(turn: Turn, { speaking }: EventOf<'voice'>): void {
  const { on, muted } = turn.state.devices.microphone;
  turn.patchDevice('microphone', { speaking: speaking && on && muted });
}
