import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { CallError } from '../../src/calling/errors.js';
import { TrackRegistry } from '../../src/calling/tracks.js';
import type { Calling } from '../../src/calling/calling.js';
import { registerView, unregisterView, type SurfaceSource } from '../../src/page/surfaces.js';
import { PageViews } from '../../src/page/views.js';

/** A picture that moves. */
function picture(): { readonly track: MediaStreamTrack; stop(): void } {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const draw = setInterval(() => context?.fillRect(Math.random() * 100, 0, 9, 9), 40);
  const [track] = canvas.captureStream(25).getVideoTracks();
  if (!track) throw new Error('This browser captures no canvas.');
  return { track, stop: () => { clearInterval(draw); track.stop(); } };
}

describe('PageViews', () => {
  let tracks: TrackRegistry;
  let calling: Calling;
  let views: PageViews;
  let film: ReturnType<typeof picture>;

  beforeEach(() => {
    tracks = new TrackRegistry();
    // Views ask nothing of a calling but its tracks.
    calling = { tracks } as unknown as Calling;
    views = new PageViews();
    film = picture();
  });

  afterEach(() => {
    views.dispose();
    film.stop();
  });

  it('shows a picture in an element found by its id, plays it, and takes it out again', async () => {
    const box = await fixture<HTMLDivElement>(html`<div id="stage" style="width: 80px; height: 60px"></div>`);
    views.show(calling, { userId: 'bob', streamType: 0 }, 'stage');
    tracks.set('bob', 'video', film.track);
    const video = box.querySelector('video');
    await waitUntil(() => (video?.videoWidth ?? 0) > 0, 'a picture arrives', { timeout: 10_000 });
    expect(video?.muted).to.equal(true);
    views.hide({ userId: 'bob', streamType: 1 });
    expect(box.childElementCount).to.equal(0);
    expect(video?.srcObject).to.equal(null);
  });

  it('uses a <video> that is given, and leaves it in place', async () => {
    const video = await fixture<HTMLVideoElement>(html`<video></video>`);
    tracks.set('', 'video', film.track);
    views.show(calling, { userId: '', streamType: 0 }, video);
    expect(video.srcObject).to.be.instanceOf(MediaStream);
    tracks.set('', 'video', null);
    expect(video.srcObject).to.equal(null);
    views.hide({ userId: '', streamType: 0 });
    expect(video.isConnected).to.equal(true);
  });

  it('tells a registered surface by its number, and gives the place to the newer wish', () => {
    const told: (SurfaceSource | null)[] = [];
    const viewId = registerView({ show: (source) => told.push(source) });
    views.show(calling, { userId: 'bob', streamType: 0 }, viewId);
    views.show(calling, { userId: 'carol', streamType: 2 }, viewId);
    views.hide({ userId: 'bob', streamType: 0 });
    expect(told.map((source) => source && `${source.userId} ${source.streamType}`)).to.deep.equal(['bob 0', null, 'carol 2']);
    unregisterView(viewId);
    expect(() => views.show(calling, { userId: 'bob', streamType: 0 }, viewId)).to.throw(CallError).with.property('reason', 'no-such-view');
  });

  it('says so when there is no such element', () => {
    for (const viewId of ['nowhere', 99_999, { nodeType: 1, localName: 'div' }]) {
      expect(() => views.show(calling, { userId: 'bob', streamType: 0 }, viewId)).to.throw(CallError).with.property('reason', 'no-such-view');
    }
  });

  it('a track of no browser shows nothing and breaks nothing', async () => {
    const box = await fixture<HTMLDivElement>(html`<div></div>`);
    views.show(calling, { userId: 'bob', streamType: 0 }, box);
    tracks.set('bob', 'video', { id: 'memory', kind: 'video' });
    await aTimeout(0);
    expect(box.querySelector('video')?.srcObject).to.equal(null);
  });
});
