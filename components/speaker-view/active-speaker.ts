import type { SnapshotHost } from '../base/snapshot-controller.js';
import { WatchController } from '../base/watch-controller.js';
import { splitUserIds } from '../call-button/dial.js';
import { SpeakerPicker } from './speaker-picker.js';

/** Follows the voices of `people` and renders the host again when another one has the stage. */
export class ActiveSpeaker {
  readonly #picker = new SpeakerPicker();

  /** `people`: user ids with spaces between; undefined while nobody asks. */
  constructor(host: SnapshotHost, people: () => string | undefined) {
    host.addController(new WatchController(host, people, (calling, key) => {
      const ids = splitUserIds(key);
      this.#picker.keep(ids);
      const stops = ids.map((userId) => calling.levels.watch(userId, (volume) => {
        const before = this.#picker.current;
        this.#picker.hear(userId, volume, performance.now());
        if (this.#picker.current !== before) host.requestUpdate();
      }));
      return () => { for (const stop of stops) stop(); };
    }));
  }

  /** Who has the stage among `people`: who speaks, else the first. */
  among(people: readonly string[]): string {
    const { current } = this.#picker;
    return people.includes(current) ? current : people[0] ?? '';
  }
}
