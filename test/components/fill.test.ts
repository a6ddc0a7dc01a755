import { expect, html, waitUntil } from '@open-wc/testing';
import type { TrtcVideoView } from '../../components/video-view/video-view.js';
import { expectAccessible, find, maybe, mount, settled } from '../support/mount.js';
import { canvasTrack } from '../support/pictures.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const bob = (parts: object = {}): SnapshotParts => ({ call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true, ...parts })] } });

describe('The fill beside an upright picture', () => {
  const stops: (() => void)[] = [];
  afterEach(() => { for (const stop of stops.splice(0)) stop(); });

  async function shown([width, height]: readonly [number, number], template = html`<trtc-video-view user-id="bob"></trtc-video-view>`, kind: 'video' | 'screen' = 'video') {
    const mounted = await mount<TrtcVideoView>(template, bob({ screen: kind === 'screen' }));
    mounted.element.style.cssText = 'width: 640px; height: 360px';
    const { track, stop } = canvasTrack(width, height);
    stops.push(stop);
    mounted.calling.setTrack('bob', kind, track);
    await waitUntil(() => mounted.element.matches(':state(picture)'), 'picture', { timeout: 8000 });
    await settled(mounted.element);
    return mounted;
  }
  const fill = (element: Element): HTMLCanvasElement | undefined => maybe<HTMLCanvasElement>(element, 'canvas');
  const colour = (canvas: HTMLCanvasElement): readonly number[] => [...canvas.getContext('2d')?.getImageData(32, 48, 1, 1).data ?? []];
  /** Whatever would be fetched and drawn has been. */
  const drawn = async (): Promise<void> => {
    await import('../../components/video-view/fill.js');
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => { requestAnimationFrame(resolve); });
  };

  it('lies behind it in a wide frame, of its colours, follows it, and is hidden from screen readers', async () => {
    const { element } = await shown([36, 64]);
    await waitUntil(() => fill(element), 'a fill');
    const canvas = find<HTMLCanvasElement>(element, 'canvas');
    expect([canvas.nextElementSibling?.localName, canvas.ariaHidden]).to.deep.equal(['video', 'true']);
    const first = colour(canvas);
    expect(first[3]).to.equal(255);
    await waitUntil(() => colour(canvas).join() !== first.join(), 'another look', { timeout: 4000 });
    await expectAccessible(element);
  });

  it('goes with the shape of the frame, with the picture and with the element, and comes back', async () => {
    const { element, set } = await shown([36, 64]);
    await waitUntil(() => fill(element), 'a fill');
    element.style.cssText = 'width: 200px; height: 360px';
    await waitUntil(() => !fill(element), 'an upright frame has no bars');
    element.style.cssText = 'width: 640px; height: 360px';
    await waitUntil(() => fill(element), 'wide again');
    await set(bob({ video: false }));
    expect(fill(element)).to.equal(undefined);
    await set(bob());
    await waitUntil(() => fill(element), 'the picture again');
    const parent = element.parentElement;
    element.remove();
    expect(fill(element)).to.equal(undefined);
    parent?.append(element);
    await waitUntil(() => fill(element), 'in the page again', { timeout: 4000 });
  });

  const WITHOUT: Readonly<Record<string, () => Promise<{ readonly element: TrtcVideoView }>>> = {
    'a picture as wide as its frame': () => shown([64, 36]),
    'an upright screen': () => shown([36, 64], html`<trtc-video-view user-id="bob" stream-type="2"></trtc-video-view>`, 'screen'),
    'a picture that is to fill': () => shown([36, 64], html`<trtc-video-view user-id="bob" fit="cover"></trtc-video-view>`),
    'a picture whose author chose the bars': () => shown([36, 64], html`<trtc-video-view user-id="bob" fit="contain"></trtc-video-view>`),
  };
  for (const [name, show] of Object.entries(WITHOUT)) {
    it(`${name} has none`, async () => {
      const { element } = await show();
      await drawn();
      expect(fill(element)).to.equal(undefined);
    });
  }
});
