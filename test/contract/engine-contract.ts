import { devicesContract } from './devices-contract.js';
import { roomContract } from './room-contract.js';
import { signalingContract } from './signaling-contract.js';
import type { ContractTraits, World } from './world.js';

/** What every engine promises (src/engines/engine.ts), put to one of them. */
export function engineContract(name: string, setup: () => Promise<World>, traits: ContractTraits = {}): void {
  describe(`engine contract: ${name}`, function contract() {
    this.timeout(60_000);
    signalingContract(setup, traits);
    roomContract(setup);
    devicesContract(setup);
  });
}
