/** Counts what a page holds: connections that are not closed, tracks that still run, timers that have still to come. Import it first. */
const connections = new Set<RTCPeerConnection>();
const tracks = new Set<MediaStreamTrack>();
const timers = new Set<number>();

window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(configuration?: RTCConfiguration) {
    super(configuration);
    connections.add(this);
  }
};

const { mediaDevices } = navigator;
const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
mediaDevices.getUserMedia = async (constraints) => {
  const stream = await getUserMedia(constraints);
  for (const track of stream.getTracks()) tracks.add(track);
  return stream;
};

const { setTimeout: later, clearTimeout: notLater, setInterval: often, clearInterval: notOften } = window;
// The overloads of lib.dom and of Node are not worth repeating here: what goes in goes through.
Object.assign(window, {
  setTimeout(task: TimerHandler, ms?: number, ...args: unknown[]) {
    const id = later(() => {
      timers.delete(id);
      if (typeof task === 'function') task(...args);
    }, ms);
    timers.add(id);
    return id;
  },
  clearTimeout(id?: number) {
    timers.delete(id ?? 0);
    notLater(id);
  },
  setInterval(task: TimerHandler, ms?: number, ...args: unknown[]) {
    const id = often(task, ms, ...args);
    timers.add(id);
    return id;
  },
  clearInterval(id?: number) {
    timers.delete(id ?? 0);
    notOften(id);
  },
});

export function live(): { connections: number; tracks: number; timers: number } {
  for (const one of connections) if (one.connectionState === 'closed') connections.delete(one);
  for (const one of tracks) if (one.readyState === 'ended') tracks.delete(one);
  return { connections: connections.size, tracks: tracks.size, timers: timers.size };
}
