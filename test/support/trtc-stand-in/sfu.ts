/** UNOFFICIAL AND LOCAL. Media: one connection up from each publisher, one down per pair of publisher and subscriber. */
import { withCameraSsrc, withoutOrientation, withStreamNames } from './sdp.js';

/** The sections of a publisher's offer, in its order. */
const UPLINK_ORDER = ['audio', 'camera', 'small', 'screen'] as const;
/** The sections of a subscriber's offer, in its order. */
const DOWNLINK_ORDER = ['audio', 'camera', 'screen'] as const;
const GATHERING_LIMIT = 3_000;
/** The browser's own, so that a test which counts a client's connections does not count these. */
const Connection = RTCPeerConnection;

/** Candidates do not trickle on this wire: the answer must have them all. */
async function gathered(connection: RTCPeerConnection): Promise<string> {
  if (connection.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, GATHERING_LIMIT);
      connection.addEventListener('icegatheringstatechange', () => {
        if (connection.iceGatheringState !== 'complete') return;
        clearTimeout(limit);
        resolve();
      });
    });
  }
  return connection.localDescription?.sdp ?? '';
}

/** What `negotiate` makes, or null when the connection was closed on the way. */
async function unlessClosed(connection: RTCPeerConnection, negotiate: () => Promise<string>): Promise<string | null> {
  try {
    const sdp = await negotiate();
    return connection.signalingState === 'closed' ? null : sdp;
  } catch (thrown) {
    if (connection.signalingState === 'closed') return null;
    throw thrown;
  }
}

/** What one publisher sends. */
export class Uplink {
  readonly #connection = new Connection();

  /** @returns the answer for the publisher */
  answer(offer: string): Promise<string | null> {
    return unlessClosed(this.#connection, async () => {
      await this.#connection.setRemoteDescription({ type: 'offer', sdp: withoutOrientation(offer) });
      await this.#connection.setLocalDescription(await this.#connection.createAnswer());
      return gathered(this.#connection);
    });
  }

  track(section: (typeof DOWNLINK_ORDER)[number]): MediaStreamTrack | null {
    return this.#connection.getTransceivers()[UPLINK_ORDER.indexOf(section)]?.receiver.track ?? null;
  }

  close(): void {
    this.#connection.close();
  }
}

/** What one subscriber gets of one publisher. It exists before there is anything to send, and follows a new uplink. */
export class Downlink {
  readonly #connection = new Connection();

  /** @returns the answer for the subscriber */
  answer(offer: string, uplink: Uplink | undefined): Promise<string | null> {
    return unlessClosed(this.#connection, async () => {
      await this.#connection.setRemoteDescription({ type: 'offer', sdp: withoutOrientation(offer) });
      for (const transceiver of this.#connection.getTransceivers()) transceiver.direction = 'sendonly';
      await this.follow(uplink);
      const answer = await this.#connection.createAnswer();
      await this.#connection.setLocalDescription({ type: 'answer', sdp: withCameraSsrc(answer.sdp ?? '') });
      return withStreamNames(withoutOrientation(await gathered(this.#connection)));
    });
  }

  async follow(uplink: Uplink | undefined): Promise<void> {
    if (this.#connection.signalingState === 'closed') return;
    const transceivers = this.#connection.getTransceivers();
    await Promise.all(DOWNLINK_ORDER.map((section, at) => transceivers[at]?.sender.replaceTrack(uplink?.track(section) ?? null)));
  }

  close(): void {
    this.#connection.close();
  }
}
