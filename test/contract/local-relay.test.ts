import { engineContract } from './engine-contract.js';
import { createLocalWorld } from './local-world.js';

engineContract('local over the relay', () => createLocalWorld({ transport: 'relay' }));
