/**
 * The memory engine: people, network and devices in one process, with faults on demand and, if wanted, a virtual clock.
 * For simulations of the call and for an application's own tests. Needs no DOM and runs in Node.
 */
import { MemoryNetwork, type MemoryNetworkOptions } from './memory-network.js';

export { MemoryEngine } from './memory-engine.js';
export { MemoryNetwork, type Faults, type MemoryNetworkOptions } from './memory-network.js';
export { SilentPlayback } from './silent-playback.js';
export { VirtualClock, settled } from './virtual-clock.js';

/** A world for engines that reach each other. */
export const createMemoryNetwork = (options?: MemoryNetworkOptions): MemoryNetwork => new MemoryNetwork(options);
