import { expect, html } from '@open-wc/testing';
import type { TrtcCallCard } from '../../components/call-card/call-card.js';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import { elementsIn, expectAccessible, find, maybe, mount } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const withBob = (parts: object, type: 1 | 2 = 2): SnapshotParts => ({ call: { type, participants: [buildParticipant({ userId: 'bob', video: type === 2, ...parts })] } });

/** The words of every crossed microphone that is to be seen. */
const marks = (root: Node): readonly string[] => elementsIn(root)
  .filter((each) => each.matches('.mic') && each.checkVisibility() && each.getBoundingClientRect().width > 0).map((each) => each.getAttribute('aria-label') ?? '');

const hasBars = (root: Node): boolean => find(root, 'trtc-network-quality').matches(':state(shown)');

describe('In a call of two, that the other is muted', () => {
  const panel = async (parts: SnapshotParts) => {
    const mounted = await mount<TrtcCallPanel>(html`<trtc-call-panel ringtone="none" style="block-size: 500px"></trtc-call-panel>`, parts);
    return { ...mounted, head: () => find(mounted.element, '.head') };
  };

  it('stands beside their name, by video', async () => {
    const { element, set, head } = await panel(withBob({}));
    expect([marks(head()), hasBars(head())]).to.deep.equal([[], false]);
    await set(withBob({ audio: false, quality: 5 }));
    expect([marks(head()), hasBars(head())]).to.deep.equal([['Microphone off'], true]);
    await expectAccessible(element);
    await set(withBob({}));
    expect(marks(head())).to.deep.equal([]);
  });

  it('stays on the picture while the bars are hidden, where name and time do not', async () => {
    const { element, set, head } = await panel(withBob({ audio: false }));
    find(element, '.stage').classList.add('quiet');
    head().getAnimations().forEach((fade) => fade.finish());
    expect([getComputedStyle(head()).opacity, marks(head()), getComputedStyle(find(element, '.head .name')).clipPath]).to.deep.equal(['1', ['Microphone off'], 'inset(50%)']);
    await set(withBob({}));
    find(element, '.stage').classList.add('quiet');
    head().getAnimations().forEach((fade) => fade.finish());
    expect(getComputedStyle(head()).opacity).to.equal('0');
  });

  it('stands under their name, in words, by audio; and so does their network', async () => {
    const { element, set } = await panel(withBob({ audio: false, quality: 5 }, 1));
    expect([marks(element), find(element, '.word').innerText, hasBars(find(element, '.marks'))]).to.deep.equal([['Microphone off'], 'Microphone off', true]);
    await expectAccessible(element);
    await set(withBob({}, 1));
    expect(find(element, '.marks').checkVisibility()).to.equal(false);
  });

  it('is on the smallest panel, too', async () => {
    const { element } = await panel(withBob({ audio: false }));
    element.style.cssText = 'inline-size: 160px; block-size: 200px';
    expect([marks(element), find(element, '.head .name').checkVisibility()]).to.deep.equal([['Microphone off'], false]);
  });

  it('stands on the small card', async () => {
    const { element, set } = await mount<TrtcCallCard>(html`<trtc-call-card style="inline-size: 288px; block-size: 180px"></trtc-call-card>`, withBob({ audio: false, quality: 5 }));
    expect([marks(element), hasBars(find(element, '.line'))]).to.deep.equal([['Microphone off'], true]);
    await expectAccessible(element);
    element.style.cssText = 'inline-size: 120px; block-size: 90px';
    expect([marks(element), find(element, '.line .name').checkVisibility()]).to.deep.equal([['Microphone off'], false]);
    await set(withBob({}));
    expect([marks(element), find(element, '.line').checkVisibility()]).to.deep.equal([[], false]);
  });

  it('is not said while they are being reconnected to, are on their way, or are several', async () => {
    const carol = buildParticipant({ userId: 'carol', audio: false });
    const { element, set } = await panel(withBob({ audio: false, link: 'reconnecting' }));
    for (const parts of [withBob({ audio: false, link: 'reconnecting' }), withBob({ audio: false, state: 'connecting' }), { call: { type: 2 as const, isGroup: true, participants: [carol, carol] } }]) {
      await set(parts);
      expect(maybe(element, '.head > .mic')).to.equal(undefined);
    }
  });
});
