import { NO_CALL_LOG, type CallLogKeeper } from '../calling/call-log.js';
import type { Playback } from '../engines/engine.js';
import { PageCallLog } from './call-log.js';
import { CallRecovery } from './call-recovery.js';
import { MediaPreferences } from './media-preferences.js';
import { PagePlayback } from './playback.js';
import { PageViews } from './views.js';

interface PagePorts {
  readonly playback: Playback;
  readonly views: PageViews;
  readonly recovery?: CallRecovery;
  readonly preferences: MediaPreferences;
  readonly callLog: CallLogKeeper;
}

/** What a call needs of the page that it runs in. `playback` replaces the page's own player; without `isLogged` no call is written down. */
export const pagePorts = (playback: Playback = new PagePlayback(), isLogged = true): PagePorts =>
  ({
    playback, views: new PageViews(), ...(isPage() ? { recovery: new CallRecovery() } : {}), preferences: new MediaPreferences(),
    callLog: isLogged && isPage() ? new PageCallLog() : NO_CALL_LOG,
  });

/** In Node, where an application's tests run, no page goes away and there is no other tab. */
const isPage = (): boolean => typeof addEventListener === 'function';
