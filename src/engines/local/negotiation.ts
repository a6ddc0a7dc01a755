import type { LinkMessage } from './room-messages.js';

const MAX_EARLY_CANDIDATES = 128;

type Description = Extract<LinkMessage, { type: 'description' }>;
type Candidate = Extract<LinkMessage, { type: 'candidate' }>;

export interface NegotiationPorts {
  /** Who gives way when both offer at once. */
  readonly polite: boolean;
  send(message: LinkMessage): void;
  /** Runs between taking an offer and answering it. */
  beforeAnswer(): void;
}

/**
 * Perfect negotiation (W3C WebRTC section 10.7) over signalling that may repeat and reorder: offers are numbered, an
 * answer names its offer, and candidates wait for the description that they belong to.
 */
export class Negotiation {
  readonly #connection: RTCPeerConnection;
  readonly #ports: NegotiationPorts;
  #makingOffer = false;
  #settingAnswer = false;
  #offerId = 0;
  #lastOfferSeen = 0;
  /** The ICE user name fragments of the present remote description. */
  #fragments: ReadonlySet<string> = new Set();
  #early: Candidate[] = [];

  constructor(connection: RTCPeerConnection, ports: NegotiationPorts) {
    this.#connection = connection;
    this.#ports = ports;
    connection.addEventListener('negotiationneeded', () => void this.#offer());
    connection.addEventListener('icecandidate', ({ candidate }) => this.#trickle(candidate));
  }

  /** Rejects when the description cannot be used. */
  async onDescription({ kind, sdp, offerId }: Description): Promise<void> {
    if (kind === 'offer') await this.#onOffer(sdp, offerId);
    // An answer to an offer that was taken back, or a second copy, is nothing any more.
    else if (offerId === this.#offerId && this.#connection.signalingState === 'have-local-offer') await this.#onAnswer(sdp);
  }

  async onCandidate(candidate: Candidate): Promise<void> {
    if (candidate.fragment === '' || this.#fragments.has(candidate.fragment)) return this.#add(candidate);
    this.#early.push(candidate);
    if (this.#early.length > MAX_EARLY_CANDIDATES) this.#early.shift();
    return undefined;
  }

  async #offer(): Promise<void> {
    // Whoever waits for the first offer has nothing to offer: in Chromium (156) new ICE servers alone ask for negotiation.
    if (this.#connection.getTransceivers().length === 0) return;
    try {
      this.#makingOffer = true;
      await this.#connection.setLocalDescription();
      this.#offerId += 1;
      this.#sendDescription('offer', this.#offerId);
    } catch (error) {
      if (this.#connection.signalingState !== 'closed') reportError(error);
    } finally {
      this.#makingOffer = false;
    }
  }

  async #onOffer(sdp: string, offerId: number): Promise<void> {
    if (offerId <= this.#lastOfferSeen) return;
    const ready = !this.#makingOffer && (this.#connection.signalingState === 'stable' || this.#settingAnswer);
    if (!ready && !this.#ports.polite) return;
    this.#lastOfferSeen = offerId;
    await this.#connection.setRemoteDescription({ type: 'offer', sdp });
    this.#ports.beforeAnswer();
    await this.#connection.setLocalDescription();
    this.#sendDescription('answer', offerId);
    await this.#remoteIs(sdp);
  }

  async #onAnswer(sdp: string): Promise<void> {
    this.#settingAnswer = true;
    try {
      await this.#connection.setRemoteDescription({ type: 'answer', sdp });
    } finally {
      this.#settingAnswer = false;
    }
    await this.#remoteIs(sdp);
  }

  #sendDescription(kind: 'offer' | 'answer', offerId: number): void {
    const sdp = this.#connection.localDescription?.sdp;
    if (sdp) this.#ports.send({ type: 'description', kind, sdp, offerId });
  }

  async #remoteIs(sdp: string): Promise<void> {
    this.#fragments = new Set([...sdp.matchAll(/^a=ice-ufrag:(.+)$/gm)].map(([, fragment = '']) => fragment.trim()));
    const waiting = this.#early;
    this.#early = [];
    await Promise.all(waiting.map((candidate) => this.onCandidate(candidate)));
  }

  async #add({ candidate, mid, line, fragment }: Candidate): Promise<void> {
    const init = { candidate, sdpMid: mid, sdpMLineIndex: line, ...(fragment === '' ? {} : { usernameFragment: fragment }) };
    // A candidate that cannot be used is one way less; whether a way is left, ICE finds out.
    await this.#connection.addIceCandidate(init).catch(() => {});
  }

  #trickle(candidate: RTCIceCandidate | null): void {
    if (!candidate) return;
    const { candidate: text, sdpMid, sdpMLineIndex, usernameFragment } = candidate;
    this.#ports.send({ type: 'candidate', candidate: text, mid: sdpMid ?? '', line: sdpMLineIndex ?? 0, fragment: usernameFragment ?? '' });
  }
}
