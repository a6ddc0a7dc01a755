import type { World } from './world.js';
export function devicesContract(_setup: () => Promise<World>): void { /* follows */ }
