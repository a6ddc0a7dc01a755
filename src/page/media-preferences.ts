import type { Preferences } from '../calling/preferences.js';
import { VIDEO_QUALITIES } from '../calling/state/call-state.js';
import { DEFAULT_WISHES, type MediaWishes } from '../calling/state/core-state.js';

const KEY = 'trtc-calling.media';
/** Browsers' device ids have 64 characters. */
const MAX_ID_LENGTH = 512;

/** Keeps what this person likes in the origin's local storage. What lies there is as foreign as what another client sends. */
export class MediaPreferences implements Preferences {
  load(): MediaWishes {
    const { processing, quality, output } = read();
    const { noiseSuppression, echoCancellation, autoGainControl } = fields(processing);
    const wished = DEFAULT_WISHES.processing;
    return {
      processing: {
        noiseSuppression: flag(noiseSuppression, wished.noiseSuppression),
        echoCancellation: flag(echoCancellation, wished.echoCancellation),
        autoGainControl: flag(autoGainControl, wished.autoGainControl),
      },
      quality: VIDEO_QUALITIES.find((name) => name === quality) ?? DEFAULT_WISHES.quality,
      output: typeof output === 'string' && output.length <= MAX_ID_LENGTH ? output : '',
    };
  }

  save(wishes: MediaWishes): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(wishes));
    } catch {
      // Storage is full or forbidden: the wishes last as long as the page.
    }
  }
}

function read(): Readonly<Record<string, unknown>> {
  try {
    return fields(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
  } catch {
    return {};
  }
}

const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
