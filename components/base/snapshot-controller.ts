import type { ReactiveController } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { noCall } from './no-call.js';
import type { CallingHost } from './calling-controller.js';

export interface SnapshotHost extends CallingHost {
  readonly calling: Calling | undefined;
}

export type Equality<T> = (a: T, b: T) => boolean;

/**
 * Keeps the answer of one question put to the snapshot, and renders the host again only when that answer changed.
 * Give an `equal` when the question makes a new object each time ({@link sameFields}, {@link sameItems}).
 */
export class SnapshotController<T> implements ReactiveController {
  readonly #host: SnapshotHost;
  readonly #selector: (snapshot: CallSnapshot) => T;
  readonly #equal: Equality<T>;
  #calling: Calling | undefined;
  #unsubscribe: (() => void) | undefined;
  #value: T;

  constructor(host: SnapshotHost, selector: (snapshot: CallSnapshot) => T, equal: Equality<T> = Object.is) {
    this.#host = host;
    this.#selector = selector;
    this.#equal = equal;
    this.#value = selector(noCall);
    host.addController(this);
  }

  /** The answer now: also after the question's own ground (an attribute) changed. */
  get value(): T {
    this.#follow();
    this.#value = this.#ask();
    return this.#value;
  }

  /** The answer as of the last rendering or change, without asking anew: for what happens many times a second. */
  get known(): T {
    return this.#value;
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #follow(): void {
    const { calling } = this.#host;
    if (calling === this.#calling || !this.#host.isConnected) return;
    this.#stop();
    this.#calling = calling;
    this.#unsubscribe = calling?.subscribe<T>((value) => this.#set(value), { selector: (snapshot) => this.#keep(this.#selector(snapshot)) });
  }

  #ask(): T {
    return this.#keep(this.#selector(this.#host.calling?.state ?? noCall));
  }

  #keep(next: T): T {
    return this.#equal(this.#value, next) ? this.#value : next;
  }

  #set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#calling = undefined;
  }
}

/** Equal when every field is. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  if (a === b) return true;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([name, value]) => right.has(name) && Object.is(value, right.get(name)));
}

/** Equal when every item is. */
export function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => Object.is(item, b[index])));
}
