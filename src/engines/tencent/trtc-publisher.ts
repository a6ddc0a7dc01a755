import type { Clock } from '../../calling/clock.js';
import type { MediaKind, VideoQuality } from '../../calling/state/call-state.js';
import { bounded } from './im-bounded.js';
import { toTrtcError } from './trtc-events.js';
import { TrtcFeed, type FeedContent } from './trtc-feed.js';
import type { TrtcClient, TrtcSdk } from './trtc-types.js';

/** What is to be published, as the room was last told. */
export interface Wanted {
  readonly tracks: ReadonlyMap<MediaKind, MediaStreamTrack>;
  readonly muted: ReadonlySet<MediaKind>;
  readonly quality?: VideoQuality;
}

/** The SDK gives up by itself after 20 s, having tried twice. */
const PUBLISH_LIMIT_MS = 25_000;
/** How long leaving waits for a publish under way: cut short, the SDK keeps its connection until it has tried twice (22 s were seen). */
const LAST_LIMIT_MS = 2_000;

/**
 * Makes what is published follow what is wanted. The SDK refuses a second publish and gets confused by overlapping
 * changes, so they run one after another, each looking at what is wanted by then.
 */
export class TrtcPublisher {
  readonly #wanted: Wanted;
  readonly #clock: Clock;
  readonly #gone: AbortSignal;
  readonly #main: TrtcFeed;
  readonly #screen: TrtcFeed;
  /** When the change after which the next may begin is through, or given up. */
  #last: Promise<unknown> = Promise.resolve();
  /** When the SDK has done with it, whether anybody waited or not. */
  #done: Promise<unknown> = Promise.resolve();

  constructor(sdk: TrtcSdk, client: TrtcClient, options: { readonly wanted: Wanted; readonly clock: Clock; readonly gone: AbortSignal }) {
    this.#wanted = options.wanted;
    this.#clock = options.clock;
    this.#gone = options.gone;
    this.#main = new TrtcFeed(sdk, client, false);
    this.#screen = new TrtcFeed(sdk, client, true);
  }

  /** Something is being sent. */
  get live(): boolean {
    return this.#main.live || this.#screen.live;
  }

  /** Settles when `kind` is published as it is wanted. Rejects: network, timed-out, internal, aborted. */
  update(kind: MediaKind): Promise<void> {
    const screen = kind === 'screen';
    const pass = this.#last.then(async () => {
      if (this.#gone.aborted) return;
      await (screen ? this.#screen : this.#main).bring(screen ? this.#screenContent() : this.#mainContent());
    });
    this.#done = pass.catch(() => undefined);
    const limited = bounded(pass, { clock: this.#clock, ms: PUBLISH_LIMIT_MS, signal: this.#gone });
    this.#last = limited.catch(() => undefined);
    return limited.catch((thrown: unknown) => {
      throw toTrtcError(thrown, 'internal');
    });
  }

  mute(): void {
    this.#main.mute(this.#mainContent());
  }

  /** Resolves when no change is under way, or soon after. */
  async rest(): Promise<void> {
    await bounded(this.#done, { clock: this.#clock, ms: LAST_LIMIT_MS }).catch(() => undefined);
  }

  /** Takes the tracks back; to be called when the room is left. */
  async release(): Promise<void> {
    await Promise.all([this.#main.release(), this.#screen.release()]);
  }

  #mainContent(): FeedContent {
    const { tracks, muted, quality = 'auto' } = this.#wanted;
    return { quality, audio: tracks.get('audio') ?? null, video: tracks.get('video') ?? null, audioMuted: muted.has('audio'), videoMuted: muted.has('video') };
  }

  /** The service has no word for a muted screen: it is not published then. */
  #screenContent(): FeedContent {
    const { tracks, muted } = this.#wanted;
    return { audio: null, video: muted.has('screen') ? null : tracks.get('screen') ?? null, audioMuted: false, videoMuted: false };
  }
}
