/**
 * AN UNOFFICIAL, LOCAL STAND-IN for Tencent's IM service, for tests of this package on loopback. It was derived from what
 * the unmodified tim-js-sdk sends and reads, so it checks this package against the SDK and nothing else: PASSING AGAINST IT
 * PROVES NOTHING ABOUT THE CLOUD, neither limits nor order nor who is kicked when.
 *
 * A client reaches it by `TIM.create({ SDKAppID, proxyServer: 'ws://127.0.0.1:<port>/<realm>' })`. Realms do not know each
 * other; the SDKAppID is of no account, so that one page may hold several users (the SDK allows one per SDKAppID).
 * `ws://127.0.0.1:<port>/<realm>/control` takes { id, call, args } and answers { id, result } or { id, error }.
 */
import { WebSocketServer } from 'ws';
import { COMMANDS } from './commands.js';
import { CONTROLS } from './controls.js';
import { Refusal, readRequest, refuse, reply } from './frames.js';
import { Realm } from './realm.js';

export class UnofficialImServer {
  #server;
  /** @type {Map<string, Realm>} */
  #realms = new Map();
  #sessions = 0;

  /** Listens on loopback only. @param {number} [port] 0 for any that is free @returns {Promise<UnofficialImServer>} */
  static start(port = 0) {
    return new Promise((resolve, reject) => {
      /** @type {UnofficialImServer} */
      const server = new UnofficialImServer(port, () => resolve(server), reject);
    });
  }

  /** @param {number} port @param {() => void} onListening @param {(error: Error) => void} onError */
  constructor(port, onListening, onError) {
    const verifyClient = (/** @type {{ req: import('node:http').IncomingMessage }} */ { req }) => {
      const { realm, door } = this.#route(req.url);
      if (door === 'control') return true;
      realm.attempts += 1;
      return !realm.refusesConnections;
    };
    this.#server = new WebSocketServer({ host: '127.0.0.1', port, verifyClient, maxPayload: 1 << 20 }, onListening);
    this.#server.on('error', onError);
    this.#server.on('connection', (socket, request) => {
      const { name, realm, door } = this.#route(request.url);
      socket.on('error', () => socket.terminate());
      if (door === 'control') this.#control(name, socket);
      else this.#serve(realm, socket, door === 'binfo');
    });
  }

  /** The address without a realm, ws://127.0.0.1:<port> */
  get url() {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The stand-in is not listening.');
    return `ws://127.0.0.1:${address.port}`;
  }

  /** For a test in this process: what a control socket can ask for. @param {string} name @returns {(call: string, ...args: unknown[]) => unknown} */
  controls(name) {
    const { realm } = this.#route(`/${name}`);
    return (call, ...args) => {
      const control = CONTROLS[call];
      if (!control) throw new Error(`no control is called ${call}`);
      return control(realm, ...args);
    };
  }

  async close() {
    for (const socket of this.#server.clients) socket.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** @param {string | undefined} url */
  #route(url = '/') {
    const [name = '', door = ''] = new URL(url, 'ws://127.0.0.1').pathname.slice(1).split('/');
    const realm = this.#realms.get(name) ?? new Realm();
    this.#realms.set(name, realm);
    return { name, realm, door };
  }

  /** @param {Realm} realm @param {import('ws').WebSocket} socket @param {boolean} binary */
  #serve(realm, socket, binary) {
    /** @type {import('./realm.js').Session} */
    const session = {
      id: (this.#sessions += 1),
      userId: '',
      online: false,
      held: [],
      send: (frame) => {
        if (realm.unheard.has(session.userId)) return;
        const text = JSON.stringify(frame);
        socket.send(binary ? Buffer.from(text) : text);
      },
      end: (how) => socket[how](),
    };
    realm.sessions.add(session);
    socket.on('close', () => realm.sessions.delete(session));
    socket.on('message', (data) => {
      const request = readRequest(data.toString());
      if (request) this.#onRequest(realm, session, request);
    });
  }

  /** @param {Realm} realm @param {import('./realm.js').Session} session @param {import('./frames.js').Request} request */
  #onRequest(realm, session, request) {
    const { servcmd: command, a2 } = request.head;
    realm.recognise(session, a2);
    if (realm.unheard.has(session.userId)) return;
    realm.log.push({ command, userId: session.userId, body: request.body });
    const who = session.userId || (request.head.identifier ?? '');
    const fault = realm.faults.take('request', command, who);
    const answer = () => {
      const frame = fault?.kind === 'refuse' ? refuse(request, new Refusal(fault.code ?? 60022)) : handle({ realm, session, request });
      const late = realm.faults.take('reply', command, who);
      if (late?.kind === 'drop') return;
      if (late?.kind === 'delay') setTimeout(() => session.send(frame), late.ms ?? 0);
      else session.send(frame);
    };
    if (fault?.kind === 'drop') return;
    if (fault?.kind === 'delay') setTimeout(answer, fault.ms ?? 0);
    else answer();
  }

  /** @param {string} name @param {import('ws').WebSocket} socket */
  #control(name, socket) {
    const controls = this.controls(name);
    socket.on('message', (data) => {
      const { id, call, args } = JSON.parse(data.toString());
      try {
        socket.send(JSON.stringify({ id, result: controls(call, ...args) ?? null }));
      } catch (error) {
        socket.send(JSON.stringify({ id, error: String(error) }));
      }
    });
  }
}

/** @param {import('./commands.js').Context} context */
function handle(context) {
  const { request } = context;
  try {
    return reply(request, COMMANDS[request.head.servcmd]?.(context) ?? {});
  } catch (error) {
    if (error instanceof Refusal) return refuse(request, error);
    throw error;
  }
}
