import { expect, html, waitUntil } from '@open-wc/testing';
import { mainStageOf } from '../../components/speaker-view/main-stage.js';
import { SpeakerPicker } from '../../components/speaker-view/speaker-picker.js';
import type { TrtcSpeakerView } from '../../components/speaker-view/speaker-view.js';
import type { TrtcVideoView } from '../../components/video-view/video-view.js';
import { expectAccessible, find, maybe, mount, nextEvent, settled } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const people = (...userIds: readonly string[]): SnapshotParts => ({ call: { type: 2, participants: userIds.map((userId) => buildParticipant({ userId })) } });
const view = async (parts: SnapshotParts, template = html`<trtc-speaker-view></trtc-speaker-view>`) => {
  const mounted = await mount<TrtcSpeakerView>(template, parts);
  mounted.element.style.cssText = 'width: 800px; height: 450px';
  await settled(mounted.element);
  return mounted;
};
const large = (element: TrtcSpeakerView): string => (element.mainView?.local ? 'self' : element.mainView?.userId ?? '');
const strip = (element: Element): readonly string[] =>
  [...find(element, 'trtc-participant-grid').shadowRoot?.querySelectorAll<TrtcVideoView>('li trtc-video-view') ?? []].map((each) => (each.local ? 'self' : each.userId));

describe('mainStageOf', () => {
  it('pinned goes before a shared screen, that before who speaks, and nobody who is not there has it', () => {
    const all = { people: ['bob', 'carol', 'dan'], pinned: 'dan', sharer: 'carol', speaker: 'bob' };
    expect(mainStageOf(all)).to.deep.equal({ userId: 'dan', isScreen: false });
    expect(mainStageOf({ ...all, pinned: 'eve' })).to.deep.equal({ userId: 'carol', isScreen: true });
    expect(mainStageOf({ ...all, pinned: '', sharer: '' })).to.deep.equal({ userId: 'bob', isScreen: false });
    expect(mainStageOf({ ...all, pinned: '', sharer: '', speaker: 'eve' })).to.deep.equal({ userId: 'bob', isScreen: false });
    expect(mainStageOf({ people: [], pinned: '', sharer: '', speaker: '' })).to.deep.equal({ userId: '', isScreen: false });
  });
});

describe('TrtcSpeakerView', () => {
  it('whoever speaks is large, the others and oneself are in the strip', async () => {
    const { element, calling } = await view(people('bob', 'carol'));
    await waitUntil(() => strip(element).length === 2);
    expect([large(element), strip(element)]).to.deep.equal(['bob', ['carol', 'self']]);
    for (const volume of [60, 61, 62, 63, 64]) calling.setLevel('carol', volume);
    await settled(element);
    expect([large(element), strip(element)]).to.deep.equal(['carol', ['bob', 'self']]);
  });

  it('keeps who is pinned, whoever speaks', async () => {
    const { element, calling } = await view(people('bob', 'carol'), html`<trtc-speaker-view pinned="bob"></trtc-speaker-view>`);
    for (const volume of [60, 61, 62, 63, 64]) calling.setLevel('carol', volume);
    await settled(element);
    expect(large(element)).to.equal('bob');
  });

  it('a screen that comes goes before whoever was pinned; who is pinned while it is there goes before it', async () => {
    const { element, set } = await view(people('bob', 'carol'), html`<trtc-speaker-view pinned="bob"></trtc-speaker-view>`);
    const shared = { call: { type: 2, participants: [buildParticipant({ userId: 'bob' }), buildParticipant({ userId: 'carol', screen: true })] } } as const;
    await set(shared);
    await settled(element);
    expect([element.pinned, large(element), element.mainView?.streamType]).to.deep.equal(['', 'carol', 2]);
    element.pinned = 'bob';
    await settled(element);
    await set({ ...shared, session: { connection: 'reconnecting' } });
    await settled(element);
    expect([element.pinned, large(element), element.mainView?.streamType]).to.deep.equal(['bob', 'bob', 0]);
  });

  it('pins by the button of a tile, and lets go by its own', async () => {
    const { element } = await view(people('bob', 'carol'));
    await waitUntil(() => maybe(element, '.pin') !== undefined);
    const asked = nextEvent(document.body, 'trtc-pin-request');
    find(element, '.pin').click();
    expect((await asked).detail).to.deep.equal({ userId: 'carol', pinned: true });
    await settled(element);
    expect([element.pinned, large(element)]).to.deep.equal(['carol', 'carol']);
    expect(find(element, '.unpin').ariaLabel).to.equal('Unpin Carol');
    find(element, '.unpin').click();
    await Promise.resolve();
    await settled(element);
    expect([element.pinned, maybe(element, '.unpin')]).to.deep.equal(['', undefined]);
  });

  it('shows a shared screen whole, and its sharer in the strip', async () => {
    const { element } = await view({ call: { type: 2, participants: [buildParticipant({ userId: 'bob' }), buildParticipant({ userId: 'carol', screen: true })] } });
    await waitUntil(() => strip(element).length === 3);
    expect([large(element), element.mainView?.streamType, strip(element)]).to.deep.equal(['carol', 2, ['bob', 'carol', 'self']]);
  });

  it('alone, one sees oneself', async () => {
    const { element } = await view({ call: { type: 2, participants: [] } });
    expect([large(element), maybe(element, 'trtc-participant-grid')]).to.deep.equal(['self', undefined]);
  });

  it('axe finds nothing', async () => {
    const { element } = await view(people('bob', 'carol'), html`<trtc-speaker-view pinned="bob"></trtc-speaker-view>`);
    await waitUntil(() => strip(element).length === 2);
    await expectAccessible(element);
  });
});

describe('SpeakerPicker', () => {
  it('takes who is clearly louder, and not for one cough', () => {
    const picker = new SpeakerPicker();
    for (let i = 0; i < 10; i += 1) picker.hear('bob', 50, i * 100);
    expect(picker.current).to.equal('bob');
    picker.hear('carol', 90, 1000);
    expect(picker.current).to.equal('bob');
    for (let i = 0; i < 20; i += 1) picker.hear('carol', 90, 2000 + i * 100);
    expect(picker.current).to.equal('carol');
  });

  it('nobody is picked from noise, and who has left is forgotten', () => {
    const picker = new SpeakerPicker();
    for (let i = 0; i < 10; i += 1) picker.hear('bob', 5, i * 100);
    expect(picker.current).to.equal('');
    for (let i = 0; i < 10; i += 1) picker.hear('bob', 50, 2000 + i * 100);
    picker.keep(['carol']);
    expect(picker.current).to.equal('');
  });
});
