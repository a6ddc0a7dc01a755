import { randomId } from '../../calling/random.js';

/** What a page says of itself. The rest is nobody's business. */
interface Rank {
  readonly id: string;
  /** It would be heard; a silent page never wins over one that is. */
  readonly audible: boolean;
  /** It is the one that sounds: nobody takes that from it. */
  readonly sounding: boolean;
  readonly visible: boolean;
  /** Somebody has touched it. */
  readonly touched: boolean;
}

/** So long everybody has to make themselves known. */
const SETTLE_MS = 120;
const MAX_PAGES = 32;
const CHANNEL = 'trtc-calling attention';

export interface Sounder {
  /** Asked anew when something changed. */
  mayBeHeard(): Promise<boolean>;
  /** Calls `changed` when the browser may answer otherwise than before, until `signal` aborts. */
  watch(changed: () => void, signal: AbortSignal): void;
  /** @returns whether it is heard */
  start(): Promise<boolean>;
  stop(): void;
}

export type SoundState = 'waiting' | 'sounding' | 'elsewhere' | 'blocked';

/**
 * One page of a browser makes a sound that many of them want to make: of those that would be heard the visible one, else
 * one that somebody has touched. When it goes, or falls silent, another takes over. Who sounds holds a lock, so that it is
 * never two (W3C Web Locks); without locks each page sounds for itself.
 */
export class SoleSounder {
  readonly #key: string;
  readonly #sounder: Sounder;
  readonly #onState: (state: SoundState) => void;
  readonly #id = randomId();
  readonly #over = new AbortController();
  readonly #others = new Map<string, Rank>();
  readonly #channel: BroadcastChannel | null;
  #audible = false;
  #settled = false;
  #sounding = false;
  #giveUp: (() => void) | null = null;
  #state: SoundState = 'waiting';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param key names the sound; the same in every page that wants to make it */
  constructor(key: string, sounder: Sounder, onState: (state: SoundState) => void) {
    this.#key = key;
    this.#sounder = sounder;
    this.#onState = onState;
    const canAgree = 'locks' in navigator && typeof BroadcastChannel === 'function';
    this.#channel = canAgree ? new BroadcastChannel(CHANNEL) : null;
    if (this.#channel) this.#follow(this.#channel);
    const { signal } = this.#over;
    for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, () => void this.look(), { signal, capture: true });
    document.addEventListener('visibilitychange', () => this.#tell(), { signal });
    // A busy machine may take its time to begin, and then it is nobody's gesture that changes the answer.
    this.#sounder.watch(() => void this.look(), signal);
    this.#timer = setTimeout(() => {
      this.#settled = true;
      this.#review();
    }, canAgree ? SETTLE_MS : 0);
    void this.look();
  }

  get state(): SoundState {
    return this.#state;
  }

  /** Asks the browser again whether sound is allowed; to be called from a gesture. */
  async look(): Promise<void> {
    const audible = await this.#sounder.mayBeHeard();
    if (this.#over.signal.aborted || (audible === this.#audible && this.#settled)) return;
    this.#audible = audible;
    this.#tell();
    this.#review();
  }

  stop(): void {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    clearTimeout(this.#timer);
    this.#giveUp?.();
    this.#sounder.stop();
    this.#channel?.close();
  }

  #follow(channel: BroadcastChannel): void {
    channel.addEventListener('message', ({ data }) => this.#hear(data));
    // Held for as long as the page wants to sound: the others learn of its end from the browser, however it came.
    void navigator.locks.request(lockOf(this.#id), () => new Promise<void>((end) => {
      if (this.#over.signal.aborted) return end();
      this.#over.signal.addEventListener('abort', () => end());
      this.#tell(true);
      return undefined;
    }));
  }

  #hear(data: unknown): void {
    const letter = toLetter(data);
    if (!letter || letter.key !== this.#key || this.#over.signal.aborted) return;
    const { rank, asks } = letter;
    const isNew = !this.#others.has(rank.id);
    if (isNew && this.#others.size >= MAX_PAGES) return;
    this.#others.set(rank.id, rank);
    if (isNew) this.#watch(rank.id);
    if (asks) this.#tell();
    this.#review();
  }

  #watch(id: string): void {
    const { signal } = this.#over;
    navigator.locks.request(lockOf(id), { signal, mode: 'shared' }, () => {
      this.#others.delete(id);
      this.#review();
    }).catch((error: unknown) => { if (!signal.aborted) reportError(error); });
  }

  #tell(asks = false): void {
    if (this.#over.signal.aborted) return;
    this.#channel?.postMessage({ key: this.#key, rank: this.#rank(), asks });
  }

  #rank(): Rank {
    return {
      id: this.#id, audible: this.#audible, sounding: this.#sounding, visible: document.visibilityState === 'visible',
      touched: navigator.userActivation?.hasBeenActive ?? false,
    };
  }

  #review(): void {
    if (this.#over.signal.aborted || !this.#settled) return;
    const mine = this.#rank();
    const others = [...this.#others.values()];
    const isFirst = mine.audible && others.every((other) => isBefore(mine, other));
    if (isFirst && !this.#giveUp) this.#sound();
    else if (!isFirst && !this.#sounding) this.#giveUp?.();
    const elsewhere = others.some(({ audible }) => audible);
    this.#become(this.#sounding ? 'sounding' : elsewhere ? 'elsewhere' : mine.audible ? 'waiting' : 'blocked');
  }

  #sound(): void {
    const turn = new AbortController();
    this.#giveUp = () => {
      turn.abort();
      this.#giveUp = null;
    };
    const sounding = async (): Promise<void> => {
      if (turn.signal.aborted) return;
      this.#sounding = await this.#sounder.start();
      if (!this.#sounding) this.#audible = false;
      this.#tell();
      this.#review();
      if (this.#sounding) await new Promise<void>((end) => {
        if (turn.signal.aborted) end();
        turn.signal.addEventListener('abort', () => end());
      });
      this.#sounding = false;
      if (this.#giveUp) this.#giveUp();
    };
    if (!this.#channel) return void sounding();
    navigator.locks.request(`${CHANNEL} sounds ${this.#key}`, { signal: turn.signal }, sounding)
      .catch((error: unknown) => { if (!turn.signal.aborted) reportError(error); });
  }

  #become(state: SoundState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onState(state);
  }
}

const lockOf = (id: string): string => `${CHANNEL} ${id}`;

/** Whether `a` is to sound rather than `b`. */
function isBefore(a: Rank, b: Rank): boolean {
  for (const quality of ['audible', 'sounding', 'visible', 'touched'] as const) if (a[quality] !== b[quality]) return a[quality];
  return a.id < b.id;
}

function toLetter(data: unknown): { readonly key: string; readonly rank: Rank; readonly asks: boolean } | undefined {
  const { key, rank, asks } = fieldsOf(data);
  const { id, audible, sounding, visible, touched } = fieldsOf(rank);
  const flags = [asks, audible, sounding, visible, touched];
  if (typeof key !== 'string' || typeof id !== 'string' || !/^[0-9a-f]{32}$/.test(id) || !flags.every((flag) => typeof flag === 'boolean')) return undefined;
  return { key, asks: asks === true, rank: { id, audible: audible === true, sounding: sounding === true, visible: visible === true, touched: touched === true } };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});
