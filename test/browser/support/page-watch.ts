/**
 * Runs in the page before anything else: keeps the books on what a call takes from the browser, so that a test can ask
 * whether it was given back. Nothing of the kit is replaced; each constructor does what it did.
 */
export function watchPage(): void {
  const tracks: MediaStreamTrack[] = [];
  const connections: RTCPeerConnection[] = [];
  const sockets: WebSocket[] = [];
  const timers = new Set<number>();

  const { mediaDevices } = navigator;
  if (mediaDevices) {
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  }
  const { captureStream } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.captureStream = function capture(rate) {
    const stream = captureStream.call(this, rate);
    tracks.push(...stream.getTracks());
    return stream;
  };
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args, newTarget) {
      const connection: RTCPeerConnection = Reflect.construct(target, args, newTarget);
      connections.push(connection);
      return connection;
    },
  });
  window.WebSocket = new Proxy(WebSocket, {
    construct(target, args, newTarget) {
      const socket: WebSocket = Reflect.construct(target, args, newTarget);
      sockets.push(socket);
      return socket;
    },
  });
  const { setTimeout: start, clearTimeout: clear, setInterval: repeat, clearInterval: unrepeat } = window;
  Object.assign(window, {
    setTimeout(task: () => void, ms?: number, ...rest: []) {
      const timer: number = start(() => { timers.delete(timer); task(...rest); }, ms);
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer: number | undefined) {
      if (timer !== undefined) timers.delete(timer);
      clear(timer);
    },
    setInterval(task: () => void, ms?: number, ...rest: []) {
      const timer: number = repeat(task, ms, ...rest);
      timers.add(timer);
      return timer;
    },
    clearInterval(timer: number | undefined) {
      if (timer !== undefined) timers.delete(timer);
      unrepeat(timer);
    },
  });

  const isRelay = (url: string): boolean => new URL(url).pathname === '/relay';
  window.watch = () => ({
    opened: tracks.length,
    live: tracks.filter(({ readyState }) => readyState === 'live').length,
    connections: connections.filter(({ connectionState }) => connectionState !== 'closed').length,
    // The page's own tools may keep one open; the kit's go to the relay.
    sockets: sockets.filter(({ url, readyState }) => isRelay(url) && readyState < WebSocket.CLOSING).length,
    timers: timers.size,
  });
}

export interface Books {
  /** Tracks that were ever opened from a device. */
  readonly opened: number;
  /** Of those, the ones that have not ended: their light is on. */
  readonly live: number;
  readonly connections: number;
  readonly sockets: number;
  readonly timers: number;
}

declare global {
  interface Window {
    watch(): Books;
  }
}
