/**
 * UNOFFICIAL AND LOCAL. Takes the page's ways to foreign hosts and leads them to the stand-in: WebSocket and
 * XMLHttpRequest by which the SDK signals, fetch and sendBeacon by which it reports. What goes to the page's own origin
 * or to loopback passes untouched.
 */
import type { Inlet, TrtcService } from './service.js';

/** One thing the SDK sent outside of its signalling socket: for tests that look at what would leave the page. */
export interface Upload {
  readonly url: string;
  readonly body: string;
}

export interface PageNetwork {
  /** Everything that was to leave the page apart from what went over sockets. */
  readonly uploads: readonly Upload[];
  /** From now on what wants to leave the page gets nowhere, or to whoever had taken it before. */
  release(): void;
}

const isForeign = (url: string | URL): boolean => {
  const { protocol, hostname } = new URL(url, location.href);
  return /^(https?|wss?):$/.test(protocol) && hostname !== location.hostname && hostname !== 'localhost' && hostname !== '127.0.0.1' && hostname !== '[::1]';
};

const asText = (body: unknown): string => {
  if (body instanceof FormData) return JSON.stringify(Object.fromEntries([...body].map(([key, value]) => [key, String(value)])));
  return typeof body === 'string' ? body : '';
};

/** A `WebSocket` (WHATWG WebSockets, section 3) whose other end is the stand-in. */
class StandInSocket extends EventTarget {
  readyState = 0;
  binaryType = 'blob';
  readonly url: string;
  #inlet: Inlet | undefined;

  /** @param service undefined: there is nobody at the other end */
  constructor(service: TrtcService | undefined, url: string | URL) {
    super();
    this.url = String(url);
    setTimeout(() => {
      if (this.readyState !== 0) return;
      this.#inlet = service?.connect(new URL(this.url), {
        send: (data) => setTimeout(() => this.readyState === 1 && this.dispatchEvent(new MessageEvent('message', { data }))),
        close: (code) => this.#end(code),
      });
      if (!this.#inlet) return this.#fail();
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
    });
  }

  send(text: string): void {
    if (this.readyState === 1) setTimeout(() => this.#inlet?.receive(text));
  }

  close(code = 1000): void {
    if (this.readyState > 1) return;
    this.readyState = 2;
    setTimeout(() => this.#end(code));
  }

  #fail(): void {
    this.dispatchEvent(new Event('error'));
    this.#end(1006);
  }

  #end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#inlet?.closed();
    this.dispatchEvent(new CloseEvent('close', { code, wasClean: code === 1000 }));
  }
}

/** `onopen` and its like, which run among the listeners, so that `event.target` is set as in a real socket. */
for (const type of ['open', 'message', 'close', 'error']) {
  const handlers = new WeakMap<StandInSocket, EventListener>();
  Object.defineProperty(StandInSocket.prototype, `on${type}`, {
    get(this: StandInSocket) { return handlers.get(this) ?? null; },
    set(this: StandInSocket, handler: EventListener | null) {
      const before = handlers.get(this);
      if (before) this.removeEventListener(type, before);
      if (handler) this.addEventListener(type, handler);
      if (handler) handlers.set(this, handler);
      else handlers.delete(this);
    },
  });
}

interface Taker {
  readonly service: TrtcService;
  readonly uploads: Upload[];
}

/** The last of these takes the page's foreign requests. Where there is none they get nowhere. */
const takers: Taker[] = [];
const current = (): Taker | undefined => takers.at(-1);
let isInstalled = false;

/** Once a page: the SDK's own timers outlive a test, and what they send then is not to leave the machine either. */
function install(): void {
  if (isInstalled) return;
  isInstalled = true;
  const { WebSocket: RealSocket, XMLHttpRequest: RealRequest, fetch: realFetch } = window;
  const realBeacon = navigator.sendBeacon.bind(navigator);

  /** A request to a foreign host becomes one for a data: URL with the stand-in's answer. */
  class Request extends RealRequest {
    #url = '';
    override open(method: string, url: string | URL, ..._rest: unknown[]): void {
      this.#url = isForeign(url) ? String(url) : '';
      super.open(this.#url ? 'GET' : method, this.#url ? 'data:application/json,{}' : url, true);
    }
    override send(body?: Document | XMLHttpRequestBodyInit | null): void {
      if (!this.#url) return super.send(body);
      current()?.uploads.push({ url: this.#url, body: asText(body) });
      const taker = current();
      if (!taker || !this.#url.includes('/api/v1/config')) return super.send();
      void taker.service.schedule().then((answer) => {
        super.open('GET', `data:application/json,${encodeURIComponent(JSON.stringify(answer))}`, true);
        super.send();
      });
    }
  }

  Object.assign(window, {
    WebSocket: new Proxy(RealSocket, {
      construct: (target, [url, protocols]) => {
        if (!isForeign(url)) return Reflect.construct(target, protocols === undefined ? [url] : [url, protocols]);
        return new StandInSocket(current()?.service, url);
      },
    }),
    XMLHttpRequest: Request,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const url = input instanceof globalThis.Request ? input.url : input;
      if (!isForeign(url)) return realFetch.call(window, input, init);
      current()?.uploads.push({ url: String(url), body: asText(init?.body) });
      return Response.json({});
    },
  });
  navigator.sendBeacon = (url, body) => {
    if (!isForeign(url)) return realBeacon(url, body);
    current()?.uploads.push({ url: String(url), body: asText(body) });
    return true;
  };
}

export function takeOverNetwork(service: TrtcService): PageNetwork {
  install();
  const taker: Taker = { service, uploads: [] };
  takers.push(taker);
  return {
    uploads: taker.uploads,
    release() {
      const index = takers.indexOf(taker);
      if (index >= 0) takers.splice(index, 1);
    },
  };
}
