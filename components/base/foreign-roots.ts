import type { ReactiveElement } from 'lit';

/**
 * Style sheets of this window are refused in another one. Whoever puts elements there says here how they get theirs; a page
 * that never does carries no more than this.
 */
export const foreignRoots: { make?: (host: ReactiveElement) => ShadowRoot } = {};
