/** The element's custom states, for `:state(name)` in CSS. */
export class CustomStates {
  readonly #internals: ElementInternals;

  constructor(element: HTMLElement) {
    this.#internals = element.attachInternals();
  }

  set(name: string, on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  /** Exactly one of `names` is on, or none. */
  only(on: string, names: readonly string[]): void {
    for (const name of names) this.set(name, name === on);
  }
}
