import type { Engine } from '../engine.js';
import { BrowserDevices } from '../media/browser-devices.js';
import type { Capture } from '../media/capture.js';
import type { IceServerProvider } from './ice-servers.js';
import { browserId } from './browser-id.js';
import { LocalSignaling } from './local-signaling.js';
import { MeshRoom } from './mesh-room.js';
import type { Transport } from './transport.js';

export interface LocalEngineParts {
  /** One for each login. */
  readonly makeTransport: () => Promise<Transport>;
  readonly iceServers: readonly RTCIceServer[] | IceServerProvider;
  readonly iceTransportPolicy?: RTCIceTransportPolicy;
  /** The browser's own devices unless given. */
  readonly capture: Capture | undefined;
  /** The secret that the pages of this browser share; another one is another device. */
  readonly identify?: () => Promise<string>;
}

/** Signalling, room and devices of the local engine put together. */
export class LocalEngine implements Engine {
  readonly name = 'local';
  readonly signaling: LocalSignaling;
  readonly room: MeshRoom;
  readonly devices: BrowserDevices;
  readonly #stopMeeting: () => void;

  constructor({ makeTransport, iceServers, iceTransportPolicy = 'all', capture, identify = browserId }: LocalEngineParts) {
    this.room = new MeshRoom({ iceServers, iceTransportPolicy });
    this.signaling = new LocalSignaling(makeTransport, (session) => this.room.use(session), { identify });
    this.devices = new BrowserDevices(capture);
    // Who has come into the room is watched by the room: signalling alone would take a disturbance for a farewell.
    this.#stopMeeting = this.room.listen((event) => {
      if (event.type === 'entered') this.signaling.met(event.userId);
    });
  }

  async dispose(): Promise<void> {
    this.#stopMeeting();
    this.devices.dispose();
    await this.room.leave();
    await this.signaling.logout();
    this.room.clear();
    this.signaling.clear();
  }
}
