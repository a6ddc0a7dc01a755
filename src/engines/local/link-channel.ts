import type { Clock } from '../../calling/clock.js';
import { Emitter } from '../emitter.js';
import { decodeChannelMessage, type ChannelMessage } from './room-messages.js';

/** Agreed on by both sides without a word: the same number at both ends (WebRTC section 6.2, `negotiated`). */
const CHANNEL_ID = 0;
const LABEL = 'calling';

export type Word = Exclude<ChannelMessage, { type: 'ping' | 'pong' }>;

/** The data channel beside the media: it works as long as the media path does, whatever becomes of the signalling. */
export class LinkChannel extends Emitter<Word> {
  readonly #channel: RTCDataChannel;
  readonly #clock: Clock;
  readonly #waiting = new Set<(alive: boolean) => void>();
  #pings = 0;

  constructor(connection: RTCPeerConnection, clock: Clock) {
    super();
    this.#clock = clock;
    this.#channel = connection.createDataChannel(LABEL, { negotiated: true, id: CHANNEL_ID });
    this.#channel.addEventListener('message', ({ data }) => this.#receive(data));
    this.#channel.addEventListener('close', () => this.#answerAll(false));
  }

  get isOpen(): boolean {
    return this.#channel.readyState === 'open';
  }

  /** Calls `task` when the channel is open, now and later. */
  whenOpen(task: () => void): void {
    if (this.isOpen) task();
    else this.#channel.addEventListener('open', task, { once: true });
  }

  /** Nobody waits for an answer any more, and nobody is told anything. */
  end(): void {
    this.clear();
    this.#answerAll(false);
  }

  /** false where the channel is not open. */
  send(message: ChannelMessage): boolean {
    if (!this.isOpen) return false;
    this.#channel.send(JSON.stringify(message));
    return true;
  }

  /** Whether the other end says anything within `ms`. */
  ping(ms: number): Promise<boolean> {
    this.#pings += 1;
    if (!this.send({ type: 'ping', count: this.#pings })) return Promise.resolve(false);
    return this.#within(ms);
  }

  /** Resolves when the other end has closed, after `ms` at the latest. */
  closed(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        stopTimer();
        resolve();
      };
      const stopTimer = this.#clock.after(ms, done);
      this.#channel.addEventListener('close', done, { once: true });
    });
  }

  /** true: the other end said something; false: time is over or the channel closed. */
  #within(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (alive: boolean): void => {
        this.#waiting.delete(settle);
        stopTimer();
        resolve(alive);
      };
      const stopTimer = this.#clock.after(ms, () => settle(false));
      this.#waiting.add(settle);
    });
  }

  #receive(data: unknown): void {
    this.#answerAll(true);
    const message = decodeChannelMessage(data);
    if (message?.type === 'ping') this.send({ type: 'pong', count: message.count });
    else if (message && message.type !== 'pong') this.emit(message);
  }

  #answerAll(alive: boolean): void {
    for (const settle of [...this.#waiting]) settle(alive);
  }
}
