import type { DelegateEvent } from '../src/index.js';

/** One callback, as the log shows it. */
export interface LogEntry {
  readonly id: number;
  /** Milliseconds since the epoch; of the first where several are counted. */
  readonly at: number;
  /** Whose phone heard it. */
  readonly userId: string;
  readonly type: DelegateEvent;
  readonly params: object;
  /** How often it came in a row; only those that come several times a second are counted instead of listed. */
  readonly count: number;
}

/** What there is to see of a log: another object whenever something changed. */
export interface LogView {
  readonly entries: readonly LogEntry[];
  readonly paused: boolean;
  /** How many came while paused. They are shown on resuming. */
  readonly heldBack: number;
}

const LONGEST = 300;
const FREQUENT: ReadonlySet<DelegateEvent> = new Set<DelegateEvent>(['onUserVoiceVolume', 'onNetworkQuality']);

/** The callbacks of all phones of the page, newest first, no more than 300. */
export class EventLog {
  #view: LogView = { entries: [], paused: false, heldBack: 0 };
  #waiting: readonly LogEntry[] = [];
  #lastId = 0;
  readonly #onChange: () => void;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get view(): LogView {
    return this.#view;
  }

  add(userId: string, type: DelegateEvent, params: object, at = Date.now()): void {
    this.#lastId += 1;
    const entry = { id: this.#lastId, at, userId, type, params, count: 1 };
    const { entries, paused } = this.#view;
    if (paused) this.#waiting = withEntry(this.#waiting, entry);
    this.#become({ entries: paused ? entries : withEntry(entries, entry), paused });
  }

  pause(): void {
    this.#become({ entries: this.#view.entries, paused: true });
  }

  resume(): void {
    const entries = [...this.#waiting, ...this.#view.entries].slice(0, LONGEST);
    this.#waiting = [];
    this.#become({ entries, paused: false });
  }

  clear(): void {
    this.#waiting = [];
    this.#become({ entries: [], paused: this.#view.paused });
  }

  #become(next: Omit<LogView, 'heldBack'>): void {
    this.#view = { ...next, heldBack: this.#waiting.length };
    this.#onChange();
  }
}

function withEntry(entries: readonly LogEntry[], entry: LogEntry): readonly LogEntry[] {
  if (!FREQUENT.has(entry.type)) return [entry, ...entries].slice(0, LONGEST);
  // The row that is there takes the newer figures and keeps its time and place, as long as nothing of another kind came between.
  const index = entries.findIndex(({ type }) => !FREQUENT.has(type));
  const recent = index === -1 ? entries : entries.slice(0, index);
  const same = recent.find(({ userId, type }) => userId === entry.userId && type === entry.type);
  if (!same) return [entry, ...entries].slice(0, LONGEST);
  return entries.map((each) => (each === same ? { ...same, params: entry.params, count: same.count + 1 } : each));
}
