/** One thing of the page (its title, its icon) that several elements want to write on: the first who came is heard. */
export class Claims<T> {
  readonly #claims = new Map<object, T>();
  readonly #write: (claim: T | undefined) => void;

  /** @param write undefined: nobody wants anything any more */
  constructor(write: (claim: T | undefined) => void) {
    this.#write = write;
  }

  /** undefined takes back what `owner` wanted. */
  set(owner: object, claim: T | undefined): void {
    if (claim === undefined) this.#claims.delete(owner);
    else this.#claims.set(owner, claim);
    const [first] = this.#claims.values();
    this.#write(first);
  }
}
