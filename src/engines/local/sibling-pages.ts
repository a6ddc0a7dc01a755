import { systemClock, type Clock } from '../../calling/clock.js';
import { Emitter } from '../emitter.js';
import { heldLocks, holdLock, tryLock, whenReleased, type HeldLock } from './page-locks.js';
import { toPageLetter, type PageLetter, type PageMessage } from './page-messages.js';
import type { Login } from './transport.js';

/** So many pages are kept count of; a browser with more has them unheard. */
const MAX_PAGES = 32;
/** So long nobody else can answer what was answered here: longer than the word of it may take. */
const CLAIM_MS = 15_000;

interface Sibling {
  inCall: boolean;
  readonly watch: AbortController;
}

export interface SiblingNews {
  /** How many other pages there are, and whether one of them is in a call. */
  readonly pages: number;
  readonly inCall: boolean;
}

/**
 * The other pages of this browser in which the same user is logged in. The browser itself says which of them live and
 * which one was first (Web Locks); what they tell each other goes by a BroadcastChannel. Only pages of the same origin
 * can take part.
 */
export class SiblingPages extends Emitter<PageMessage & { readonly from: string }> {
  readonly #base: string;
  readonly #self: string;
  readonly #clock: Clock;
  readonly #page: HeldLock;
  readonly #channel: BroadcastChannel;
  readonly #siblings = new Map<string, Sibling>();
  readonly #claims = new Set<() => void>();
  readonly #news = new Emitter<SiblingNews>();
  #call: HeldLock | null = null;
  #callOver: Promise<void> = Promise.resolve();
  #closed = false;

  private constructor(base: string, self: string, page: HeldLock, clock: Clock) {
    super();
    this.#base = base;
    this.#self = self;
    this.#page = page;
    this.#clock = clock;
    this.#channel = new BroadcastChannel(base);
    this.#channel.addEventListener('message', ({ data }) => this.#receive(data));
  }

  /** null where the browser has not what it takes, as on insecure pages. */
  static async join({ sdkAppId, userId, sessionId, device }: Pick<Login, 'sdkAppId' | 'userId' | 'sessionId' | 'device'>, clock: Clock = systemClock): Promise<SiblingPages | null> {
    const base = `trtc-calling ${sdkAppId} ${device} pages ${userId}`;
    try {
      const pages = new SiblingPages(base, sessionId, await holdLock(`${base} page ${sessionId}`), clock);
      await pages.#lookAround();
      return pages;
    } catch {
      return null;
    }
  }

  get news(): SiblingNews {
    const siblings = [...this.#siblings.values()];
    return { pages: siblings.length, inCall: siblings.some(({ inCall }) => inCall) };
  }

  onNews(listener: (news: SiblingNews) => void): void {
    this.#news.listen(listener);
  }

  /** Makes oneself known, and asks what rings elsewhere. */
  greet(): void {
    this.tell({ type: 'here', inCall: this.#call !== null, asks: true });
  }

  tell(message: PageMessage, to = ''): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other target than its own origin
    if (!this.#closed) this.#channel.postMessage({ from: this.#self, to, message } satisfies PageLetter);
  }

  /** true for one page alone: that one answers. */
  async claim(what: string): Promise<boolean> {
    const lock = await tryLock(`${this.#base} answer ${what}`);
    if (!lock || this.#closed) {
      void lock?.release();
      return lock !== null;
    }
    const end = (): void => {
      stop();
      this.#claims.delete(end);
      void lock.release();
    };
    const stop = this.#clock.after(CLAIM_MS, end);
    this.#claims.add(end);
    return true;
  }

  /** false: another page is in a call. */
  async setInCall(inCall: boolean): Promise<boolean> {
    if (inCall === (this.#call !== null)) return true;
    if (!inCall) {
      this.#leaveCall();
      return true;
    }
    await this.#callOver;
    const lock = await tryLock(`${this.#base} call`);
    if (!lock) return this.#closed;
    if (this.#closed || this.#call) void lock.release();
    else {
      this.#call = lock;
      this.tell({ type: 'here', inCall: true, asks: false });
    }
    return true;
  }

  close(): void {
    this.#leaveCall();
    this.#closed = true;
    for (const end of [...this.#claims]) end();
    for (const { watch } of this.#siblings.values()) watch.abort();
    this.#siblings.clear();
    this.#channel.close();
    void this.#page.release();
    this.#news.clear();
    this.clear();
  }

  #leaveCall(): void {
    if (!this.#call) return;
    this.#callOver = this.#call.release();
    this.#call = null;
    this.tell({ type: 'here', inCall: false, asks: false });
  }

  /** Who is here already, from the locks alone: pages in the background take their time to answer. */
  async #lookAround(): Promise<void> {
    const held = await heldLocks();
    const prefix = `${this.#base} page `;
    for (const name of held) if (name.startsWith(prefix)) this.#meet(name.slice(prefix.length));
    const [first] = this.#siblings.values();
    // Whose call it is they say themselves; that there is one counts from now on.
    if (first && held.includes(`${this.#base} call`)) first.inCall = true;
  }

  #receive(data: unknown): void {
    const letter = toPageLetter(data);
    if (this.#closed || !letter || (letter.to !== '' && letter.to !== this.#self)) return;
    const { from, message } = letter;
    const sibling = this.#meet(from);
    if (message.type === 'here') {
      if (sibling && sibling.inCall !== message.inCall) {
        sibling.inCall = message.inCall;
        this.#news.emit(this.news);
      }
      if (message.asks) this.tell({ type: 'here', inCall: this.#call !== null, asks: false }, from);
    }
    this.emit({ ...message, from });
  }

  #meet(sessionId: string): Sibling | undefined {
    if (sessionId === this.#self) return undefined;
    const known = this.#siblings.get(sessionId);
    if (known || this.#siblings.size >= MAX_PAGES) return known;
    const sibling: Sibling = { inCall: false, watch: new AbortController() };
    this.#siblings.set(sessionId, sibling);
    whenReleased(`${this.#base} page ${sessionId}`, sibling.watch.signal, () => {
      if (this.#siblings.get(sessionId) === sibling && this.#siblings.delete(sessionId)) this.#news.emit(this.news);
    });
    this.#news.emit(this.news);
    return sibling;
  }
}
