import type { CoreState } from './core-state.js';
import { useChosenOutput } from './outputs.js';
import type { Turn } from './turn.js';
import { isMeasured } from './wishes.js';

const isInside = ({ call }: CoreState): boolean => call !== null && call.phase !== 'ringing';

/** The call that keeps its user busy; '' for none. What rings may still be answered by another page. */
const busyCall = ({ call }: CoreState): string => (call && call.phase !== 'ringing' ? call.callId : '');

/** What follows from every event alike. */
export function followUp(turn: Turn, before: CoreState): void {
  const { on, muted, speaking } = turn.state.devices.microphone;
  if (speaking && !(on && muted)) turn.patchDevice('microphone', { speaking: false });
  const measured = isMeasured(turn.state);
  if (measured !== isMeasured(before)) turn.run({ type: 'measure', on: measured });
  if (isInside(turn.state) && !isInside(before)) useChosenOutput(turn);
  tellPages(turn, busyCall(before), busyCall(turn.state));
}

/** Into a call before anything is said of it, out of it when all is said. */
function tellPages(turn: Turn, before: string, after: string): void {
  if (after === '' && before !== '') turn.run({ type: 'in-call', callId: before, inCall: false });
  else if (before !== after) turn.effects.unshift({ type: 'in-call', callId: after, inCall: true });
}
