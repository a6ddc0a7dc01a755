import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { WebSocket, type ClientOptions } from 'ws';
import { decodeRelayFrame, encodeFrame, PROTOCOL_VERSION, type ClientFrame, type Login, type RelayFrame } from '../../src/engines/local/relay-protocol.js';
import { createRelay, type Relay, type RelayOptions } from '../../src/relay/index.js';

export type LoginWords = Partial<Login> & { readonly userId: string; readonly token?: string };

/** A relay on a server of its own. */
export interface Station {
  readonly relay: Relay;
  readonly server: Server;
  readonly port: number;
  connect(options?: ClientOptions): Promise<Client>;
  /** Connected and logged in. */
  login(login: LoginWords, options?: ClientOptions): Promise<Client>;
  close(): Promise<void>;
}

export async function startStation(options: RelayOptions = {}): Promise<Station> {
  const relay = createRelay(options);
  const server = createServer();
  relay.attach(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const clients = new Set<Client>();
  const connect = async (clientOptions?: ClientOptions): Promise<Client> => {
    const client = new Client(`ws://127.0.0.1:${port}/relay`, clientOptions);
    clients.add(client);
    await client.next('hello');
    return client;
  };
  return {
    relay, server, port, connect,
    async login(login, clientOptions) {
      const client = await connect(clientOptions);
      client.login(login);
      await client.next('welcome');
      return client;
    },
    async close() {
      for (const client of clients) client.socket.terminate();
      await relay.close();
      await new Promise((resolve) => { server.close(resolve); });
    },
  };
}

/** A client that writes down what it hears. */
export class Client {
  readonly socket: WebSocket;
  readonly frames: RelayFrame[] = [];
  /** The close code, as soon as there is one. */
  closed: number | undefined;
  #taken = 0;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(url, options);
    this.socket.on('message', (data: Buffer) => {
      const frame = decodeRelayFrame(data.toString('utf8'));
      if (frame && frame.type !== 'beat') this.frames.push(frame);
    });
    this.socket.on('close', (code) => { this.closed = code; });
    this.socket.on('error', () => { /* The close event says the rest. */ });
  }

  say(frame: ClientFrame): void {
    this.socket.send(encodeFrame(frame));
  }

  login({ userId, sessionId = `session-${userId}`, sdkAppId = 1, ticket = '', device = '', resumes = false, token = '' }: LoginWords): void {
    this.say({ type: 'login', version: PROTOCOL_VERSION, token, login: { userId, sessionId, sdkAppId, ticket, device, resumes } });
  }

  /** The next frame, which must be of that type. */
  async next<T extends RelayFrame['type']>(type: T, ms = 5000): Promise<Extract<RelayFrame, { type: T }>> {
    await until(() => this.frames.length > this.#taken, () => `a frame "${type}"${this.closed === undefined ? '' : `; closed with ${this.closed}`}`, ms);
    const frame = this.frames[this.#taken];
    this.#taken += 1;
    if (!isOf(frame, type)) throw new Error(`Expected "${type}", got ${JSON.stringify(frame)}`);
    return frame;
  }

  /** The code with which the relay closed. */
  async ended(ms = 5000): Promise<number> {
    await until(() => this.closed !== undefined, () => 'the end of the connection', ms);
    return this.closed ?? 0;
  }

  /** A word and its way to the relay and back: nothing else was waiting before it. */
  async isStillServed(): Promise<boolean> {
    this.say({ type: 'join', topic: 'echo' });
    const { topic } = await this.next('joined');
    this.say({ type: 'leave', topic });
    return topic === 'echo';
  }
}

const isOf = <T extends RelayFrame['type']>(frame: RelayFrame | undefined, type: T): frame is Extract<RelayFrame, { type: T }> => frame?.type === type;

export async function until(condition: () => boolean, what: () => string, ms = 5000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited ${ms} ms for ${what()}`);
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
}
