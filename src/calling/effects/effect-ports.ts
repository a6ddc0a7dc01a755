import type { Engine, Playback } from '../../engines/engine.js';
import type { Clock } from '../clock.js';
import type { DelegateCall } from '../delegate.js';
import { CallError, type ActionCallback } from '../errors.js';
import type { LevelRegistry } from '../levels.js';
import type { Preferences } from '../preferences.js';
import type { Recovery } from '../recovery.js';
import type { CallEventBody, Failure } from '../state/call-events.js';
import type { UserProfile } from '../state/call-state.js';
import type { TrackRegistry } from '../tracks.js';

/** What effects are done with, and who is told what came of them. */
export interface EffectPorts {
  readonly engine: Engine;
  readonly playback: Playback;
  readonly clock: Clock;
  readonly tracks: TrackRegistry;
  readonly levels: LevelRegistry;
  readonly recovery?: Recovery;
  readonly lookUp: (userIds: readonly string[], ask: (userIds: readonly string[]) => Promise<readonly UserProfile[]>) => Promise<unknown>;
  readonly preferences?: Preferences;
  readonly dispatch: (event: CallEventBody) => void;
  readonly emit: (call: DelegateCall) => void;
  readonly settle: (command: number, result: ActionCallback) => void;
}

export const toFailure = (thrown: unknown): Failure => {
  const { reason, code, message } = CallError.from(thrown);
  return { reason, code, desc: message };
};

/** What went wrong where nothing depends on it. */
export function warn({ emit }: EffectPorts, thrown: unknown): void {
  const { code, desc } = toFailure(thrown);
  emit({ type: 'onWarning', params: { code, msg: desc } });
}
