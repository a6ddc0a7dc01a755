import type { Side } from './set-up-sides.js';
import { clock, firstFrame } from './set-up-sides.js';

/**
 * One side of a call as it is written by hand in an afternoon: the inviter opens its devices when it calls, the invitee when it
 * answers; then offer, answer and candidates as they come. No errors are looked after, nobody can be busy.
 */
type Message =
  | { readonly type: 'call' } | { readonly type: 'accept' } | { readonly type: 'bye' } | { readonly type: 'ping' } | { readonly type: 'pong' }
  | { readonly type: 'description'; readonly description: RTCSessionDescriptionInit }
  | { readonly type: 'candidate'; readonly candidate: RTCIceCandidateInit };

const query = new URLSearchParams(location.search);
const self = query.get('side') ?? '';
const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, playsInline: true });
video.style.cssText = 'inline-size:320px;block-size:240px';
document.body.append(video);

let connection: RTCPeerConnection | null = null;
let media: Promise<MediaStream> | null = null;
let onCall = (): void => {};
let onPong = (): void => {};
let send: (message: Message) => void = () => {};

const openMedia = (): Promise<MediaStream> =>
  navigator.mediaDevices.getUserMedia({ audio: true, video: { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } } });

async function connect(): Promise<RTCPeerConnection> {
  const made = new RTCPeerConnection();
  connection = made;
  made.onicecandidate = ({ candidate }) => { if (candidate) send({ type: 'candidate', candidate: candidate.toJSON() }); };
  made.ontrack = ({ track, streams: [stream] }) => {
    if (track.kind !== 'video') return;
    video.srcObject = stream ?? new MediaStream([track]);
    void video.play();
  };
  media ??= openMedia();
  const stream = await media;
  for (const track of stream.getTracks()) made.addTrack(track, stream);
  return made;
}

async function hear(message: Message): Promise<void> {
  if (message.type === 'ping') return send({ type: 'pong' });
  if (message.type === 'pong') return onPong();
  if (message.type === 'call') return onCall();
  if (message.type === 'bye') return end();
  if (message.type === 'accept') {
    const made = await connect();
    await made.setLocalDescription();
    if (made.localDescription) send({ type: 'description', description: made.localDescription.toJSON() });
  } else if (message.type === 'description') {
    await connection?.setRemoteDescription(message.description);
    if (message.description.type !== 'offer') return;
    await connection?.setLocalDescription();
    if (connection?.localDescription) send({ type: 'description', description: connection.localDescription.toJSON() });
  } else if (message.type === 'candidate') await connection?.addIceCandidate(message.candidate);
}

/** One after the other, or a candidate would overtake its description. */
let line = Promise.resolve();
const receive = (text: string): void => { line = line.then(() => hear(JSON.parse(text))); };

async function end(): Promise<void> {
  connection?.close();
  connection = null;
  video.srcObject = null;
  for (const track of (await media)?.getTracks() ?? []) track.stop();
  media = null;
}

async function open(): Promise<void> {
  if (query.get('via') === 'relay') {
    const socket = new WebSocket(`ws://${location.host}/bare`);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    socket.addEventListener('message', ({ data }) => receive(String(data)));
    send = (message) => socket.send(JSON.stringify(message));
    return;
  }
  const channel = new BroadcastChannel('bare');
  channel.addEventListener('message', ({ data }) => receive(String(data)));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  send = (message) => channel.postMessage(JSON.stringify(message));
}

const side: Side = {
  ringing: Promise.resolve(0),
  frame: Promise.resolve(0),
  prepare: open,
  listen() {
    side.ringing = new Promise((resolve) => { onCall = () => resolve(clock()); });
    side.frame = firstFrame(video);
  },
  call() {
    const clicked = clock();
    media = openMedia();
    send({ type: 'call' });
    return clicked;
  },
  preview: async () => {},
  answer() {
    const clicked = clock();
    void connect().then(() => send({ type: 'accept' }));
    return clicked;
  },
  async hangUp() {
    send({ type: 'bye' });
    await end();
  },
  isIdle: () => connection === null && self !== '',
  /** ms for one message there and one back. */
  round() {
    const sent = clock();
    return new Promise((resolve) => {
      onPong = () => resolve(clock() - sent);
      send({ type: 'ping' });
    });
  },
};
window.side = side;
