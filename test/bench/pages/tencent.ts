import { loadTrtcSdk } from '../../../src/engines/tencent/load-sdks.js';
import { createTrtcRoom } from '../../../src/engines/tencent/trtc-room.js';
import type { TrtcClient, TrtcRemoteStream } from '../../../src/engines/tencent/trtc-types.js';
import { takeOverNetwork } from '../../support/trtc-stand-in/page-network.js';
import { UnofficialTrtcStandIn } from '../../support/trtc-stand-in/stand-in.js';

/**
 * Alice is in a room with her camera on; Bob comes in, by the bare SDK or by the engine, until her first picture is on his screen.
 * The SDK is the real one, its service a stand-in in this page.
 */
const ROOM = 4711;
const SDK_APP_ID = 1_400_000_001;

takeOverNetwork(new UnofficialTrtcStandIn());
const sdk = await loadTrtcSdk();
sdk.Logger.setLogLevel(5);
sdk.Logger.disableUploadLog();

const newClient = (userId: string): TrtcClient =>
  sdk.createClient({ sdkAppId: SDK_APP_ID, userId, userSig: `signature-of-${userId}`, mode: 'rtc', autoSubscribe: false, enableAutoPlayDialog: false });

const [camera] = (await navigator.mediaDevices.getUserMedia({ video: true })).getVideoTracks();
if (!camera) throw new Error('There is no camera.');
const alice = newClient('alice');
await alice.join({ roomId: ROOM });
const stream = sdk.createStream({ videoSource: camera });
await stream.initialize();
await alice.publish(stream);

/** When the first picture of that track is on the screen. */
async function shown(track: MediaStreamTrack): Promise<void> {
  const video = Object.assign(document.createElement('video'), { muted: true, autoplay: true, playsInline: true, srcObject: new MediaStream([track]) });
  document.body.append(video);
  await new Promise((resolve) => { video.requestVideoFrameCallback(resolve); });
  video.remove();
}

const isRemote = (value: unknown): value is TrtcRemoteStream => typeof value === 'object' && value !== null && 'getType' in value;
const streamIn = (payload: unknown): TrtcRemoteStream => {
  const found = typeof payload === 'object' && payload !== null && 'stream' in payload ? payload.stream : undefined;
  if (!isRemote(found)) throw new Error('An event without a stream.');
  return found;
};

async function bare(userId: string): Promise<number> {
  const started = performance.now();
  const client = newClient(userId);
  const arrived = new Promise<MediaStreamTrack>((resolve, reject) => {
    client.on('stream-added', (payload) => { client.subscribe(streamIn(payload), { audio: true, video: true }).catch(reject); });
    client.on('stream-subscribed', (payload) => {
      const track = streamIn(payload).getVideoTrack();
      if (track) resolve(track);
    });
  });
  await client.join({ roomId: ROOM });
  await shown(await arrived);
  const took = performance.now() - started;
  await client.leave();
  return took;
}

async function engine(userId: string): Promise<number> {
  const started = performance.now();
  const room = createTrtcRoom({ sdk: loadTrtcSdk, credentials: () => ({ sdkAppId: SDK_APP_ID, userId, userSig: `signature-of-${userId}` }) });
  const arrived = new Promise<MediaStreamTrack>((resolve) => {
    room.listen((event) => {
      if (event.type === 'track' && event.kind === 'video' && event.track instanceof MediaStreamTrack) resolve(event.track);
    });
  });
  await room.join(ROOM, new AbortController().signal);
  await shown(await arrived);
  const took = performance.now() - started;
  await room.leave();
  await room.dispose();
  return took;
}

let count = 0;
window.tencent = {
  sample(way) {
    count += 1;
    return way === 'bare' ? bare(`bob${count}`) : engine(`bob${count}`);
  },
};
