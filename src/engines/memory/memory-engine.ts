import type { Engine } from '../engine.js';
import { MemoryDevices } from './memory-devices.js';
import type { MemoryNetwork } from './memory-network.js';
import { MemoryRoom } from './memory-room.js';
import { MemorySignaling } from './memory-signaling.js';

/** One page, on a device, in a {@link MemoryNetwork}, with the faults that belong to a device. */
export class MemoryEngine implements Engine {
  readonly name = 'memory';
  readonly network: MemoryNetwork;
  /** Pages of one device are one user together. */
  readonly device: string;
  readonly signaling: MemorySignaling;
  readonly room: MemoryRoom;
  readonly devices: MemoryDevices;
  #connected = true;
  #disposed = false;

  constructor(network: MemoryNetwork, device: string) {
    this.network = network;
    this.device = device;
    this.signaling = new MemorySignaling(this);
    this.room = new MemoryRoom(this);
    this.devices = new MemoryDevices(network);
  }

  /** The device has a network. */
  get connected(): boolean {
    return this.#connected;
  }

  get userId(): string {
    return this.signaling.userId;
  }

  /** Cuts the device off: nothing goes out, nothing comes in, and after a while the others notice. */
  disconnect(): void {
    if (!this.#connected) return;
    this.#connected = false;
    this.signaling.connectionLost();
    this.room.connectionLost();
  }

  reconnect(): void {
    if (this.#connected || this.#disposed) return;
    this.#connected = true;
    this.signaling.connectionBack();
    this.room.connectionBack();
  }

  /** The process dies: like `disconnect`, and nobody here hears of anything any more. */
  crash(): void {
    this.disconnect();
    this.signaling.crash();
    this.room.silence();
    this.devices.end();
    this.#disposed = true;
    this.network.forget(this);
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    await this.room.leave();
    await this.signaling.logout();
    this.devices.closeAll();
    this.signaling.silence();
    this.room.silence();
    this.devices.end();
    this.network.forget(this);
  }
}
