/** What the worker tells the page (src/page/attention/worker-messages.ts is its other side). */
import { isWorkerMessage, NOTIFICATION_KIND, type NotificationAction } from './worker-messages.js';

export interface NotificationWords {
  readonly title: string;
  readonly body: string;
  readonly answer: string;
  readonly decline: string;
  /** A picture of the caller; '' for none. */
  readonly icon: string;
}

/** Chrome's and Firefox's, beside those of the standard's first page. */
interface RichOptions extends NotificationOptions {
  readonly actions?: readonly { readonly action: string; readonly title: string }[];
}

/**
 * One notification of an incoming call, from its showing to its closing. Through the page's service worker where it has
 * one, with buttons to answer and to decline; otherwise a plain one, where the browser lets a page make it. All pages that
 * ring for the same call share it (its tag).
 */
export class CallNotification {
  readonly #key: string;
  readonly #onAction: (action: NotificationAction) => void;
  readonly #over = new AbortController();
  #plain: Notification | null = null;
  #worker: ServiceWorkerRegistration | null = null;

  constructor(key: string, onAction: (action: NotificationAction) => void) {
    this.#key = key;
    this.#onAction = onAction;
  }

  static get isAllowed(): boolean {
    return 'Notification' in globalThis && Notification.permission === 'granted';
  }

  get #tag(): string {
    return `trtc-call ${this.#key}`;
  }

  async show(words: NotificationWords): Promise<void> {
    if (!CallNotification.isAllowed) return;
    const registration = await activeWorker();
    if (this.#over.signal.aborted) return;
    const { title, body, icon } = words;
    const options: RichOptions = { body, tag: this.#tag, requireInteraction: true, ...(icon === '' ? {} : { icon }) };
    if (!registration) return this.#showPlain(title, options);
    this.#worker = registration;
    navigator.serviceWorker.addEventListener('message', (event) => this.#onMessage(event), { signal: this.#over.signal });
    await registration.showNotification(title, {
      ...options,
      data: { kind: NOTIFICATION_KIND, key: this.#key, url: location.href },
      actions: [{ action: 'answer', title: words.answer }, { action: 'decline', title: words.decline }],
    } as NotificationOptions);
    // It ended while the browser was at it.
    if (this.#over.signal.aborted) await this.#closeAt(registration);
  }

  /** The ring is over. */
  close(): void {
    if (this.#over.signal.aborted) return;
    this.#over.abort();
    this.#plain?.close();
    if (this.#worker) void this.#closeAt(this.#worker);
  }

  #showPlain(title: string, options: NotificationOptions): void {
    try {
      this.#plain = new Notification(title, options);
    } catch {
      // Android takes notifications from service workers alone.
      return;
    }
    this.#plain.addEventListener('click', () => {
      window.focus();
      this.#onAction('show');
      this.close();
    });
  }

  async #closeAt(registration: ServiceWorkerRegistration): Promise<void> {
    for (const shown of await registration.getNotifications({ tag: this.#tag })) shown.close();
  }

  #onMessage({ data, source, ports }: MessageEvent): void {
    // Only a worker of this page's own origin can be its source.
    if (!(source instanceof ServiceWorker) || !isWorkerMessage(data) || data.key !== this.#key) return;
    ports[0]?.postMessage(true);
    this.#onAction(data.action);
  }
}

async function activeWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null;
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active ? registration : null;
  } catch {
    return null;
  }
}
