import type { MediaKind } from '../../../src/calling/state/call-state.js';
import type { MediaTrack } from '../../../src/calling/tracks.js';
import type { Engine } from '../../../src/engines/engine.js';
import { createTencentEngine } from '../../../src/engines/tencent/index.js';
import { until, type World } from '../../contract/world.js';
import { ImStandIn } from '../../support/im-stand-in/client.js';
import { nextAppId, soon } from './im-people.js';
import { TrtcWorld } from './trtc-world.js';

/** Whole tencent engines: the three real SDKs in this page, against the local stand-ins of both services. */
export class TencentWorld implements World {
  readonly refused = { sdkAppId: 1, userId: 'refused', userSig: 'sig-expired' };
  readonly tellsGone = false;
  readonly until = until;
  readonly im: ImStandIn;
  /** The media half: the room's service, and tracks that are watched. */
  readonly #media = new TrtcWorld();
  readonly #engines = new Map<Engine, string>();

  /** As on the web by default: one device per user. */
  static async open(): Promise<TencentWorld> {
    const im = await ImStandIn.open();
    await im.oneDevice(true);
    return new TencentWorld(im);
  }

  private constructor(im: ImStandIn) {
    this.im = im;
  }

  async engine(): Promise<Engine> {
    const engine = createTencentEngine({ timOptions: { proxyServer: this.im.proxyServer } });
    const { signaling } = engine;
    const login = signaling.login.bind(signaling);
    const sdkAppId = nextAppId();
    // The SDK has one user per application in a page; the stand-in does not look at the application.
    signaling.login = (credentials, signal) => {
      this.#engines.set(engine, credentials.userId);
      return login({ ...credentials, sdkAppId }, signal);
    };
    this.#engines.set(engine, '');
    return engine;
  }

  /** The user's network goes down and stays so; the room's service notices soon. */
  kill(engine: Engine): void {
    const userId = this.#engines.get(engine) ?? '';
    this.#media.standIn.grace = 1000;
    this.#media.standIn.breakSocket(userId, true);
    void this.im.unhear(userId, true);
  }

  pass(ms: number): Promise<void> {
    return soon(ms);
  }

  track(engine: Engine, kind: MediaKind): Promise<MediaTrack> {
    return this.#media.track(engine, kind);
  }

  playing = (track: MediaTrack): Promise<void> => this.#media.playing(track);

  play(track: MediaTrack): () => void {
    return this.#media.play(track);
  }

  speak(): void {
    this.#media.speak();
  }

  /**
   * Both SDKs may take a while to let go: of a network that was taken away, or in the middle of a publication, whose connection
   * TRTC closes after its two tries (22 s were seen).
   */
  async assertReleased(): Promise<void> {
    for (const userId of this.#engines.values()) await this.im.unhear(userId, false);
    const deadline = performance.now() + 40_000;
    for (;;) {
      const left = await this.#media.assertReleased().then(() => '', String) || ((await this.im.sockets()) > 0 ? 'Sockets of the IM service are still open.' : '');
      if (left === '') break;
      if (performance.now() > deadline) throw new Error(left);
      await soon(50);
    }
    this.im.close();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#engines.keys()].map((engine) => engine.dispose()));
    await this.#media.close();
  }
}
