import type { Clock } from '../../calling/clock.js';
import type { LinkState, MediaKind } from '../../calling/state/call-state.js';
import type { RoomEvent } from '../engine.js';
import { bounded } from './im-bounded.js';
import { kindsOf, toLink, toTrtcError, TRTC_EVENTS } from './trtc-events.js';
import type { TrtcClient, TrtcRemoteStream } from './trtc-types.js';

/** The SDK gives up by itself after 20 s, having tried twice. */
const SUBSCRIBE_LIMIT_MS = 25_000;
const RETRY_AFTER_MS = [500, 2000] as const;

/** What was told of one person. */
interface Peer {
  readonly streams: Map<string, TrtcRemoteStream>;
  readonly told: Map<MediaKind, { readonly available: boolean; readonly track: MediaStreamTrack | null }>;
  link: LinkState | null;
}

export interface SubscriberOptions {
  readonly client: TrtcClient;
  readonly clock: Clock;
  readonly gone: AbortSignal;
  readonly emit: (event: RoomEvent) => void;
}

/**
 * Everybody else in the room. The SDK's events are taken as occasions to look, not as news: mute state comes late and
 * twice, a stream may be subscribed more than once, and a stream object may come back. What is true then is compared with
 * what was told.
 */
export class TrtcSubscriber {
  readonly #options: SubscriberOptions;
  readonly #peers = new Map<string, Peer>();
  readonly #heard = new WeakSet<TrtcRemoteStream>();

  constructor(options: SubscriberOptions) {
    this.#options = options;
  }

  /** Everybody who sends something. */
  get senders(): readonly string[] {
    return [...this.#peers].filter(([, { streams }]) => streams.size > 0).map(([userId]) => userId);
  }

  /** The voices that can be heard. */
  get voices(): ReadonlyMap<string, MediaStreamTrack> {
    const voices = new Map<string, MediaStreamTrack>();
    for (const [userId, { told }] of this.#peers) {
      const voice = told.get('audio');
      if (voice?.track && voice.available) voices.set(userId, voice.track);
    }
    return voices;
  }

  enter(userId: string): Peer {
    const known = this.#peers.get(userId);
    if (known) return known;
    const peer: Peer = { streams: new Map(), told: new Map(), link: null };
    this.#peers.set(userId, peer);
    this.#options.emit({ type: 'entered', userId });
    // Everybody is reached through the service, to which there is a way by now.
    this.#tellLink(userId, 'connected');
    return peer;
  }

  /** The SDK does not say whether they said good-bye. */
  part(userId: string): void {
    const peer = this.#peers.get(userId);
    if (!peer) return;
    peer.streams.clear();
    this.look(userId);
    this.#peers.delete(userId);
    this.#options.emit({ type: 'left', userId, gone: false });
  }

  add(stream: TrtcRemoteStream): void {
    const userId = stream.getUserId();
    const peer = this.enter(userId);
    peer.streams.set(stream.getType(), stream);
    if (!this.#heard.has(stream)) {
      this.#heard.add(stream);
      stream.on(TRTC_EVENTS.connection, (payload) => {
        this.#tellLink(userId, toLink(payload));
        this.look(userId);
      });
    }
    this.look(userId);
    void this.#subscribe(stream);
  }

  remove(stream: TrtcRemoteStream): void {
    const userId = stream.getUserId();
    this.#peers.get(userId)?.streams.delete(stream.getType());
    this.look(userId);
  }

  /** After a broken way was mended the SDK has other tracks, and no event says so. */
  lookAround(): void {
    for (const userId of this.#peers.keys()) this.look(userId);
  }

  /** Tells what is different now. */
  look(userId: string): void {
    const peer = this.#peers.get(userId);
    if (!peer || this.#options.gone.aborted) return;
    const muted = this.#options.client.getRemoteMutedState().find((state) => state.userId === userId);
    const found = new Map<MediaKind, { readonly available: boolean; readonly track: MediaStreamTrack | null }>();
    for (const stream of peer.streams.values()) {
      for (const kind of kindsOf(stream)) {
        const has = kind === 'audio' ? stream.hasAudio() : stream.hasVideo();
        const track = has ? (kind === 'audio' ? stream.getAudioTrack() : stream.getVideoTrack()) : null;
        const silent = kind === 'audio' ? muted?.audioMuted : kind === 'video' && muted?.videoMuted;
        found.set(kind, { available: has && silent !== true, track });
      }
    }
    for (const kind of ['audio', 'video', 'screen'] as const) this.#tell(userId, peer, kind, found.get(kind) ?? { available: false, track: null });
  }

  #tell(userId: string, peer: Peer, kind: MediaKind, now: { readonly available: boolean; readonly track: MediaStreamTrack | null }): void {
    const before = peer.told.get(kind) ?? { available: false, track: null };
    peer.told.set(kind, now);
    if (now.track !== before.track) this.#options.emit({ type: 'track', userId, kind, track: now.track });
    if (now.available !== before.available) this.#options.emit({ type: 'available', userId, kind, available: now.available });
  }

  #tellLink(userId: string, state: LinkState | null): void {
    const peer = this.#peers.get(userId);
    if (!peer || !state || peer.link === state || this.#options.gone.aborted) return;
    peer.link = state;
    this.#options.emit({ type: 'link', userId, state });
  }

  /** Ends early when the room is left. */
  #pause(ms: number): Promise<void> {
    const { clock, gone } = this.#options;
    return new Promise((resolve) => {
      const end = (): void => {
        stopTimer();
        gone.removeEventListener('abort', end);
        resolve();
      };
      const stopTimer = clock.after(ms, end);
      gone.addEventListener('abort', end);
    });
  }

  async #subscribe(stream: TrtcRemoteStream): Promise<void> {
    const { client, clock, gone, emit } = this.#options;
    const isWanted = (): boolean => !gone.aborted && this.#peers.get(stream.getUserId())?.streams.get(stream.getType()) === stream;
    for (let attempt = 0; isWanted(); attempt += 1) {
      try {
        await bounded(client.subscribe(stream, { audio: true, video: true }), { clock, ms: SUBSCRIBE_LIMIT_MS, signal: gone });
        return this.look(stream.getUserId());
      } catch (thrown) {
        const pause = RETRY_AFTER_MS[attempt];
        if (!isWanted()) return undefined;
        if (pause === undefined) return emit({ type: 'error', error: toTrtcError(thrown, 'network') });
        await this.#pause(pause);
      }
    }
  }
}
