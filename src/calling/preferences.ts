import type { MediaWishes } from './state/core-state.js';

/** Where what this person likes is kept from visit to visit. Never throws: what cannot be kept is forgotten. */
export interface Preferences {
  load(): MediaWishes;
  save(wishes: MediaWishes): void;
}
