import { WatchController, type WatchKey } from '../base/watch-controller.js';
import type { SnapshotHost } from '../base/snapshot-controller.js';

/**
 * Silences one person's voice here alone, by their received track: `enabled = false` of a remote MediaStreamTrack renders
 * silence wherever it is played (W3C Media Capture and Streams, section 4.3.1). Undone when `userId` gives undefined.
 */
export class VoiceMute extends WatchController {
  constructor(host: SnapshotHost, userId: WatchKey) {
    super(host, userId, (calling, key) => {
      let silenced: MediaStreamTrack | undefined;
      const release = (): void => { if (silenced) silenced.enabled = true; };
      const stop = calling.tracks.watch(key, 'audio', (track) => {
        release();
        silenced = track instanceof MediaStreamTrack ? track : undefined;
        if (silenced) silenced.enabled = false;
      });
      return () => { stop(); release(); };
    });
  }
}
