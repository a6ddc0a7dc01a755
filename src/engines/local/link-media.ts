import { CallError } from '../../calling/errors.js';
import type { MediaKind } from '../../calling/state/call-state.js';
import { encodingFor } from './encoding-budget.js';
import type { LocalMedia } from './local-media.js';

/** The media sections of every connection, in this order. Fixed, so that nothing is ever renegotiated for a track. */
export const SECTIONS = [['audio', 'audio'], ['video', 'video'], ['screen', 'video']] as const satisfies readonly (readonly [MediaKind, 'audio' | 'video'])[];

/** The three transceivers of one connection: what is sent, and what comes. */
export class LinkMedia {
  readonly #connection: RTCPeerConnection;
  readonly #media: LocalMedia;
  readonly #transceivers = new Map<MediaKind, RTCRtpTransceiver>();

  constructor(connection: RTCPeerConnection, media: LocalMedia) {
    this.#connection = connection;
    this.#media = media;
  }

  /** The first offerer's side makes the sections. */
  create(): void {
    for (const [kind, type] of SECTIONS) {
      const transceiver = this.#connection.addTransceiver(this.#media.outgoing(kind) ?? type, { direction: 'sendrecv' });
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

  /** Sends what is to be sent now. */
  apply(kind: MediaKind): void {
    const sender = this.#transceivers.get(kind)?.sender;
    const track = this.#media.outgoing(kind);
    if (sender && sender.track !== track) this.#settle(sender.replaceTrack(track));
  }

  stopSending(): void {
    for (const { sender } of this.#transceivers.values()) this.#settle(sender.replaceTrack(null));
  }

  /** Divides what the uplink can carry among so many. */
  share(others: number): void {
    for (const [kind, { sender }] of this.#transceivers) {
      const parameters = sender.getParameters();
      const [encoding] = parameters.encodings;
      // Before the first negotiation some browsers list no encoding; whoever enters or leaves next mends it.
      if (!encoding || kind === 'audio') continue;
      Object.assign(encoding, encodingFor(kind, others));
      this.#settle(sender.setParameters(parameters));
    }
  }

  receiver(kind: MediaKind): RTCRtpReceiver | undefined {
    return this.#transceivers.get(kind)?.receiver;
  }

  /** A connection that is closed meanwhile refuses, and nothing is lost by it. */
  #settle(change: Promise<void>): void {
    change.catch((error: unknown) => {
      if (this.#connection.connectionState !== 'closed') reportError(error);
    });
  }
}
