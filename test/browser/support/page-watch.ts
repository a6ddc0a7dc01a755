/**
 * Runs in the page before anything else: keeps the books on what a call takes from the browser, so that a test can ask
 * whether it was given back. Nothing of the kit is replaced; each constructor does what it did.
 */
export function watchPage(): void {
  /** Keeps what is in use, and nothing that is over: the books are no leak themselves. */
  const remember = <T>(isInUse: (thing: T) => boolean): { add(...more: readonly T[]): void; inUse(): readonly T[] } => {
    let things: readonly T[] = [];
    const inUse = (): readonly T[] => { things = things.filter(isInUse); return things; };
    return { inUse, add: (...more) => { things = [...inUse(), ...more]; } };
  };
  // The page's own tools may keep a socket open; the kit's go to the relay.
  const isRelay = (url: string): boolean => new URL(url).pathname === '/relay';
  const tracks = remember<MediaStreamTrack>(({ readyState }) => readyState === 'live');
  const connections = remember<RTCPeerConnection>(({ connectionState }) => connectionState !== 'closed');
  const sockets = remember<WebSocket>(({ url, readyState }) => isRelay(url) && readyState < WebSocket.CLOSING);
  let opened = 0;
  const timers = new Set<number>();

  const note = (stream: MediaStream): void => {
    opened += stream.getTracks().length;
    tracks.add(...stream.getTracks());
  };
  const { mediaDevices } = navigator;
  if (mediaDevices) {
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      note(stream);
      return stream;
    };
  }
  const { captureStream } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.captureStream = function capture(rate) {
    const stream = captureStream.call(this, rate);
    note(stream);
    return stream;
  };
  window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
    construct(target, args, newTarget) {
      const connection: RTCPeerConnection = Reflect.construct(target, args, newTarget);
      connections.add(connection);
      return connection;
    },
  });
  window.WebSocket = new Proxy(WebSocket, {
    construct(target, args, newTarget) {
      const socket: WebSocket = Reflect.construct(target, args, newTarget);
      sockets.add(socket);
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

  window.watch = () => ({ opened, live: tracks.inUse().length, connections: connections.inUse().length, sockets: sockets.inUse().length, timers: timers.size });
  window.paths = async () => {
    const open = connections.inUse().filter(({ connectionState }) => connectionState === 'connected');
    return Promise.all(open.map(async (connection) => {
      const stats: Record<string, Record<string, string>> = Object.fromEntries([...await connection.getStats()]);
      const inUse = Object.values(stats).find(({ type, nominated, state }) => type === 'candidate-pair' && Boolean(nominated) && state === 'succeeded');
      return stats[inUse?.['localCandidateId'] ?? '']?.['candidateType'] ?? 'none';
    }));
  };
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
    /** By what kind of candidate (RFC 8445 section 5.1.1) each open connection sends. */
    paths(): Promise<string[]>;
  }
}
