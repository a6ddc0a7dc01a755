import { expect } from '@open-wc/testing';
import { loadTrtcSdk } from '../../../src/engines/tencent/load-sdks.js';
import { NO_LOG } from '../../../src/engines/tencent/trtc-events.js';
import { takeOverNetwork } from '../../support/trtc-stand-in/page-network.js';
import { UnofficialTrtcStandIn } from '../../support/trtc-stand-in/stand-in.js';
import { FakeTrtc } from './trtc-fake.js';
import { runScript, type Heard } from './trtc-script.js';
import { openTracks, until } from './trtc-tools.js';

describe('the fake TRTC of the fast tests', () => {
  const standIn = new UnofficialTrtcStandIn();
  const network = takeOverNetwork(standIn);
  after(() => {
    network.release();
    standIn.dispose();
  });

  it('says what the real SDK says, in the same order, in a whole call of two', async function compare() {
    this.timeout(120_000);
    const tracks = await openTracks();
    const counts: { readonly alice: number; readonly bob: number }[] = [];
    const fake = new FakeTrtc();
    const fromFake = await runScript({
      sdk: fake, tracks,
      ban: (userId) => fake.of(userId).ban('kick'),
      settle: async ({ alice, bob }) => {
        // The fake has nothing to wait for but promises.
        await new Promise((resolve) => { setTimeout(resolve); });
        counts.push({ alice: alice.length, bob: bob.length });
      },
    });
    const sdk = await loadTrtcSdk();
    sdk.Logger.setLogLevel(NO_LOG);
    sdk.Logger.disableUploadLog();
    const isIn = ({ alice, bob }: Heard, step: number): boolean => alice.length >= (counts[step]?.alice ?? 0) && bob.length >= (counts[step]?.bob ?? 0);
    const fromReal = await runScript({
      sdk, tracks,
      ban: (userId) => standIn.kick(userId, 'kick'),
      settle: (heard, step) => until(() => isIn(heard, step), () => `step ${step}; the fake said ${JSON.stringify(fromFake)}, the SDK ${JSON.stringify(heard)}`),
    });
    expect(fromReal).to.deep.equal(fromFake);
    expect(fromFake.bob).to.have.length.greaterThan(30);
    for (const track of Object.values(tracks)) track.stop();
  });
});
