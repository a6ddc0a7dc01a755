import { engineContract } from './engine-contract.js';
import { createLocalWorld } from './local-world.js';

engineContract('local over BroadcastChannel', () => createLocalWorld({ transport: 'broadcast' }), { devices: false });
