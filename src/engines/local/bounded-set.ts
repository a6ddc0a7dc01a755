/** Remembers the last `limit` values that were added. */
export class BoundedSet<T> implements Iterable<T> {
  readonly #limit: number;
  readonly #values = new Set<T>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  has(value: T): boolean {
    return this.#values.has(value);
  }

  /** false when it was there already. */
  add(value: T): boolean {
    if (this.#values.has(value)) return false;
    this.#values.add(value);
    for (const oldest of this.#values) {
      if (this.#values.size <= this.#limit) break;
      this.#values.delete(oldest);
    }
    return true;
  }

  [Symbol.iterator](): Iterator<T> {
    return this.#values.values();
  }
}
