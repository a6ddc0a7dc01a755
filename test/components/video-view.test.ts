import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import type { TrtcVideoView } from '../../components/video-view/video-view.js';
import { PageViews } from '../../src/page/views.js';
import { expectAccessible, find, maybe, mount, nextEvent, settled, textOf } from '../support/mount.js';
import { canvasTrack } from '../support/pictures.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const bob = (parts: object = {}): SnapshotParts => ({ call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true, ...parts })] } });
const view = (parts = bob(), template = html`<trtc-video-view user-id="bob"></trtc-video-view>`) => mount<TrtcVideoView>(template, parts);
const video = (element: Element): HTMLVideoElement => find<HTMLVideoElement>(element, 'video');
const shownTrack = (element: Element): MediaStreamTrack | undefined => {
  const { srcObject } = video(element);
  return srcObject instanceof MediaStream ? srcObject.getVideoTracks()[0] : undefined;
};

describe('TrtcVideoView', () => {
  const stops: (() => void)[] = [];
  const picture = (width?: number, height?: number): MediaStreamTrack => {
    const { track, stop } = canvasTrack(width, height);
    stops.push(stop);
    return track;
  };
  afterEach(() => { for (const stop of stops.splice(0)) stop(); });

  it('shows the camera of user-id, silently, and the avatar until there is a picture', async () => {
    const { element, calling } = await view();
    expect(element.matches(':state(picture)')).to.equal(false);
    const resized = nextEvent(element, 'trtc-video-resize');
    const track = picture(64, 36);
    calling.setTrack('bob', 'video', track);
    expect((await resized).detail).to.deep.equal({ width: 64, height: 36 });
    await settled(element);
    expect(shownTrack(element)).to.equal(track);
    expect(video(element).muted).to.equal(true);
    expect(element.matches(':state(picture)')).to.equal(true);
    expect(element.videoSize).to.deep.equal({ width: 64, height: 36 });
    expect(element.videoElement).to.equal(video(element));
  });

  it('shows the avatar again when the camera goes off, and lets go of the track when it is no more', async () => {
    const { element, calling, set } = await view();
    calling.setTrack('bob', 'video', picture());
    await waitUntil(() => element.matches(':state(picture)'), 'picture', { timeout: 8000 });
    await set(bob({ video: false }));
    expect(element.matches(':state(picture)')).to.equal(false);
    calling.setTrack('bob', 'video', null);
    expect(shownTrack(element)).to.equal(undefined);
  });

  it('a track that is not the browser\'s own shows nothing', async () => {
    const { element, calling } = await view();
    calling.setTrack('bob', 'video', { id: 'fake', kind: 'video' });
    await settled(element);
    expect(video(element).srcObject).to.equal(null);
  });

  it('follows another user-id, and lets go of the first', async () => {
    const { element, calling } = await view();
    const [first, second] = [picture(), picture()];
    calling.setTrack('bob', 'video', first);
    calling.setTrack('carol', 'video', second);
    element.userId = 'carol';
    await settled(element);
    expect(shownTrack(element)).to.equal(second);
    calling.setTrack('bob', 'video', null);
    expect(shownTrack(element)).to.equal(second);
  });

  it('local shows oneself, mirrored as long as it is the front camera and nobody says otherwise', async () => {
    const camera = { wanted: true, on: true };
    const { element, calling, set } = await view({ devices: { camera } }, html`<trtc-video-view local></trtc-video-view>`);
    const track = picture();
    calling.setTrack('', 'video', track);
    await settled(element);
    expect(shownTrack(element)).to.equal(track);
    const isMirrored = (): boolean => getComputedStyle(video(element)).transform.startsWith('matrix(-1');
    expect(isMirrored()).to.equal(true);
    element.mirror = 'false';
    await settled(element);
    expect(isMirrored()).to.equal(false);
    element.mirror = '';
    await set({ devices: { camera: { ...camera, front: false } } });
    expect(isMirrored()).to.equal(false);
    element.mirror = 'true';
    await settled(element);
    expect(isMirrored()).to.equal(true);
    expect(textOf(element)).to.contain('You');
  });

  it('one\'s own user id is oneself', async () => {
    const { element, calling } = await view({ devices: { camera: { on: true, wanted: true } } }, html`<trtc-video-view user-id="alice"></trtc-video-view>`);
    const track = picture();
    calling.setTrack('', 'video', track);
    await settled(element);
    expect(shownTrack(element)).to.equal(track);
  });

  it('stream-type 2 shows the shared screen, whole and not mirrored', async () => {
    const { element, calling } = await view(bob({ screen: true }), html`<trtc-video-view user-id="bob" stream-type="2"></trtc-video-view>`);
    const track = picture();
    calling.setTrack('bob', 'screen', track);
    await settled(element);
    expect(shownTrack(element)).to.equal(track);
    expect(getComputedStyle(video(element)).objectFit).to.equal('contain');
    expect(textOf(element)).to.contain('Screen of Bob');
  });

  it('fit decides how the frame is filled; an upright picture in a wide frame is shown whole', async () => {
    const { element, calling } = await view();
    Object.assign(element.style, { width: '320px', height: '180px' });
    const fit = (): string => getComputedStyle(video(element)).objectFit;
    expect(fit()).to.equal('cover');
    calling.setTrack('bob', 'video', picture(36, 64));
    await waitUntil(() => element.matches(':state(portrait)'), 'portrait', { timeout: 8000 });
    await settled(element);
    expect(fit()).to.equal('contain');
    element.fit = 'cover';
    await settled(element);
    expect(fit()).to.equal('cover');
    element.fit = 'contain';
    await settled(element);
    expect(fit()).to.equal('contain');
  });

  it('a name is cut at its own end, whichever way the language runs', async () => {
    const { element } = await view({}, html`<trtc-video-view user-id="bob" locale="ar"></trtc-video-view>`);
    await settled(element);
    expect([getComputedStyle(find(element, '.caption')).direction, getComputedStyle(find(element, '.name')).direction]).to.deep.equal(['rtl', 'ltr']);
  });

  it('shows name, mute mark, poor network and a lost link', async () => {
    const { element, set } = await view(bob({ audio: false, quality: 5, link: 'reconnecting' }));
    expect(textOf(element)).to.contain('Bob').and.to.contain('Reconnecting…');
    expect(find(element, '.mic').ariaLabel).to.equal('Microphone off');
    expect(maybe(element, 'trtc-network-quality:state(shown)')).not.to.equal(undefined);
    await set(bob());
    expect(maybe(element, '.mic')).to.equal(undefined);
    expect(maybe(element, 'trtc-network-quality:state(shown)')).to.equal(undefined);
    element.bare = true;
    await settled(element);
    expect(maybe(element, '.caption')).to.equal(undefined);
  });

  it('says nothing of a lost link while it is one’s own connection that is lost', async () => {
    const { element } = await view({ call: { reconnecting: true, participants: [buildParticipant({ userId: 'bob', link: 'reconnecting' })] } });
    expect(maybe(element, '.badge')).to.equal(undefined);
  });

  it('says of a lost link also where it says nothing else', async () => {
    const { element, set } = await view(bob({ link: 'reconnecting' }));
    element.bare = true;
    await settled(element);
    expect(find(element, '.badge').textContent).to.equal('Reconnecting…');
    element.bare = false;
    await settled(element);
    // Buttons of whoever shows it lie in the other corner.
    expect(find(element, '.badge').getBoundingClientRect().left - element.getBoundingClientRect().left).to.equal(8);
    await set(bob());
    expect(maybe(element, '.badge')).to.equal(undefined);
  });

  it('a voice moves ring and halo without a render; a muted one does not', async () => {
    const { element, calling, set } = await view();
    let renders = 0;
    const { requestUpdate } = element;
    element.requestUpdate = (...args) => { renders += 1; requestUpdate.apply(element, args); };
    const ring = find(element, '.ring');
    calling.setLevel('bob', 55);
    expect([ring.style.opacity, find(element, '.halo').style.opacity]).to.deep.equal(['1', '0.35']);
    // What changes ten times a second is a layer of its own, for as long as it changes.
    const swell = find(element, '.swell');
    expect([swell.style.willChange, swell.style.transform]).to.deep.equal(['transform', 'scale(1.25)']);
    calling.setLevel('bob', 3);
    expect([ring.style.opacity, swell.style.willChange]).to.deep.equal(['0', 'auto']);
    expect(renders).to.equal(0);
    await set(bob({ audio: false }));
    calling.setLevel('bob', 70);
    expect(ring.style.opacity).to.equal('0');
  });

  it('muted silences the person here alone, and gives the voice back', async () => {
    const { element, calling, set } = await view();
    const audio = new AudioContext();
    const voice = audio.createMediaStreamDestination().stream.getAudioTracks()[0];
    if (!voice) throw new Error('no track');
    calling.setTrack('bob', 'audio', voice);
    element.muted = true;
    await settled(element);
    expect(voice.enabled).to.equal(false);
    expect(find(element, '.mic').ariaLabel).to.equal('Muted for you');
    element.muted = false;
    await settled(element);
    expect(voice.enabled).to.equal(true);
    element.muted = true;
    await settled(element);
    element.remove();
    expect(voice.enabled).to.equal(true);
    await set({});
    await audio.close();
  });

  it('muted never touches one\'s own microphone', async () => {
    const { calling, element } = await view({ call: {} }, html`<trtc-video-view local muted></trtc-video-view>`);
    const audio = new AudioContext();
    const voice = audio.createMediaStreamDestination().stream.getAudioTracks()[0];
    if (!voice) throw new Error('no track');
    calling.setTrack('', 'audio', voice);
    await settled(element);
    expect(voice.enabled).to.equal(true);
    await audio.close();
  });

  it('its frame is a named group, its video has a name, and axe finds nothing', async () => {
    const { element } = await view(bob({ audio: false }));
    Object.assign(element.style, { width: '320px', height: '180px' });
    expect([find(element, '.frame').role, find(element, '.frame').ariaLabel]).to.deep.equal(['group', 'Bob']);
    expect(video(element).ariaLabel).to.equal('Video of Bob');
    await expectAccessible(element);
  });

  describe('viewId', () => {
    it('is a number of its own, the same each time and after a move', async () => {
      const { element } = await view();
      const other = await view();
      const { viewId } = element;
      expect(viewId).to.be.a('number').above(0);
      expect(other.element.viewId).not.to.equal(viewId);
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      elsewhere.append(element);
      await aTimeout(0);
      expect(element.viewId).to.equal(viewId);
      elsewhere.remove();
    });

    it('startRemoteView puts a picture into it, before its own attributes, and stopRemoteView takes it out', async () => {
      const { element, calling } = await view(bob(), html`<trtc-video-view></trtc-video-view>`);
      const views = new PageViews();
      const track = picture();
      calling.setTrack('bob', 'video', track);
      views.show(calling, { userId: 'bob', streamType: 0 }, element.viewId);
      await settled(element);
      expect(shownTrack(element)).to.equal(track);
      expect(textOf(element)).to.contain('Bob');
      views.hide({ userId: 'bob', streamType: 0 });
      await settled(element);
      expect(shownTrack(element)).to.equal(undefined);
    });

    it('takes a picture of a Calling that is not the provider\'s', async () => {
      const { element } = await view();
      const other = await view({ call: { participants: [buildParticipant({ userId: 'carol' })] } });
      const track = picture();
      other.calling.setTrack('carol', 'video', track);
      new PageViews().show(other.calling, { userId: 'carol', streamType: 0 }, element);
      await settled(element);
      expect(shownTrack(element)).to.equal(track);
    });

    it('is given back when the view is taken out for good', async () => {
      const { element, calling } = await view();
      const { viewId } = element;
      element.remove();
      await aTimeout(0);
      expect(() => new PageViews().show(calling, { userId: 'bob', streamType: 0 }, viewId)).to.throw();
    });
  });

  it('removed, it lets go of track, level and snapshot; put back, it shows again', async () => {
    const { element, calling } = await view();
    const track = picture();
    calling.setTrack('bob', 'video', track);
    await settled(element);
    const parent = element.parentElement;
    const held = calling.held.subscriptions;
    element.remove();
    expect(video(element).srcObject).to.equal(null);
    expect(calling.held.subscriptions).to.be.lessThan(held);
    parent?.append(element);
    await settled(element);
    expect(shownTrack(element)).to.equal(track);
    expect(track.readyState).to.equal('live');
  });
});
