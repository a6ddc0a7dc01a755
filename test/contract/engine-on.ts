import { createLocalEngine, type LocalEngineOptions } from '../../src/engines/local/index.js';
import type { Engine } from '../../src/engines/engine.js';

/** An engine as if in another browser: the secret that the pages of one share is what tells browsers apart. */
export const createEngineOn = (device: string, options: LocalEngineOptions): Engine => createLocalEngine(options, { identify: async () => device });
