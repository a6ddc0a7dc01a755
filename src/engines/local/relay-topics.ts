import { CallError } from '../../calling/errors.js';
import type { ClientFrame } from './relay-protocol.js';

/** Settles the `join` that waits for the relay's word; null when none does. */
type Waiting = ((error?: CallError) => void) | null;

/** The topics that a client of the relay is in, or wants to be in. They outlive a connection. */
export class RelayTopics {
  readonly #say: (frame: ClientFrame) => void;
  readonly #topics = new Map<string, Waiting>();

  /** @param say does nothing while there is no connection */
  constructor(say: (frame: ClientFrame) => void) {
    this.#say = say;
  }

  has(topic: string): boolean {
    return this.#topics.has(topic);
  }

  /** Resolves when the relay has said yes. Rejects: room-join-failed, aborted. */
  join(topic: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new CallError('aborted'));
      const abort = (): void => this.leave(topic);
      signal.addEventListener('abort', abort, { once: true });
      this.#topics.set(topic, (error) => {
        signal.removeEventListener('abort', abort);
        if (error) reject(error);
        else resolve();
      });
      this.#say({ type: 'join', topic });
    });
  }

  /** A `join` that waits rejects with aborted. */
  leave(topic: string): void {
    if (!this.#topics.has(topic)) return;
    this.#say({ type: 'leave', topic });
    this.#take(topic)?.(new CallError('aborted'));
  }

  onJoined(topic: string): void {
    const waiting = this.#topics.get(topic);
    if (!waiting) return;
    this.#topics.set(topic, null);
    waiting();
  }

  onDenied(topic: string): void {
    this.#take(topic)?.(new CallError('room-join-failed', { detail: 'The relay has no place left in this room.' }));
  }

  /** There is a new connection, and it knows nothing. */
  sayAgain(): void {
    for (const topic of this.#topics.keys()) this.#say({ type: 'join', topic });
  }

  clear(): void {
    for (const topic of [...this.#topics.keys()]) this.#take(topic)?.(new CallError('aborted'));
  }

  #take(topic: string): Waiting {
    const waiting = this.#topics.get(topic) ?? null;
    this.#topics.delete(topic);
    return waiting;
  }
}
