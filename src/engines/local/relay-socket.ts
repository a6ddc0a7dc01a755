import { CallError } from '../../calling/errors.js';
import type { Clock } from '../../calling/clock.js';
import {
  CLOSED_KICKED, decodeRelayFrame, encodeFrame, PROTOCOL_VERSION, type ClientFrame, type Login, type RelayFrame,
} from './relay-protocol.js';

/** No word from the relay for so long, and the connection counts as lost. It says something every 2.1 s. */
const SILENCE_MS = 6000;
/** The same where there is reason to doubt: a relay that lives says something sooner. */
const DOUBT_MS = 2500;

export interface RelaySocketHandlers {
  onFrame(frame: RelayFrame): void;
  /** Once, for a connection that was logged in and is no more. */
  onLost(): void;
}

/** One logged-in WebSocket connection to the relay, from its opening to its end. It never comes back: its owner makes another. */
export class RelaySocket {
  readonly #socket: WebSocket;
  readonly #clock: Clock;
  readonly #handlers: RelaySocketHandlers;
  #stopWatchdog: () => void = () => {};
  #open = true;

  private constructor(socket: WebSocket, handlers: RelaySocketHandlers, clock: Clock) {
    this.#socket = socket;
    this.#handlers = handlers;
    this.#clock = clock;
    socket.addEventListener('message', ({ data }) => this.#receive(data));
    socket.addEventListener('close', () => this.#end());
    this.#feedWatchdog();
  }

  /**
   * Resolves when the relay has taken the login. Rejects: network (no relay there), timed-out, login-refused,
   * kicked-offline (a resumed session whose place is taken), aborted.
   */
  static connect(url: string, login: Login, handlers: RelaySocketHandlers, options: { readonly token: string; readonly signal: AbortSignal; readonly clock: Clock; readonly timeout: number }): Promise<RelaySocket> {
    const { token, signal, clock, timeout } = options;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new CallError('aborted'));
      const socket = openSocket(url);
      const settled = new AbortController();
      const on = { signal: settled.signal };
      const settle = (act: () => void): void => {
        settled.abort();
        cancelTimeout();
        act();
      };
      const fail = (error: CallError): void => settle(() => {
        socket.close();
        reject(error);
      });
      const cancelTimeout = clock.after(timeout, () => fail(new CallError('timed-out')));
      signal.addEventListener('abort', () => fail(new CallError('aborted')), on);
      socket.addEventListener('close', ({ code }) => fail(new CallError(code === CLOSED_KICKED ? 'kicked-offline' : 'network')), on);
      socket.addEventListener('message', ({ data }) => {
        const frame = typeof data === 'string' ? decodeRelayFrame(data) : undefined;
        if (frame?.type === 'hello') {
          if (frame.version === PROTOCOL_VERSION) socket.send(encodeFrame({ type: 'login', version: PROTOCOL_VERSION, token, login }));
          else fail(new CallError('network', { detail: `The relay speaks version ${frame.version}.` }));
        } else if (frame?.type === 'welcome') settle(() => resolve(new RelaySocket(socket, handlers, clock)));
        else if (frame?.type === 'refused') fail(new CallError('login-refused', { detail: frame.reason }));
        else if (frame?.type === 'kicked') fail(new CallError('kicked-offline'));
      }, on);
    });
  }

  send(frame: ClientFrame): void {
    if (this.#open) this.#socket.send(encodeFrame(frame));
  }

  /** It may have died while nobody could notice: it has a moment to show that it lives. */
  doubt(): void {
    if (this.#open) this.#feedWatchdog(DOUBT_MS);
  }

  /** Ends it without a word to the owner. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#stopWatchdog();
    this.#socket.close(1000);
  }

  #receive(data: unknown): void {
    if (!this.#open) return;
    this.#feedWatchdog();
    const frame = typeof data === 'string' ? decodeRelayFrame(data) : undefined;
    if (frame) this.#handlers.onFrame(frame);
  }

  #feedWatchdog(ms = SILENCE_MS): void {
    this.#stopWatchdog();
    this.#stopWatchdog = this.#clock.after(ms, () => {
      this.#socket.close();
      this.#end();
    });
  }

  #end(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#stopWatchdog();
    this.#handlers.onLost();
  }
}

/** A malformed address and an insecure one in a secure page (SecurityError) throw: no relay can be reached by either. */
function openSocket(url: string): WebSocket {
  try {
    return new WebSocket(url);
  } catch (cause) {
    throw new CallError('network', { detail: 'The relay address cannot be used from this page.', cause });
  }
}
