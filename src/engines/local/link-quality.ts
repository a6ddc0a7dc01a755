import type { NetworkQuality } from '../../calling/state/call-state.js';
import { isFields, type Fields } from './checks.js';

/** What one look at a connection's statistics says; undefined where it says nothing yet. */
export interface LinkReport {
  /** Seconds. */
  readonly roundTrip: number | undefined;
  /** Shares of packets, 0 to 1, since the look before. */
  readonly lossDown: number | undefined;
  readonly lossUp: number | undefined;
}

/** Milliseconds and share of lost packets up to which a grade holds. */
const GRADES = [
  { grade: 1, roundTrip: 150, loss: 0.01 },
  { grade: 2, roundTrip: 300, loss: 0.03 },
  { grade: 3, roundTrip: 500, loss: 0.07 },
  { grade: 4, roundTrip: 800, loss: 0.15 },
] as const satisfies readonly { readonly grade: NetworkQuality; readonly roundTrip: number; readonly loss: number }[];

/** @param roundTrip seconds @param loss 0 to 1 */
export function gradeOf(roundTrip: number | undefined, loss: number | undefined): NetworkQuality {
  if (roundTrip === undefined && loss === undefined) return 0;
  const fits = GRADES.find((grade) => (roundTrip ?? 0) * 1000 <= grade.roundTrip && (loss ?? 0) <= grade.loss);
  return fits?.grade ?? 5;
}

const numberOf = (stat: Fields, name: string): number | undefined => {
  const value = stat[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

const most = (values: readonly (number | undefined)[]): number | undefined =>
  values.reduce((max, value) => (value === undefined ? max : Math.max(max ?? 0, value)), undefined);

/**
 * Milliseconds since the last packet from the other end, by the browser's own clock; undefined where it does not say.
 * Keep-alives of ICE do not count.
 */
export function silenceOf(stats: Pick<RTCStatsReport, 'forEach'>): number | undefined {
  let least: number | undefined;
  stats.forEach((stat: unknown) => {
    if (!isFields(stat) || stat['type'] !== 'candidate-pair') return;
    const [now, last] = [numberOf(stat, 'timestamp'), numberOf(stat, 'lastPacketReceivedTimestamp')];
    if (now !== undefined && last !== undefined && last > 0) least = Math.min(least ?? Number.POSITIVE_INFINITY, Math.max(0, now - last));
  });
  return least;
}

/** Reads one connection's statistics (W3C Identifiers for WebRTC Statistics) again and again, and compares. */
export class LinkProbe {
  #received = 0;
  #lost = 0;

  read(stats: Pick<RTCStatsReport, 'forEach'>): LinkReport {
    const all: Fields[] = [];
    stats.forEach((stat: unknown) => {
      if (isFields(stat)) all.push(stat);
    });
    const of = (type: string): Fields[] => all.filter((stat) => stat['type'] === type);
    const inUse = of('candidate-pair').filter((pair) => pair['nominated'] === true && pair['state'] === 'succeeded');
    const atOtherEnd = of('remote-inbound-rtp');
    return {
      roundTrip: most(inUse.map((pair) => numberOf(pair, 'currentRoundTripTime'))) ?? most(atOtherEnd.map((stat) => numberOf(stat, 'roundTripTime'))),
      lossDown: this.#lossSinceLast(of('inbound-rtp')),
      lossUp: most(atOtherEnd.map((stat) => numberOf(stat, 'fractionLost'))),
    };
  }

  #lossSinceLast(streams: readonly Fields[]): number | undefined {
    const sum = (name: string): number => streams.reduce((total, stat) => total + (numberOf(stat, name) ?? 0), 0);
    const received = sum('packetsReceived');
    const lost = sum('packetsLost');
    const newlyReceived = received - this.#received;
    // Late packets are counted back (RFC 3550 section 6.4.1).
    const newlyLost = Math.max(0, lost - this.#lost);
    this.#received = received;
    this.#lost = lost;
    return newlyReceived + newlyLost > 0 ? newlyLost / (newlyReceived + newlyLost) : undefined;
  }
}
