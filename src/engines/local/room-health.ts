import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { NetworkQuality } from '../../calling/state/call-state.js';
import type { RoomEvent } from '../engine.js';
import type { Neighbour } from './neighbour.js';
import type { PeerLink } from './peer-link.js';

/** The room's one slow timer. */
const PULSE_MS = 1000;
const PULSES_PER_MEASURE = 2;
/** How long the media path may take to answer when presence says that somebody is gone. */
const PING_MS = 700;
/** How long a path is sought before that person, or the room, is given up. */
const GIVE_UP_MS = 30_000;

/** As much of a neighbour as their health needs. */
export type Patient = Pick<Neighbour, 'userId' | 'isPresent' | 'pathlessSince' | 'measure' | 'silence'> & { readonly link: Pick<PeerLink, 'state' | 'isAlive'> };

export interface RoomHealthPorts<P extends Patient> {
  readonly clock: Clock;
  neighbours(): Iterable<P>;
  /** Signalling is there, so that presence can be known. */
  isSignalled(): boolean;
  emit(event: RoomEvent): void;
  /** That person is no more, and was silent for so many ms where that is known. */
  onGone(neighbour: P, silence?: number): void;
  /** Nobody can be reached by any way, for too long. */
  onLost(): void;
  /** A second has passed: the `count`th. */
  onPulse(count: number): void;
}

/**
 * Who is gone, who has no path, how good the paths are. Two witnesses must agree that somebody is gone: presence, by
 * signalling, and silence on the media path. Either alone is a disturbance that may pass.
 */
export class RoomHealth<P extends Patient> {
  readonly #ports: RoomHealthPorts<P>;
  #stopTimer: () => void = () => {};
  #pulses = 0;
  #reconnectingSince: number | null = null;
  #ownQuality: NetworkQuality = 0;

  constructor(ports: RoomHealthPorts<P>) {
    this.#ports = ports;
    this.#schedule();
  }

  close(): void {
    this.#stopTimer();
  }

  /** Presence says that they are gone. */
  async doubt(neighbour: P): Promise<void> {
    neighbour.isPresent = false;
    const isAlive = await neighbour.link.isAlive(PING_MS);
    if (isAlive || neighbour.isPresent) return;
    const silence = await neighbour.silence();
    if (!neighbour.isPresent) this.#ports.onGone(neighbour, silence);
  }

  /** A path came or went, or somebody left: tells whether the room as a whole is reachable. */
  review(): void {
    const neighbours = [...this.#ports.neighbours()];
    const isCutOff = neighbours.length > 0 && neighbours.every(({ link }) => link.state === 'reconnecting');
    if (isCutOff === (this.#reconnectingSince !== null)) return;
    this.#reconnectingSince = isCutOff ? this.#ports.clock.now() : null;
    this.#ports.emit({ type: 'connection', state: isCutOff ? 'reconnecting' : 'connected' });
    if (isCutOff) this.#setOwnQuality(6);
  }

  #schedule(): void {
    this.#stopTimer = this.#ports.clock.after(PULSE_MS, () => {
      // First the next one: what a pulse finds may end it all.
      this.#schedule();
      this.#pulse();
    });
  }

  #pulse(): void {
    this.#pulses += 1;
    this.#ports.onPulse(this.#pulses);
    if (this.#isLate(this.#reconnectingSince) && !this.#ports.isSignalled()) return this.#ports.onLost();
    for (const neighbour of [...this.#ports.neighbours()]) {
      if (!neighbour.isPresent) void this.doubt(neighbour);
      else if (this.#isLate(neighbour.pathlessSince)) this.#giveUp(neighbour);
    }
    if (this.#pulses % PULSES_PER_MEASURE === 0) void this.#measure();
    return undefined;
  }

  #isLate(since: number | null): boolean {
    return since !== null && this.#ports.clock.now() - since >= GIVE_UP_MS;
  }

  #giveUp(neighbour: P): void {
    this.#ports.emit({ type: 'error', error: new CallError('peer-unreachable', { detail: `No media path to ${neighbour.userId} was found.` }) });
    this.#ports.onGone(neighbour);
  }

  /** One's own way up is as good as the best of what the others report: a bad report by one is that one's way down. */
  async #measure(): Promise<void> {
    const grades = await Promise.all([...this.#ports.neighbours()].map((neighbour) => neighbour.measure()));
    const known = grades.filter((grade) => grade > 0);
    if (known.length > 0) this.#setOwnQuality(known.reduce((best, grade) => (grade < best ? grade : best)));
  }

  #setOwnQuality(quality: NetworkQuality): void {
    if (this.#ownQuality === quality) return;
    this.#ownQuality = quality;
    this.#ports.emit({ type: 'quality', userId: '', quality });
  }
}
