import { engineContract } from './engine-contract.js';
import { createMemoryWorld } from './memory-world.js';

engineContract('memory', createMemoryWorld);
