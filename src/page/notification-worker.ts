/**
 * For an application's service worker: `import 'trtc-calling-elements/notification-worker'`. Built, it is also one classic
 * script, `dist/cdn/notification-worker.js`, to be a service worker itself or to come in by importScripts. A press on an incoming call's notification brings its page to the front and lets it answer or decline.
 */
interface PageClient {
  readonly url: string;
  readonly focused: boolean;
  postMessage(message: unknown, transfer: readonly MessagePort[]): void;
  focus(): Promise<unknown>;
}

interface ClickEvent extends Event {
  readonly action: string;
  readonly notification: { readonly data: unknown; close(): void };
  waitUntil(work: Promise<unknown>): void;
}

interface WorkerScope extends EventTarget {
  readonly clients: {
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly PageClient[]>;
    openWindow(url: string): Promise<unknown>;
  };
}

{
  const KIND = 'trtc-call';
  /** A page that has the call says so in less. */
  const TAKEN_MS = 1000;

  const readCall = (data: unknown): { readonly key: string; readonly url: string } | undefined => {
    if (typeof data !== 'object' || data === null) return undefined;
    const { kind, key, url }: Readonly<Record<string, unknown>> = { ...data };
    return kind === KIND && typeof key === 'string' && typeof url === 'string' ? { key, url } : undefined;
  };

  /** Whether the page has that call and takes the press. */
  const offer = (page: PageClient, message: unknown): Promise<boolean> => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => { resolve(false); port1.close(); }, TAKEN_MS);
    port1.addEventListener('message', () => {
      clearTimeout(timer);
      port1.close();
      resolve(true);
    });
    port1.start();
    page.postMessage(message, [port2]);
  });

  const scope = globalThis as unknown as WorkerScope;

  const press = async (action: string, { key, url }: { readonly key: string; readonly url: string }): Promise<void> => {
    const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const ordered = [...pages].toSorted((a, b) => Number(b.url === url) - Number(a.url === url) || Number(b.focused) - Number(a.focused));
    const message = { kind: KIND, key, action: action === 'answer' || action === 'decline' ? action : 'show' };
    for (const page of ordered) {
      if (!await offer(page, message)) continue;
      if (action !== 'decline') await page.focus();
      return;
    }
    // The call is gone with its page; whoever pressed wanted to see it.
    if (action !== 'decline' && ordered.length === 0) await scope.clients.openWindow(url);
  };

  // Importing it anywhere else does nothing.
  if ('clients' in globalThis) scope.addEventListener('notificationclick', (event) => {
    const { notification, action } = event as ClickEvent;
    const call = readCall(notification.data);
    if (!call) return;
    notification.close();
    (event as ClickEvent).waitUntil(press(action, call));
  });
}
