import type { World } from './world.js';
export function roomContract(_setup: () => Promise<World>): void { /* follows */ }
