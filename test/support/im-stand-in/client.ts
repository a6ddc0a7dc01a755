/**
 * UNOFFICIAL AND LOCAL. The test page's hold on the stand-in: one realm of its own per test, and everything that can be
 * made to happen in it.
 */
import { takeOverNetwork } from '../trtc-stand-in/page-network.js';
import type { TrtcService } from '../trtc-stand-in/service.js';

/**
 * What can be made to go wrong. `on: 'request'` (the default): drop ignores it, delay handles it after `ms`, refuse answers
 * with `code`. `on: 'reply'`: drop, delay, after it has taken effect. `on: 'push'`: drop, delay, duplicate sends it twice,
 * reorder sends it after the next one to the same device.
 */
export interface Fault {
  readonly kind: 'drop' | 'delay' | 'refuse' | 'duplicate' | 'reorder';
  readonly on?: 'request' | 'reply' | 'push';
  /** "service.command"; every one when it is left out. */
  readonly command?: string;
  readonly userId?: string;
  readonly code?: number;
  readonly ms?: number;
  /** How often; for ever when it is left out. */
  readonly times?: number;
}

/** Where the SDK's statistics go while it is disconnected: answered here, as everything else that is not for the stand-in. */
const NOBODY: TrtcService = { schedule: async () => ({}), connect: () => undefined };

export interface LogEntry {
  readonly command: string;
  readonly userId: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export class ImStandIn {
  /** For `TIM.create({ proxyServer })`. */
  readonly proxyServer: string;
  readonly #socket: WebSocket;
  readonly #network = takeOverNetwork(NOBODY);
  readonly #waiting = new Map<number, { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void }>();
  #calls = 0;

  /** A fresh realm on the stand-in that runs in the test runner. */
  static async open(): Promise<ImStandIn> {
    const response = await fetch('/__im-stand-in');
    const { url } = (await response.json()) as { readonly url: string };
    const proxyServer = `${url}/${crypto.randomUUID()}`;
    const socket = new WebSocket(`${proxyServer}/control`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', () => reject(new Error('The IM stand-in does not run.')), { once: true });
    });
    return new ImStandIn(proxyServer, socket);
  }

  private constructor(proxyServer: string, socket: WebSocket) {
    this.proxyServer = proxyServer;
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const { id, result, error } = JSON.parse(String(data)) as { readonly id: number; readonly result: unknown; readonly error?: string };
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(result);
      else waiting?.reject(new Error(error));
    });
  }

  kick(userId: string, type: 'multipleAccount' | 'multipleDevice' | 'REST_API_Kick'): Promise<unknown> {
    return this.#call('kick', userId, type);
  }

  oneDevice(on: boolean): Promise<unknown> {
    return this.#call('oneDevice', on);
  }

  dropSockets(userId = ''): Promise<unknown> {
    return this.#call('dropSockets', userId);
  }

  refuseConnections(on: boolean): Promise<unknown> {
    return this.#call('refuseConnections', on);
  }

  unhear(userId: string, on: boolean): Promise<unknown> {
    return this.#call('unhear', userId, on);
  }

  addFault(fault: Fault): Promise<unknown> {
    return this.#call('addFault', fault);
  }

  clearFaults(): Promise<unknown> {
    return this.#call('clearFaults');
  }

  unknownUsers(userIds: readonly string[]): Promise<unknown> {
    return this.#call('unknownUsers', userIds);
  }

  group(groupId: string, members: readonly string[]): Promise<unknown> {
    return this.#call('group', groupId, members);
  }

  say(from: string, to: string, text: string): Promise<unknown> {
    return this.#call('say', from, to, text);
  }

  async log(command = ''): Promise<readonly LogEntry[]> {
    return (await this.#call('log', command)) as readonly LogEntry[];
  }

  async devices(userId: string): Promise<number> {
    return Number(await this.#call('devices', userId));
  }

  async attempts(): Promise<number> {
    return Number(await this.#call('attempts'));
  }

  async sockets(): Promise<number> {
    return Number(await this.#call('sockets'));
  }

  close(): void {
    this.#socket.close();
    this.#network.release();
  }

  #call(call: string, ...args: readonly unknown[]): Promise<unknown> {
    const id = (this.#calls += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket.send(JSON.stringify({ id, call, args }));
    });
  }
}
