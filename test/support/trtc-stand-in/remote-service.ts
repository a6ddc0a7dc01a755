/** UNOFFICIAL AND LOCAL. The stand-in in one page, its clients in others: the same service, over a hop. */
import type { Hop } from './hop.js';
import type { Inlet, Outlet, TrtcService } from './service.js';
import { isRecord } from './wire.js';

/** From a client: which socket, and what of it. */
type Up =
  | { readonly from: string; readonly say: 'schedule' }
  | { readonly from: string; readonly say: 'open'; readonly url: string }
  | { readonly from: string; readonly say: 'text'; readonly text: string }
  | { readonly from: string; readonly say: 'closed' };

/** From the service. */
type Down =
  | { readonly to: string; readonly say: 'scheduled'; readonly answer: unknown }
  | { readonly to: string; readonly say: 'text'; readonly text: string }
  | { readonly to: string; readonly say: 'close'; readonly code: number };

const isUp = (value: unknown): value is Up => isRecord(value) && typeof value['from'] === 'string' && typeof value['say'] === 'string';
const isDown = (value: unknown): value is Down => isRecord(value) && typeof value['to'] === 'string' && typeof value['say'] === 'string';

/** Lets clients of other pages reach `service`. */
export function serveOver(hop: Hop, service: TrtcService): void {
  const inlets = new Map<string, Inlet>();
  const post = (word: Down): void => hop.post(JSON.stringify(word));
  const open = (to: string, url: string): void => {
    const inlet = service.connect(new URL(url), {
      send: (text) => post({ to, say: 'text', text }),
      close: (code) => post({ to, say: 'close', code }),
    });
    if (inlet) inlets.set(to, inlet);
    else post({ to, say: 'close', code: 1006 });
  };
  hop.listen((text) => {
    const word: unknown = JSON.parse(text);
    if (!isUp(word)) return;
    if (word.say === 'schedule') void service.schedule().then((answer) => post({ to: word.from, say: 'scheduled', answer }));
    if (word.say === 'open') open(word.from, word.url);
    if (word.say === 'text') inlets.get(word.from)?.receive(word.text);
    if (word.say !== 'closed') return;
    inlets.get(word.from)?.closed();
    inlets.delete(word.from);
  });
}

/** The service of another page. */
export function serviceOver(hop: Hop): TrtcService {
  const waiting = new Map<string, (answer: unknown) => void>();
  const outlets = new Map<string, Outlet>();
  const post = (word: Up): void => hop.post(JSON.stringify(word));
  hop.listen((text) => {
    const word: unknown = JSON.parse(text);
    if (!isDown(word)) return;
    if (word.say === 'scheduled') waiting.get(word.to)?.(word.answer);
    if (word.say === 'text') outlets.get(word.to)?.send(word.text);
    if (word.say === 'close') outlets.get(word.to)?.close(word.code);
  });
  return {
    schedule: () => new Promise((resolve) => {
      const from = crypto.randomUUID();
      waiting.set(from, (answer) => {
        waiting.delete(from);
        resolve(answer);
      });
      post({ from, say: 'schedule' });
    }),
    connect(url, outlet) {
      const from = crypto.randomUUID();
      outlets.set(from, outlet);
      post({ from, say: 'open', url: url.href });
      return {
        receive: (text) => post({ from, say: 'text', text }),
        closed() {
          outlets.delete(from);
          post({ from, say: 'closed' });
        },
      };
    },
  };
}
