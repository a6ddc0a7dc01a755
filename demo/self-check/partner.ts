/** The page of the second user, in a frame: one user of an application in a page is all that Tencent IM allows. */
import '../../components/define.js';
import { TRTCCalling, type Calling } from '../../src/index.js';
import { engineOptions } from '../tencent/test-options.js';

declare global {
  interface Window {
    /** What the page around it works with. */
    selfCheckPartner?: Promise<Calling>;
  }
}

window.selfCheckPartner = TRTCCalling.create({ engine: 'tencent', tencent: engineOptions() }).then((calling) => {
  const provider = document.createElement('trtc-calling-provider');
  provider.calling = calling;
  const panel = document.createElement('trtc-call-panel');
  provider.append(panel);
  document.body.append(provider);
  return calling;
});
