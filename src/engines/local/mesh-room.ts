import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { MediaKind, VideoQuality } from '../../calling/state/call-state.js';
import type { MediaTrack } from '../../calling/tracks.js';
import { Emitter } from '../emitter.js';
import type { Room, RoomEvent } from '../engine.js';
import type { IceServerProvider } from './ice-servers.js';
import { IceSource } from './ice-source.js';
import { untilAborted } from '../until-aborted.js';
import { LocalMedia } from './local-media.js';
import type { Mail } from './mailbox.js';
import type { MeshVisit } from './mesh-visit.js';
import type { LocalSession } from './session.js';

/** How long the way into a room may take. */
const JOIN_MS = 10_000;
/** How long a goodbye in the name of an earlier stay is repeated. */
const GOODBYE_MS = 5000;

/** What only a call needs: connections, negotiation, quality, loudness. */
const visitCode = () => import('./mesh-visit.js').catch((cause: unknown) => {
  throw new CallError('room-join-failed', { cause });
});

/** By what ways media may go. */
export interface MeshPaths {
  readonly iceServers: readonly RTCIceServer[] | IceServerProvider;
  readonly iceTransportPolicy: RTCIceTransportPolicy;
}

/** A room in which everybody is connected with everybody, with no server for media. */
export class MeshRoom extends Emitter<RoomEvent> implements Room {
  readonly #paths: MeshPaths;
  readonly #iceSource: IceSource | null;
  readonly #clock: Clock;
  readonly #media = new LocalMedia();
  #session: LocalSession | null = null;
  #certificate: Promise<RTCCertificate | undefined> = Promise.resolve(undefined);
  #visit: MeshVisit | null = null;
  #joining: AbortController | null = null;
  #leaving: Promise<void> = Promise.resolve();
  /** Until a room has been made ready, or could not be. */
  #preparing: Promise<void> | null = null;
  /** Aborts with the next `leave`. */
  #leaves = new AbortController();

  constructor(paths: MeshPaths, clock: Clock = systemClock) {
    super();
    this.#paths = paths;
    this.#clock = clock;
    this.#iceSource = typeof paths.iceServers === 'function' ? new IceSource(paths.iceServers, clock, (error) => this.emit({ type: 'error', error })) : null;
  }

