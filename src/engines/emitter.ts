import type { EventSource } from './engine.js';

/** Tells every listener, in the order in which they came. One that throws does not keep the news from the others. */
export class Emitter<E> implements EventSource<E> {
  readonly #listeners = new Set<{ readonly tell: (event: E) => void }>();

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: (event: E) => void): () => void {
    const entry = { tell: listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  emit(event: E): void {
    for (const { tell } of [...this.#listeners]) {
      try {
        tell(event);
      } catch (error) {
        reportError(error);
      }
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
