import { expect } from '@open-wc/testing';
import { broadcastHop } from '../../support/trtc-stand-in/hop.js';
import { serveOver } from '../../support/trtc-stand-in/remote-service.js';
import { UnofficialTrtcStandIn } from '../../support/trtc-stand-in/stand-in.js';
import type { FrameClient } from './trtc-frame.js';
import { until } from './trtc-tools.js';

describe('two pages with the real trtc-js-sdk, and the stand-in in a third', function suite() {
  this.timeout(90_000);
  const frames: HTMLIFrameElement[] = [];
  const open = async (userId: string, hop: string): Promise<FrameClient> => {
    const frame = document.createElement('iframe');
    frame.allow = 'camera; microphone; autoplay';
    frame.src = new URL('./trtc-frame.html', import.meta.url).href;
    document.body.append(frame);
    frames.push(frame);
    await until(() => frame.contentWindow?.trtcClientOfFrame !== undefined, () => 'the frame to load', 30_000);
    const client = frame.contentWindow?.trtcClientOfFrame?.(userId, hop);
    if (!client) throw new Error('The frame is gone.');
    return client;
  };

  it('see each other\'s pictures, and each other leave', async () => {
    const standIn = new UnofficialTrtcStandIn();
    const name = `trtc-${crypto.randomUUID()}`;
    const hop = broadcastHop(name);
    serveOver(hop, standIn);
    try {
      const [alice, bob] = [await open('alice', name), await open('bob', name)];
      await alice.join(31);
      await bob.join(31);
      await Promise.all([alice.rises(), bob.rises()]);
      await alice.leave();
      await until(() => bob.types.includes('left'), () => 'bob to see alice leave');
      expect(standIn.usersOf(31)).to.deep.equal(['bob']);
      await bob.leave();
      await until(() => standIn.usersOf(31).length === 0, () => 'nobody to be left');
    } finally {
      for (const frame of frames) frame.remove();
      hop.close();
      standIn.dispose();
    }
  });
});
