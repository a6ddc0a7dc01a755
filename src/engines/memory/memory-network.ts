import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError, type CallErrorName } from '../../calling/errors.js';
import { MemoryEngine } from './memory-engine.js';

/** What the network does to a signalling message. Probabilities are 0 to 1, times are ms. */
export interface Faults {
  /** Each message takes between these two; different delays reorder. */
  readonly delay: readonly [min: number, max: number];
  readonly loss: number;
  readonly duplicate: number;
}

export interface MemoryNetworkOptions {
  readonly clock?: Clock;
  /** 0 to 1, as Math.random; seed it to repeat a run. */
  readonly random?: () => number;
  readonly faults?: Partial<Faults>;
  /** How long it takes until others notice that somebody vanished, ms. */
  readonly detectAfter?: number;
}

const NO_FAULTS: Faults = { delay: [0, 0], loss: 0, duplicate: 0 };

/**
 * A world in one process: engines made by it reach each other, as far as its faults let them. For simulations, and for
 * an application's own tests.
 */
export class MemoryNetwork {
  readonly clock: Clock;
  readonly detectAfter: number;
  readonly #random: () => number;
  /** By user: pages of one device, beside each other. */
  readonly #online = new Map<string, Set<MemoryEngine>>();
  /** By user: which page is in a call. */
  readonly #inCall = new Map<string, MemoryEngine>();
  readonly #engines = new Set<MemoryEngine>();
  readonly #separated = new Set<string>();
  readonly #refusals = new Map<string, CallErrorName>();
  #faults: Faults;
  #devices = 0;

  constructor({ clock = systemClock, random = Math.random, faults = {}, detectAfter = 3000 }: MemoryNetworkOptions = {}) {
    this.clock = clock;
    this.detectAfter = detectAfter;
    this.#random = random;
    this.#faults = { ...NO_FAULTS, ...faults };
  }

  /**
   * A new page: its engine goes into `TRTCCalling.create({ engine })`. Pages of one `device` may be logged in as the same
   * user beside each other, as the pages of one browser are; without a name it is a device of its own.
   */
  engine({ device = `device ${++this.#devices}` }: { readonly device?: string } = {}): MemoryEngine {
    const engine = new MemoryEngine(this, device);
    this.#engines.add(engine);
    return engine;
  }

  get faults(): Faults {
    return this.#faults;
  }

  /** Changes some faults from now on; messages under way keep theirs. */
  setFaults(faults: Partial<Faults>): void {
    this.#faults = { ...this.#faults, ...faults };
  }

  /** Logins of `userId` fail with `reason` from now on; undefined lets them in again. */
  refuseLogin(userId: string, reason: CallErrorName | undefined): void {
    if (reason) this.#refusals.set(userId, reason);
    else this.#refusals.delete(userId);
  }

  /** The pages that hold a user's sessions. */
  pagesOf(userId: string): readonly MemoryEngine[] {
    return [...(this.#online.get(userId) ?? [])];
  }

  /** Everybody in a room, oneself left out. */
  others(roomId: number, me: MemoryEngine): readonly MemoryEngine[] {
    return [...this.#engines].filter((engine) => engine !== me && engine.room.roomId === roomId);
  }

  /** @internal */
  signIn(engine: MemoryEngine, userId: string): void {
    const refused = this.#refusals.get(userId);
    if (refused) throw new CallError(refused);
    const pages = this.#online.get(userId) ?? new Set();
    const others = [...pages].filter(({ device }) => device !== engine.device);
    for (const other of others) pages.delete(other);
    this.#online.set(userId, pages.add(engine));
    for (const other of others) other.signaling.kick('other-login');
    this.tellPages(engine.device, userId);
    for (const page of this.siblingsOf(engine.device, userId)) if (page !== engine) page.signaling.tellRinging(engine);
    for (const one of this.#engines) one.signaling.deliverHeld(userId, engine);
  }

  /** @internal */
  signOut(engine: MemoryEngine, userId: string): void {
    const pages = this.#online.get(userId);
    if (!pages?.delete(engine)) return;
    if (pages.size === 0) this.#online.delete(userId);
  }

  /** @internal false: another page is in a call. */
  setInCall(engine: MemoryEngine, userId: string, inCall: boolean): boolean {
    const holder = this.#inCall.get(userId);
    if (inCall && holder && holder !== engine) return false;
    if (inCall) this.#inCall.set(userId, engine);
    else if (holder === engine) this.#inCall.delete(userId);
    this.tellPages(engine.device, userId);
    return true;
  }

  /** @internal */
  newsFor(engine: MemoryEngine, userId: string): { readonly pages: number; readonly inCall: boolean } {
    const others = this.siblingsOf(engine.device, userId).filter((page) => page !== engine);
    return { pages: others.length, inCall: others.some((page) => page === this.#inCall.get(userId)) };
  }

  /** @internal Pages of one device find each other without a network. */
  siblingsOf(device: string, userId: string): readonly MemoryEngine[] {
    return [...this.#engines].filter((page) => page.device === device && page.userId === userId);
  }

  /** @internal */
  tellPages(device: string, userId: string): void {
    for (const page of this.siblingsOf(device, userId)) page.signaling.pagesChanged();
  }

  /** @internal */
  forget(engine: MemoryEngine): void {
    this.#engines.delete(engine);
  }

  /** Lets two users reach each other no more, neither by message nor in a room, until `reunite`. Everybody else still does. */
  separate(userA: string, userB: string): void {
    this.#separated.add(pairOf(userA, userB));
    this.clock.after(this.detectAfter, () => this.#eachPair(userA, userB, (one, other) => one.room.lose(other)));
  }

  reunite(userA: string, userB: string): void {
    this.#separated.delete(pairOf(userA, userB));
    this.#eachPair(userA, userB, (one, other) => one.room.find(other));
  }

  areSeparated(userA: string, userB: string): boolean {
    return this.#separated.has(pairOf(userA, userB));
  }

  #eachPair(userA: string, userB: string, tell: (one: MemoryEngine, other: MemoryEngine) => void): void {
    for (const one of [...this.#engines]) {
      for (const other of [...this.#engines]) {
        const isPair = (one.userId === userA && other.userId === userB) || (one.userId === userB && other.userId === userA);
        if (isPair) tell(one, other);
      }
    }
  }

  /** Tells everybody who has to do with `userId` that all their devices are gone. */
  announceVanished(userId: string): void {
    this.clock.after(this.detectAfter, () => {
      for (const engine of [...this.#engines]) engine.signaling.peerVanished(userId);
    });
  }

  /** Carries one message, or loses it, or carries it twice. */
  post(from: string, to: string, deliver: () => void): void {
    const { loss, duplicate } = this.#faults;
    if (this.areSeparated(from, to) || this.#random() < loss) return;
    this.clock.after(this.latency(), deliver);
    if (this.#random() < duplicate) this.clock.after(this.latency(), deliver);
  }

  /** ms, drawn anew for each message. */
  latency(): number {
    const [min, max] = this.#faults.delay;
    return min + (max - min) * this.#random();
  }

  /** Resolves after one latency; rejects with `aborted`, or with `network` when the device is cut off by then. */
  trip(engine: MemoryEngine, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(new CallError('aborted'));
      const abort = (): void => {
        stop();
        reject(new CallError('aborted'));
      };
      const stop = this.clock.after(this.latency(), () => {
        signal?.removeEventListener('abort', abort);
        if (engine.connected) resolve();
        else reject(new CallError('network'));
      });
      signal?.addEventListener('abort', abort, { once: true });
    });
  }
}

const pairOf = (userA: string, userB: string): string => [userA, userB].toSorted().join(' ');
