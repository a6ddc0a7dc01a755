import type { RoomEvent } from '../../../src/engines/engine.js';
import { loadTrtcSdk } from '../../../src/engines/tencent/load-sdks.js';
import { createTrtcRoom } from '../../../src/engines/tencent/trtc-room.js';
import { broadcastHop } from '../../support/trtc-stand-in/hop.js';
import { takeOverNetwork } from '../../support/trtc-stand-in/page-network.js';
import { serviceOver } from '../../support/trtc-stand-in/remote-service.js';
import { openTrack, Picture, until } from './trtc-tools.js';

/** One client in a page of its own, with its own copy of the SDK. */
export interface FrameClient {
  readonly types: readonly RoomEvent['type'][];
  /** With the camera. */
  join(roomId: number): Promise<void>;
  /** Resolves when frames of somebody else keep coming. */
  rises(): Promise<void>;
  leave(): Promise<void>;
}

declare global {
  interface Window {
    /** What trtc-frame.html gives the page around it. The service is in another page, over the hop of that name. */
    trtcClientOfFrame?: (userId: string, hop: string) => FrameClient;
  }
}

window.trtcClientOfFrame = (userId, hop) => {
  takeOverNetwork(serviceOver(broadcastHop(hop)));
  const room = createTrtcRoom({ sdk: loadTrtcSdk, credentials: () => ({ sdkAppId: 1_400_000_001, userId, userSig: `signature-of-${userId}` }) });
  const types: RoomEvent['type'][] = [];
  let received: MediaStreamTrack | null = null;
  room.listen((event) => {
    types.push(event.type);
    if (event.type === 'track') received = event.track instanceof MediaStreamTrack ? event.track : null;
  });
  const camera = openTrack('video');
  return {
    types,
    async join(roomId) {
      await room.publish('video', await camera);
      await room.join(roomId, new AbortController().signal);
    },
    async rises() {
      await until(() => received !== null, () => `${userId} to receive a picture, saw ${types.join()}`);
      if (received) await new Picture(received).rises();
    },
    async leave() {
      await room.dispose();
      (await camera).stop();
    },
  };
};
