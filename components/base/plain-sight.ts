import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';

/** How long a button has been in plain sight before a pointer may press it, ms: longer than the two halves of a double click are apart. */
const SETTLED_MS = 600;

/** Intersection Observer v2 (W3C draft): `isVisible` is true where nothing covers, fades or distorts. The delay is the least it allows. */
const PLAINLY = { threshold: 0.9, trackVisibility: true, delay: 100 };

/** Whether a page of another origin shows this one in a frame. */
export function isFramedByStranger(page: Window = window): boolean {
  try {
    for (let inner = page; inner !== inner.parent; inner = inner.parent) if (inner.parent.origin !== page.origin) return true;
    return false;
  } catch {
    // Reading a stranger's window throws.
    return true;
  }
}

/**
 * Against clickjacking: in a frame of a stranger's page, a press by pointer counts only where the button has been fully in
 * sight for a moment. Keys and scripts count always, and so does everything in a page that no stranger frames.
 */
export class PlainSight implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #isFramed: boolean;
  #observer: IntersectionObserver | undefined;
  /** Since when, in the clock of events; null while it is not. */
  #since: number | null = null;

  constructor(host: ReactiveControllerHost & Element, isFramed = !isServer && isFramedByStranger()) {
    this.#host = host;
    this.#isFramed = isFramed;
    host.addController(this);
  }

  hostConnected(): void {
    if (!this.#isFramed) return;
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#look(entry)), PLAINLY);
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#since = null;
  }

  /** Whether whoever pressed can have seen what they pressed. */
  admits({ detail, timeStamp }: Pick<MouseEvent, 'detail' | 'timeStamp'>): boolean {
    if (!this.#isFramed || detail === 0) return true;
    return this.#since !== null && timeStamp - this.#since >= SETTLED_MS;
  }

  #look(entry: IntersectionObserverEntry): void {
    // Browsers without the second version say nothing about what lies above.
    const isSeen = entry.isIntersecting && Reflect.get(entry, 'isVisible') !== false;
    if (!isSeen) this.#since = null;
    else this.#since ??= entry.time;
  }
}
