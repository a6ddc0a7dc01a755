import type { Clock } from '../../calling/clock.js';

interface Task {
  at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that stands still until it is told to go on. Tasks of the same moment run in the order in which they were set. */
export class VirtualClock implements Clock {
  readonly #tasks = new Set<Task>();
  #now: number;
  #order = 0;

  /** `start`: ms since the epoch. */
  constructor(start = 0) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Tasks that wait: none is left behind when everything has been given back. */
  get pending(): number {
    return this.#tasks.size;
  }

  /** When the next task is due; undefined when none is. */
  get nextAt(): number | undefined {
    return this.#next()?.at;
  }

  after(ms: number, run: () => void): () => void {
    const task: Task = { at: this.#now + Math.max(0, ms), order: this.#order++, run };
    this.#tasks.add(task);
    return () => void this.#tasks.delete(task);
  }

  /**
   * Lets `ms` pass, task by task; `between` is awaited after each, so that promises which a task settled are heard
   * before the next one runs.
   */
  async advance(ms: number, between: () => Promise<void> = settled): Promise<void> {
    const until = this.#now + ms;
    await between();
    for (let task = this.#next(); task && task.at <= until; task = this.#next()) {
      this.#tasks.delete(task);
      this.#now = Math.max(this.#now, task.at);
      task.run();
      await between();
    }
    this.#now = Math.max(this.#now, until);
  }

  /** A clock that was set: tasks keep their distance, as timers of a machine do. */
  jump(ms: number): void {
    this.#now += ms;
    for (const task of this.#tasks) task.at += ms;
  }

  #next(): Task | undefined {
    let next: Task | undefined;
    for (const task of this.#tasks) {
      if (!next || task.at < next.at || (task.at === next.at && task.order < next.order)) next = task;
    }
    return next;
  }
}

/** Long enough for the longest chain of promises between an engine and a caller of the core. */
const TURNS = 24;

/** Resolves when promises that are ready now, and those that hang on them, have been heard. No timer is involved. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await undefined;
}
