import '../../../components/define.js';
import '../../../components/video-view/video-view.define.js';
import { TRTCCalling } from '../../../src/core.js';
import type { Side } from './set-up-sides.js';
import { clock, firstFrame } from './set-up-sides.js';

/** One side of a call as a page makes it with this package, its picture in a `<trtc-video-view>`. */
const query = new URLSearchParams(location.search);
const isEarly = query.get('early') !== null;
// The two pairs of a run meet at one relay.
const names = isEarly ? ['alice', 'bob'] : ['carol', 'dave'];
const [self = '', other = ''] = query.get('side') === 'a' ? names : names.toReversed();
const calling = await TRTCCalling.create({
  connectWhileRinging: isEarly,
  local: query.get('via') === 'relay' ? { transport: 'relay', relayUrl: '/relay' } : { transport: 'broadcast' },
});

const provider = document.createElement('trtc-calling-provider');
provider.calling = calling;
const view = document.createElement('trtc-video-view');
view.userId = other;
view.style.cssText = 'display:block;inline-size:320px;block-size:240px';
provider.append(view);
document.body.append(provider);
await view.updateComplete;
const picture = (): HTMLVideoElement => {
  const { videoElement } = view;
  if (!videoElement) throw new Error('The view has no video.');
  return videoElement;
};

const side: Side = {
  ringing: Promise.resolve(0),
  frame: Promise.resolve(0),
  async prepare() {
    const { code, desc } = await calling.login(0, self, '');
    if (code !== 0) throw new Error(desc);
  },
  listen() {
    side.ringing = new Promise((resolve) => {
      const stop = calling.subscribe<string | undefined>((phase) => {
        if (phase !== 'ringing') return;
        stop();
        resolve(clock());
      }, { selector: ({ call }) => call?.phase });
    });
    side.frame = firstFrame(picture());
  },
  call() {
    void calling.call(other, 2);
    return clock();
  },
  async preview() {
    if (isEarly) await calling.openCamera(true);
  },
  answer() {
    const clicked = clock();
    void calling.accept();
    return clicked;
  },
  async hangUp() {
    await calling.hangup();
    calling.dismissEnded();
  },
  isIdle: () => calling.state.call === null,
};
window.side = side;
