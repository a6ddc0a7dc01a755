import type { Engine, Playback } from '../engines/engine.js';
import type { CallLogKeeper } from './call-log.js';
import type { Clock } from './clock.js';
import type { Preferences } from './preferences.js';
import type { Recovery } from './recovery.js';
import type { Views } from './views.js';

/** What a CallController stands on. */
export interface CallingPorts {
  readonly engine: Engine;
  readonly playback: Playback;
  readonly views: Views;
  /** Where a call is remembered across a reload; without it none is. */
  readonly recovery?: Recovery;
  /** Where calls that are over are remembered; without it none is. */
  readonly callLog?: CallLogKeeper;
  /** Where device wishes are kept from visit to visit; without it they last as long as this. */
  readonly preferences?: Preferences;
  readonly clock?: Clock;
  /** Seconds that an invitation rings; 30 unless said. */
  readonly ringTimeout?: number;
  readonly connectWhileRinging?: boolean;
}
