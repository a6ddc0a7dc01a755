import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { LinkState, MediaKind } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import { IceRestarts } from './ice-restarts.js';
import type { IceSource } from './ice-source.js';
import { LinkChannel } from './link-channel.js';
import { LinkMedia } from './link-media.js';
import type { LocalMedia } from './local-media.js';
import { Negotiation } from './negotiation.js';
import type { LinkMessage, MediaState } from './room-messages.js';

/** How long a goodbye may take to get through before the connection is closed. */
const LINGER_MS = 300;

export interface PeerLinkOptions {
  /** This side makes the first offer. */
  readonly offers: boolean;
  /** Media goes out from the start; else only after {@link PeerLink.open}. */
  readonly isOpen: boolean;
  readonly configuration: RTCConfiguration;
  /** Where the ICE servers come from; null where the configuration has them. */
  readonly iceSource: IceSource | null;
  readonly media: LocalMedia;
  readonly clock: Clock;
  /** The way by signalling. */
  readonly send: (message: LinkMessage) => void;
}

export type LinkEvent =
  | { readonly type: 'state'; readonly state: LinkState }
  /** The tracks that can come over this link are there. */
  | { readonly type: 'tracks' }
  | { readonly type: 'media'; readonly media: MediaState }
  | { readonly type: 'bye' }
  /** The ICE servers cannot be used. */
  | { readonly type: 'unusable'; readonly error: CallError }
  /** The other side said something that no connection can be made of. */
  | { readonly type: 'broken'; readonly error: unknown };

/** The media path to one other person: one RTCPeerConnection, its three transceivers and its data channel. */
export class PeerLink extends Emitter<LinkEvent> {
  readonly #connection: RTCPeerConnection;
  readonly #options: PeerLinkOptions;
  readonly #media: LinkMedia;
  readonly #negotiation: Negotiation;
  readonly #restarts: IceRestarts;
  /** Resolves when a connection may be sought. */
  readonly #ready: Promise<void>;
  readonly #stopListening: () => void;
  #channel: LinkChannel | null = null;
  #state: LinkState = 'connecting';

  constructor(options: PeerLinkOptions) {
    super();
    const { offers, configuration, media, clock, send } = options;
    this.#options = options;
    this.#connection = new RTCPeerConnection(configuration);
    this.#media = new LinkMedia(this.#connection, media, options.isOpen);
    // The first offerer gives way later on: in Chromium (156), a side that has only answered so far and rolls an offer of
    // its own back never shows the received picture again.
    this.#negotiation = new Negotiation(this.#connection, { polite: offers, send, beforeAnswer: () => this.#complete() });
    this.#restarts = new IceRestarts(this.#connection, { begins: offers, clock, prepare: () => this.#renewServers() });
    this.#stopListening = media.listen((kind) => {
      if (kind === 'quality') return this.#media.encode();
      this.#media.apply(kind);
      this.#tellMedia();
    });
    this.#connection.addEventListener('connectionstatechange', () => this.#onConnectionState());
    this.#ready = this.#renewServers();
    if (offers) this.#negotiate(this.#ready.then(() => this.#begin()));
  }

  get state(): LinkState {
    return this.#state;
  }

  /** What comes from there as `kind`; undefined before the first offer. */
  receiver(kind: MediaKind): RTCRtpReceiver | undefined {
    return this.#media.receiver(kind);
  }

  /** undefined for a link that is closed, or closes meanwhile. */
  async getStats(): Promise<RTCStatsReport | undefined> {
    try {
      return await this.#connection.getStats();
    } catch (error) {
      if (this.#connection.connectionState === 'closed') return undefined;
      throw error;
    }
  }

  /** From now on media goes out by this link. */
  open(): void {
    this.#media.open();
  }

  /** A second has passed. */
  ripen(): void {
    if (this.#state === 'connected') this.#media.ripen();
  }

  /** The uplink is divided among so many. */
  share(others: number): void {
    this.#media.share(others);
  }

  /** Whether the other end answers on the media path within `ms`. */
  async isAlive(ms: number): Promise<boolean> {
    return await this.#channel?.ping(ms) ?? false;
  }

  /** What came by signalling. */
  receive(message: LinkMessage): void {
    switch (message.type) {
      case 'description': return this.#negotiate(this.#ready.then(() => this.#negotiation.onDescription(message)));
      case 'candidate': return this.#negotiate(this.#ready.then(() => this.#negotiation.onCandidate(message)));
      case 'media': case 'bye': return this.emit(message);
      default: return message satisfies never;
    }
  }

  /** Says goodbye on the media path and closes: sends nothing more from now on, and is gone when the promise resolves. */
  async end(): Promise<void> {
    this.#mute();
    this.#media.stopSending();
    if (this.#channel?.send({ type: 'bye' })) await this.#channel.closed(LINGER_MS);
    this.#connection.close();
  }

  /** Closes without a word. */
  close(): void {
    this.#mute();
    this.#connection.close();
  }

  #mute(): void {
    this.clear();
    this.#stopListening();
    this.#restarts.stop();
    this.#channel?.end();
  }

  async #renewServers(): Promise<void> {
    const iceServers = await this.#options.iceSource?.servers();
    if (!iceServers || this.#isClosed) return;
    try {
      this.#connection.setConfiguration({ ...this.#connection.getConfiguration(), iceServers: [...iceServers] });
    } catch (cause) {
      // The browser has something against them: those of before, or none, have to do.
      this.emit({ type: 'unusable', error: new CallError('invalid-argument', { detail: 'The browser refuses these iceServers.', cause }) });
    }
  }

  get #isClosed(): boolean {
    return this.#connection.signalingState === 'closed';
  }

  /** The offerer's part: what there is to be connected. The rest follows from it. */
  #begin(): void {
    if (this.#isClosed) return;
    this.#media.create();
    this.#openChannel();
  }

  /** The answerer's half of it. */
  #complete(): void {
    this.#media.adopt();
    if (!this.#channel) this.#openChannel();
  }

  #openChannel(): void {
    const channel = new LinkChannel(this.#connection, this.#options.clock);
    channel.listen((word) => this.emit(word));
    // Whatever changed while signalling was away.
    channel.whenOpen(() => channel.send({ type: 'media', media: this.#options.media.state }));
    this.#channel = channel;
    this.emit({ type: 'tracks' });
  }

  /** By both ways: whichever is quicker, or works. */
  #tellMedia(): void {
    const message = { type: 'media', media: this.#options.media.state } as const;
    this.#channel?.send(message);
    this.#options.send(message);
  }

  #negotiate(step: Promise<void>): void {
    step.catch((error: unknown) => {
      if (!this.#isClosed) this.emit({ type: 'broken', error });
    });
  }

  #onConnectionState(): void {
    const state = this.#stateNow();
    if (state === this.#state) return;
    this.#state = state;
    this.emit({ type: 'state', state });
  }

  #stateNow(): LinkState {
    if (this.#connection.connectionState === 'connected') return 'connected';
    return this.#state === 'connecting' ? 'connecting' : 'reconnecting';
  }
}