  /** Somebody has logged in: their rooms are reached by this session, until it ends. */
  use(session: LocalSession): void {
    this.#session = session;
    // Made ahead, so that no call waits for it; one for all links of a login, as each link alone would prove nothing more.
    this.#certificate = makeCertificate();
    // Fetched ahead, too; should that fail, joining asks again and says so.
    visitCode().catch(() => {});
    session.mailbox.listen((mail) => this.#receive(session, mail));
    session.ended.addEventListener('abort', () => {
      if (this.#session !== session) return;
      this.#session = null;
      if (this.#visit || this.#joining) this.#giveUp();
    });
  }

  async prepare(roomId: number, signal: AbortSignal): Promise<void> {
    if (this.#visit || this.#joining) return;
    const preparing = this.#arrive(roomId, signal, true);
    const done = preparing.then(() => {}, () => {});
    this.#preparing = done;
    try {
      await preparing;
    } finally {
      if (this.#preparing === done) this.#preparing = null;
    }
  }

  async join(roomId: number, signal: AbortSignal): Promise<void> {
    if (this.#preparing) {
      const { signal: left } = this.#leaves;
      await this.#preparing;
      if (signal.aborted || left.aborted) throw new CallError('aborted');
    }
    if (this.#visit?.isWaiting === true && this.#visit.roomId === roomId) return this.#visit.enter();
    return this.#arrive(roomId, signal, false);
  }

  async #arrive(roomId: number, signal: AbortSignal, isWaiting: boolean): Promise<void> {
    if (typeof RTCPeerConnection !== 'function') throw new CallError('webrtc-unsupported');
    if (this.#visit || this.#joining) throw new CallError('wrong-state', { detail: 'Leave the room first.' });
    const session = this.#session;
    if (!session) throw new CallError('room-join-failed', { detail: 'Nobody is logged in.' });
    const joining = new AbortController();
    this.#joining = joining;
    const abort = (): void => joining.abort(new CallError('aborted'));
    const stopTimer = this.#clock.after(JOIN_MS, () => joining.abort(new CallError('timed-out')));
    signal.addEventListener('abort', abort, { signal: joining.signal });
    if (signal.aborted) abort();
    const topic = `room:${roomId}`;
    try {
      const { MeshVisit } = await untilAborted(visitCode(), joining.signal);
      // Of two pages that answer the same invitation one comes in: the other hears of it before it would.
      await Promise.all([this.#leaving, session.answering]);
      const [certificate] = await Promise.all([this.#certificate, session.transport.join(topic, joining.signal)]);
      if (joining.signal.aborted) session.transport.leave(topic);
      joining.signal.throwIfAborted();
      this.#visit = new MeshVisit({
        session, roomId, topic, media: this.#media, configuration: this.#configuration(certificate), iceSource: this.#iceSource, clock: this.#clock,
        isWaiting,
        emit: (event) => this.emit(event),
        onLost: () => this.#giveUp(),
      });
    } catch (error) {
      throw CallError.from(joining.signal.aborted ? joining.signal.reason : error);
    } finally {
      stopTimer();
      signal.removeEventListener('abort', abort);
      if (this.#joining === joining) this.#joining = null;
    }
  }

  async leave(): Promise<void> {
    this.#leaves.abort();
    this.#leaves = new AbortController();
    this.#joining?.abort(new CallError('aborted'));
    const visit = this.#visit;
    this.#visit = null;
    if (visit) this.#leaving = visit.end();
    this.#media.reset();
    await this.#leaving;
  }

  async publish(kind: MediaKind, track: MediaTrack): Promise<void> {
    if (!isLiveTrack(track)) throw new CallError('invalid-argument', { detail: 'Only a MediaStreamTrack can be published.' });
    this.#media.publish(kind, track);
  }

  async unpublish(kind: MediaKind): Promise<void> {
    this.#media.unpublish(kind);
  }

  setMuted(kind: MediaKind, muted: boolean): void {
    this.#media.setMuted(kind, muted);
  }

  setQuality(quality: VideoQuality): void {
    this.#media.setQuality(quality);
  }

  #configuration(certificate: RTCCertificate | undefined): RTCConfiguration {
    const { iceServers, iceTransportPolicy } = this.#paths;
    return { iceServers: typeof iceServers === 'function' ? [] : [...iceServers], iceTransportPolicy, bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require', ...(certificate ? { certificates: [certificate] } : {}) };
  }

  #receive({ mailbox, self }: LocalSession, { from, message }: Mail): void {
    if (message.type !== 'room') return;
    const { roomId, member, to } = message;
    const visit = this.#visit;
    if (visit?.isMeant(message)) return visit.receive(from, message);
    // Meant for a stay that is over: whoever speaks to it has missed its end, unless it was said in the same moment.
    if (to === '' || message.message.type === 'bye' || from.userId === self.userId) return;
    mailbox.send(from, () => ({ type: 'room', roomId, member: to, to: member, message: { type: 'bye' } }), { lifetime: GOODBYE_MS });
  }

  #giveUp(): void {
    void this.leave();
    this.emit({ type: 'connection', state: 'lost' });
  }
}

/** By its members: a track from an iframe is of another window's class, and a captured canvas has a class of its own. */
const isLiveTrack = (track: MediaTrack): track is MediaStreamTrack => 'readyState' in track && 'getSettings' in track;

/** ECDSA on P-256 (WebRTC section 4.9): small, quick and understood everywhere. Without it the browser makes its own. */
async function makeCertificate(): Promise<RTCCertificate | undefined> {
  try {
    const algorithm: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
    return await RTCPeerConnection.generateCertificate(algorithm);
  } catch {
    return undefined;
  }
}
