import { roomContract } from '../../contract/room-contract.js';
import { TrtcWorld } from './trtc-world.js';

describe('the room of the tencent engine, over the real SDK', function suite() {
  this.timeout(60_000);
  roomContract(async () => new TrtcWorld());
});
