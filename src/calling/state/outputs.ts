import type { EventOf } from './call-events.js';
import { rememberWishes } from './wishes.js';
import { failure, type Turn } from './turn.js';

/** Nothing is committed before the browser plays there. */
export const onChooseOutput = (turn: Turn, { deviceId, command }: EventOf<'choose-output'>): void =>
  turn.run({ type: 'use-output', deviceId, command });

/** What was chosen on an earlier visit, for the first voice of a call. */
export function useChosenOutput(turn: Turn): void {
  const { output, devices: { speaker } } = turn.state;
  if (output !== speaker.deviceId && !speaker.missing && speaker.handsFree) turn.run({ type: 'use-output', deviceId: output, command: 0 });
}

export function onOutputUsed(turn: Turn, { deviceId, command }: EventOf<'output-used'>): void {
  if (command !== 0) turn.patch({ output: deviceId });
  turn.patchDevice('speaker', { deviceId, muted: false, missing: deviceId !== turn.state.output });
  if (command !== 0) rememberWishes(turn);
  turn.settle(command);
}

/** Whoever chose it is told; what was chosen once and is not there today is no trouble. */
export const onOutputFailed = (turn: Turn, { command, failure: failed }: EventOf<'output-failed'>): void => turn.settle(command, failed);

/** The output that is in use went away, or is back. */
export function onOutputsChanged(turn: Turn, deviceIds: readonly string[]): void {
  const { output, devices: { speaker } } = turn.state;
  if (output === '') return;
  const isThere = deviceIds.includes(output);
  if (isThere && speaker.missing) return turn.run({ type: 'use-output', deviceId: output, command: 0 });
  if (isThere || speaker.deviceId !== output) return;
  turn.patchDevice('speaker', { missing: true });
  const { code, desc } = failure('no-such-device');
  turn.emit('onWarning', { code, msg: desc });
  turn.run({ type: 'use-output', deviceId: '', command: 0 });
}
