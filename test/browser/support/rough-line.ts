import { createSocket, type RemoteInfo, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

export interface Roughness {
  /** Share of the datagrams that is lost, each way, 0 to 1. */
  readonly loss: number;
  /** Milliseconds that each datagram takes, each way. */
  readonly delay: number;
}

/**
 * Somebody's line to the world: datagrams to a TURN server and a TCP connection to the relay go through it. It can be
 * made rough, and cut: then nothing comes through, and nobody is told.
 */
export class RoughLine {
  roughness: Roughness = { loss: 0, delay: 0 };
  /** Datagrams that were carried and that were lost. */
  readonly counts = { carried: 0, lost: 0 };
  readonly #udp: UdpSocket = createSocket('udp4');
  readonly #tcp: Server;
  readonly #ways = new Map<string, UdpSocket>();
  readonly #sockets = new Set<Socket>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #turnPort: number;
  readonly #random: () => number;
  readonly #cuts = { udp: false, tcp: false };

  private constructor(turnPort: number, relayPort: number, random: () => number) {
    this.#turnPort = turnPort;
    this.#random = random;
    this.#udp.on('message', (data, from) => this.#up(data, from));
    this.#tcp = createServer((near) => this.#join(near, relayPort));
  }

  static async open(turnPort: number, relayPort: number, random: () => number): Promise<RoughLine> {
    const line = new RoughLine(turnPort, relayPort, random);
    line.#udp.bind(0, '127.0.0.1');
    line.#tcp.listen(0, '127.0.0.1');
    await Promise.all([once(line.#udp, 'listening'), once(line.#tcp, 'listening')]);
    return line;
  }

  /** Where the TURN server seems to be. */
  get turnPort(): number {
    return this.#udp.address().port;
  }

  /** Where the relay seems to be. */
  get relayPort(): number {
    const address = this.#tcp.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  cut(what: 'media' | 'everything'): void {
    this.#cuts.udp = true;
    if (what === 'media') return;
    this.#cuts.tcp = true;
    for (const socket of this.#sockets) socket.pause();
  }

  mend(): void {
    this.#cuts.udp = false;
    this.#cuts.tcp = false;
    for (const socket of this.#sockets) socket.resume();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const way of this.#ways.values()) way.close();
    this.#udp.close();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => { this.#tcp.close(resolve); });
  }

  #up(data: Buffer, from: RemoteInfo): void {
    const way = this.#wayOf(from);
    this.#carry(() => way.send(data, this.#turnPort, '127.0.0.1'));
  }

  /** Each of the browser's sockets has one of its own towards the server, so that answers find their way. */
  #wayOf({ address, port }: RemoteInfo): UdpSocket {
    const key = `${address}:${port}`;
    const known = this.#ways.get(key);
    if (known) return known;
    const way = createSocket('udp4');
    way.on('message', (data) => this.#carry(() => this.#udp.send(data, port, address)));
    // The server or the browser has closed its side; datagrams may be lost.
    way.on('error', () => {});
    this.#ways.set(key, way);
    return way;
  }

  #carry(send: () => void): void {
    if (this.#cuts.udp || this.#random() < this.roughness.loss) {
      this.counts.lost += 1;
      return;
    }
    this.counts.carried += 1;
    if (this.roughness.delay === 0) return send();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#cuts.udp) send();
    }, this.roughness.delay);
    this.#timers.add(timer);
    return undefined;
  }

  #join(near: Socket, port: number): void {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]] as const) {
      this.#sockets.add(from);
      from.on('data', (data) => to.write(data));
      from.on('error', () => from.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#cuts.tcp) from.pause();
    }
  }
}
