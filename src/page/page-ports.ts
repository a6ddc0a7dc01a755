import type { Playback } from '../engines/engine.js';
import { CallRecovery } from './call-recovery.js';
import { PagePlayback } from './playback.js';
import { PageViews } from './views.js';

/** What a call needs of the page that it runs in. `playback` replaces the page's own player. */
export const pagePorts = (playback: Playback = new PagePlayback()): { playback: Playback; views: PageViews; recovery: CallRecovery } =>
  ({ playback, views: new PageViews(), recovery: new CallRecovery() });
