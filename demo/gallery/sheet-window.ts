/** Which of all the states are built. */
export interface SheetPart {
  /** Of all the states, the first to be shown, and how many. */
  readonly from: number;
  readonly count: number;
}

/** What a test does with the page of all states. */
export interface Sheet {
  /** Each element and how many states it has. */
  readonly states: readonly (readonly [element: string, count: number])[];
  readonly locales: readonly string[];
  /** Resolves when everything has been rendered. */
  show(hash: string, part?: SheetPart): Promise<void>;
}

declare global {
  interface Window { sheet: Sheet }
}
