/** UNOFFICIAL AND LOCAL. A way between pages on which every word reaches every other end. */
export interface Hop {
  post(word: string): void;
  listen(listener: (word: string) => void): void;
  close(): void;
}

/** Between pages and frames of one origin in one browser context. Needs no server. */
export function broadcastHop(name: string): Hop {
  const channel = new BroadcastChannel(name);
  return {
    post: channel.postMessage.bind(channel),
    listen: (listener) => channel.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') listener(data);
    }),
    close: () => channel.close(),
  };
}

/** Between browser contexts, over hop-server.js on loopback. To be made before the page's network is taken over, or on its own origin. */
export async function socketHop(url: string): Promise<Hop> {
  const socket = new WebSocket(url);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`No hop at ${url}.`)), { once: true });
  });
  return {
    post: (word) => socket.send(word),
    listen: (listener) => socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') listener(data);
    }),
    close: () => socket.close(),
  };
}
