import type { CallPhase } from '../../src/calling/state/call-state.js';

const CHOICES = ['mic', 'camera', 'flip', 'speaker', 'share', 'pip', 'fullscreen', 'hangup'] as const;

/** A button that an author can ask for by name. */
export type ControlChoice = (typeof CHOICES)[number];
export type ControlName = ControlChoice | 'accept' | 'accept-audio' | 'reject';

const isChoice = (name: string): name is ControlChoice => CHOICES.some((choice) => choice === name);

/** Which buttons a moment needs. `asked` is the author's list; names that do not exist are passed over. */
export function buttonsFor(phase: CallPhase, isVideo: boolean, asked = ''): readonly ControlName[] {
  if (phase === 'ringing') return isVideo ? ['reject', 'accept-audio', 'accept'] : ['reject', 'accept'];
  const chosen = asked.split(/[\s,]+/).filter(isChoice);
  if (chosen.length > 0) return chosen;
  const isTalking = phase === 'in-call';
  return CHOICES.filter((name) => {
    if (name === 'camera' || name === 'flip') return isVideo;
    if (name === 'share') return isTalking;
    return name !== 'pip' && name !== 'fullscreen';
  });
}
