/** What is under way and not yet through. */
export class Pending {
  readonly #all = new Set<Promise<void>>();

  get size(): number {
    return this.#all.size;
  }

  add(promise: Promise<unknown>): Promise<void> {
    const pending: Promise<void> = promise.then(() => {}).finally(() => this.#all.delete(pending));
    this.#all.add(pending);
    return pending;
  }

  /** Resolves when all that is under way now is through, well or not. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#all);
  }
}
