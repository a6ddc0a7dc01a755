import { expect, html } from '@open-wc/testing';
import type { TrtcSharingBar } from '../../components/sharing-bar/sharing-bar.js';
import { selectMainStage } from '../../src/calling/state/selectors.js';
import { expectAccessible, find, maybe, mount, nextEvent, press, textOf } from '../support/mount.js';
import { buildParticipant, buildSnapshot, type SnapshotParts } from '../support/snapshots.js';

const SHARING: SnapshotParts = { call: {}, devices: { screen: { on: true, wanted: true } } };

describe('TrtcSharingBar', () => {
  before(() => customElements.whenDefined('trtc-sharing-bar'));

  it('says that the screen is shared, and nothing when it is not', async () => {
    const { element, set } = await mount<TrtcSharingBar>(html`<trtc-sharing-bar></trtc-sharing-bar>`, { call: {} });
    expect(textOf(element)).to.equal('');
    await set(SHARING);
    expect(textOf(element)).to.equal('You’re sharing your screen Stop sharing');
    expect(find(element, '[role=status]').contains(find(element, '.bar'))).to.equal(true);
    await expectAccessible(element);
  });

  it('its button asks, then stops', async () => {
    const { element, calling } = await mount<TrtcSharingBar>(html`<trtc-sharing-bar></trtc-sharing-bar>`, SHARING);
    const asked = nextEvent(element, 'trtc-screen-share-request');
    await press(element);
    expect((await asked).detail).to.deep.equal({ on: false });
    expect(calling.commands).to.deep.equal([['stopScreenShare']]);
    element.addEventListener('trtc-screen-share-request', (event) => event.preventDefault());
    await press(element);
    expect(calling.calls('stopScreenShare')).to.have.length(1);
  });

  it('is part of the panel while one shares, beside what the others show', async () => {
    const { element, set } = await mount(html`<trtc-call-panel style="block-size: 400px"></trtc-call-panel>`, { call: {} });
    expect(maybe(element, 'trtc-sharing-bar')).to.equal(undefined);
    await set(SHARING);
    expect(textOf(find(element, 'trtc-sharing-bar'))).to.contain('Stop sharing');
  });
});

describe('selectMainStage', () => {
  const stage = (...participants: readonly Parameters<typeof buildParticipant>[0][]): string =>
    selectMainStage(buildSnapshot({ call: { participants: participants.map(buildParticipant) }, devices: { screen: { on: true } } }));

  it('is the first of the others who shares, never oneself, never somebody who is gone', () => {
    expect(selectMainStage(buildSnapshot())).to.equal('');
    expect(stage({ userId: 'bob' })).to.equal('');
    expect(stage({ userId: 'bob' }, { userId: 'carol', screen: true })).to.equal('carol');
    expect(stage({ userId: 'bob', screen: true, state: 'left' }, { userId: 'carol', screen: true })).to.equal('carol');
  });
});
