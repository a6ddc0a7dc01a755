import { CallError } from '../../calling/errors.js';
import type { MediaKind } from '../../calling/state/call-state.js';
import { beginning, encodingFor } from './encoding-budget.js';
import type { LocalMedia } from './local-media.js';

/** The media sections of every connection, in this order. Fixed, so that nothing is ever renegotiated for a track. */
export const SECTIONS = [['audio', 'audio'], ['video', 'video'], ['screen', 'video']] as const satisfies readonly (readonly [MediaKind, 'audio' | 'video'])[];

/** How long pictures are small at the beginning, s: the bandwidth is known by then. */
const BEGINNING_S = 2;

/** The three transceivers of one connection: what is sent, and what comes. */
export class LinkMedia {
  readonly #connection: RTCPeerConnection;
  readonly #media: LocalMedia;
  readonly #transceivers = new Map<MediaKind, RTCRtpTransceiver>();
  #others = 1;
  #isOpen: boolean;
  /** Seconds until pictures go out as large as they may. */
  #beginsFor = BEGINNING_S;
  #encoding: Promise<void> = Promise.resolve();

  /** @param isOpen media may go out; else only after {@link open} */
  constructor(connection: RTCPeerConnection, media: LocalMedia, isOpen: boolean) {
    this.#isOpen = isOpen;
    this.#connection = connection;
    this.#media = media;
    connection.addEventListener('signalingstatechange', () => this.encode());
  }

  /** The first offerer's side makes the sections. */
  create(): void {
    for (const [kind, type] of SECTIONS) {
      const transceiver = this.#connection.addTransceiver(this.#outgoing(kind) ?? type, { direction: 'sendrecv' });
      this.#transceivers.set(kind, transceiver);
    }
  }

  /** The other side finds them in the first offer. Throws when the offer has other sections than ours. */
  adopt(): void {
    if (this.#transceivers.size > 0) return;
    const offered = this.#connection.getTransceivers();
    for (const [index, [kind, type]] of SECTIONS.entries()) {
      const transceiver = offered[index];
      if (transceiver?.receiver.track.kind !== type) throw new CallError('internal', { detail: 'The offer has other media sections than audio, camera and screen.' });
      transceiver.direction = 'sendrecv';
      this.#transceivers.set(kind, transceiver);
      this.apply(kind);
    }
  }

  /** From now on media goes out. */
  open(): void {
    this.#isOpen = true;
    for (const kind of this.#transceivers.keys()) this.apply(kind);
  }

  #outgoing(kind: MediaKind): MediaStreamTrack | null {
    return this.#isOpen ? this.#media.outgoing(kind) : null;
  }

  /** Sends what is to be sent now. */
  apply(kind: MediaKind): void {
    const sender = this.#transceivers.get(kind)?.sender;
    const track = this.#outgoing(kind);
    if (sender && sender.track !== track) void this.#settle(sender.replaceTrack(track));
  }

  stopSending(): void {
    for (const { sender } of this.#transceivers.values()) void this.#settle(sender.replaceTrack(null));
  }

  /** The uplink is divided among so many. */
  share(others: number): void {
    this.#others = others;
    this.encode();
  }

  receiver(kind: MediaKind): RTCRtpReceiver | undefined {
    return this.#transceivers.get(kind)?.receiver;
  }

  /** One change after the other: a sender takes only one at a time, and none while a description is on its way. */
  encode(): void {
    this.#encoding = this.#encoding.then(async () => {
      for (const [kind, { sender, currentDirection }] of this.#transceivers) {
        if (currentDirection && this.#connection.signalingState === 'stable') await this.#settle(limit(sender, this.#encodingOf(kind)));
      }
    });
  }

  #encodingOf(kind: MediaKind): ReturnType<typeof encodingFor> {
    const encoding = encodingFor(kind, this.#others, this.#media.quality);
    return this.#beginsFor > 0 ? beginning(encoding) : encoding;
  }

  /** The connection has stood for another second. */
  ripen(): void {
    if (!this.#isOpen || this.#beginsFor === 0) return;
    this.#beginsFor -= 1;
    if (this.#beginsFor === 0) this.encode();
  }

  /** A connection that is closed meanwhile refuses, and nothing is lost by it. */
  async #settle(change: Promise<void>): Promise<void> {
    try {
      await change;
    } catch (error) {
      if (this.#connection.connectionState !== 'closed') reportError(error);
    }
  }
}

async function limit(sender: RTCRtpSender, wanted: ReturnType<typeof encodingFor>): Promise<void> {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding || (encoding.maxBitrate === wanted.maxBitrate && (wanted.scaleResolutionDownBy ?? 1) === (encoding.scaleResolutionDownBy ?? 1))) return;
  Object.assign(encoding, wanted);
  await sender.setParameters(parameters);
}
