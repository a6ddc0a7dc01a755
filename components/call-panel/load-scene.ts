import type { Arrangement } from './panel-state.js';

const LOADERS: { readonly [A in Arrangement]?: () => Promise<unknown> } = {
  grid: () => import('../participant-grid/participant-grid.define.js'),
  speaker: () => import('../speaker-view/speaker-view.define.js'),
};

const asked = new Set<Arrangement>();

/** Registers what only a call of several people needs. Without its file the page hears why. */
export function loadScene(arrangement: Arrangement): void {
  const load = LOADERS[arrangement];
  if (!load || asked.has(arrangement)) return;
  asked.add(arrangement);
  load().catch((error: unknown) => {
    asked.delete(arrangement);
    reportError(error);
  });
}
