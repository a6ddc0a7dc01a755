import type { MediaKind } from '../../../src/calling/state/call-state.js';
import type { MediaTrack } from '../../../src/calling/tracks.js';
import { Emitter } from '../../../src/engines/emitter.js';
import type { Credentials, Engine, Signaling, SignalingEvent } from '../../../src/engines/engine.js';
import { BrowserDevices } from '../../../src/engines/media/browser-devices.js';
import { createTestPicture } from '../../../src/engines/media/test-picture.js';
import { loadTrtcSdk } from '../../../src/engines/tencent/load-sdks.js';
import { createTrtcRoom } from '../../../src/engines/tencent/trtc-room.js';
import type { World } from '../../contract/world.js';
import { takeOverNetwork, type PageNetwork } from '../../support/trtc-stand-in/page-network.js';
import { UnofficialTrtcStandIn } from '../../support/trtc-stand-in/stand-in.js';
import { Picture, until } from './trtc-tools.js';

/** Nobody invites anybody here: it remembers who logged in, for the room. */
class NoSignaling extends Emitter<SignalingEvent> implements Signaling {
  credentials: Credentials = { sdkAppId: 0, userId: '', userSig: '' };

  async login({ userId }: Credentials): Promise<void> {
    this.credentials = { sdkAppId: 1_400_000_001, userId, userSig: `signature-of-${userId}` };
  }
  async logout(): Promise<void> {}
  async invite(): Promise<void> {}
  async accept(): Promise<void> {}
  async reject(): Promise<void> {}
  async cancel(): Promise<void> {}
  async setInCall(): Promise<boolean> {
    return true;
  }
  async setProfile(): Promise<void> {}
  async getProfiles(): Promise<readonly []> {
    return [];
  }
}

/** Rooms of the tencent engine: the real SDK in this page, against the stand-in in this page. */
export class TrtcWorld implements World {
  readonly standIn = new UnofficialTrtcStandIn();
  /** Nobody is refused here: there is no signalling in this world. */
  readonly refused: Credentials = { sdkAppId: 0, userId: '', userSig: '' };
  /** The service says it, and the SDK keeps it to itself. */
  readonly tellsGone = false;
  readonly network: PageNetwork;
  readonly #engines = new Map<Engine, NoSignaling>();
  readonly #tracks = new Set<MediaStreamTrack>();
  readonly #pictures = new Set<MediaStreamTrack>();
  readonly #connections = new Set<RTCPeerConnection>();
  readonly #restoreConnections: () => void;

  constructor() {
    this.network = takeOverNetwork(this.standIn);
    const Native = window.RTCPeerConnection;
    window.RTCPeerConnection = new Proxy(Native, {
      construct: (target, args, newTarget) => {
        const connection: RTCPeerConnection = Reflect.construct(target, args, newTarget);
        this.#connections.add(connection);
        return connection;
      },
    });
    this.#restoreConnections = () => {
      window.RTCPeerConnection = Native;
    };
  }

  /** How a track goes out, as the browser was told. */
  encodingOf(track: MediaStreamTrack): RTCRtpEncodingParameters | undefined {
    const senders = [...this.#connections].filter(({ signalingState }) => signalingState !== 'closed').flatMap((connection) => connection.getSenders());
    return senders.find((sender) => sender.track === track)?.getParameters().encodings[0];
  }

  async engine(): Promise<Engine> {
    const signaling = new NoSignaling();
    const room = createTrtcRoom({ sdk: loadTrtcSdk, credentials: () => signaling.credentials });
    const devices = new BrowserDevices();
    const engine: Engine = {
      name: 'tencent', signaling, room, devices,
      async dispose() {
        await room.dispose();
        devices.dispose();
      },
    };
    this.#engines.set(engine, signaling);
    return engine;
  }

  /** The user's network goes down and stays so; the service notices soon. */
  kill(engine: Engine): void {
    this.standIn.grace = 1_000;
    const userId = this.#engines.get(engine)?.credentials.userId;
    if (userId !== undefined) this.standIn.breakSocket(userId, true);
  }

  until = until;
  pass = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

  async track(engine: Engine, kind: MediaKind): Promise<MediaStreamTrack> {
    if (kind === 'screen') {
      // No test can click through the browser's dialog for a screen.
      const picture = createTestPicture({ label: 'A screen' });
      this.#pictures.add(picture);
      return picture;
    }
    const { track } = await engine.devices.open(kind === 'audio' ? 'microphone' : 'camera', {}, new AbortController().signal);
    if (!(track instanceof MediaStreamTrack)) throw new Error('Not a track of the browser.');
    this.#tracks.add(track);
    return track;
  }

  playing = async (track: MediaTrack): Promise<void> => {
    if (!(track instanceof MediaStreamTrack)) throw new Error('Not a track of the browser.');
    const picture = new Picture(track);
    try {
      await picture.rises();
    } finally {
      picture.close();
    }
  };

  play(track: MediaTrack): () => void {
    if (!(track instanceof MediaStreamTrack)) throw new Error('Not a track of the browser.');
    const picture = new Picture(track);
    return () => picture.close();
  }

  /** The browser's generated microphone beeps once a second. */
  speak(): void {}

  async assertReleased(): Promise<void> {
    const live = [...this.#tracks].filter(({ readyState }) => readyState === 'live');
    if (live.length > 0) throw new Error(`${live.length} tracks still run.`);
    // The SDK asks a connection of its own which codecs there are, once, and forgets it unused.
    const open = [...this.#connections].filter(({ signalingState, remoteDescription }) => signalingState !== 'closed' && remoteDescription !== null);
    if (open.length > 0) throw new Error(`${open.length} peer connections are still open: ${open.map((pc) => [pc.connectionState, pc.signalingState, pc.getTransceivers().map((t) => t.direction)]).join(" ; ")}`);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#engines.keys()].map((engine) => engine.dispose()));
    for (const picture of this.#pictures) picture.stop();
    this.#restoreConnections();
    this.network.release();
    this.standIn.dispose();
  }
}
