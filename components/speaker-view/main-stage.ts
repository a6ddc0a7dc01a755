/** Who is large: a person's camera, a shared screen, or oneself while nobody else is there. */
export interface MainStage {
  /** '' is oneself. */
  readonly userId: string;
  readonly isScreen: boolean;
}

export interface Candidates {
  /** The others. */
  readonly people: readonly string[];
  readonly pinned: string;
  /** Who shares a screen, '' for nobody. */
  readonly sharer: string;
  readonly speaker: string;
}

/** Whoever is pinned goes before a shared screen, and that before whoever speaks. A screen that comes takes the pin off: `ScreenFirst`. */
export function mainStageOf({ people, pinned, sharer, speaker }: Candidates): MainStage {
  if (people.includes(pinned)) return { userId: pinned, isScreen: false };
  if (sharer !== '') return { userId: sharer, isScreen: true };
  return { userId: people.includes(speaker) ? speaker : people[0] ?? '', isScreen: false };
}
