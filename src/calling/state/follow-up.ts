import type { CoreState } from './core-state.js';
import { useChosenOutput } from './outputs.js';
import type { Turn } from './turn.js';
import { isMeasured } from './wishes.js';

const isInside = ({ call }: CoreState): boolean => call !== null && call.phase !== 'ringing';

/** What follows from every event alike. */
export function followUp(turn: Turn, before: CoreState): void {
  const { on, muted, speaking } = turn.state.devices.microphone;
  if (speaking && !(on && muted)) turn.patchDevice('microphone', { speaking: false });
  const measured = isMeasured(turn.state);
  if (measured !== isMeasured(before)) turn.run({ type: 'measure', on: measured });
  if (isInside(turn.state) && !isInside(before)) useChosenOutput(turn);
}
