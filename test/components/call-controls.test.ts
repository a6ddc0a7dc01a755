import { expect, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { TrtcCallControls } from '../../components/call-controls/call-controls.js';
import { CONTROLS, controlOf, planFor, type ControlChoice, type Moment } from '../../components/call-controls/controls.js';
import { fitBar } from '../../components/call-controls/fit.js';
import type { TrtcMoreButton } from '../../components/more-button/more-button.js';
import { expectAccessible, find, mount, nextEvent, settled } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const ringing: SnapshotParts = { call: { phase: 'ringing', type: 2 } };
const inVideo: SnapshotParts = { call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true })] } };
const isName = (name: string): name is ControlChoice => Object.hasOwn(CONTROLS, name);
const NAMES = Object.keys(CONTROLS).filter(isName);

const inBar = (element: Element): string[] => [...element.shadowRoot?.querySelectorAll('.bar > :not(slot, [hidden])') ?? []].map(({ localName }) => localName);
const inMenu = (element: Element): string[] => [...element.shadowRoot?.querySelectorAll('trtc-more-button > [item]') ?? []].map(({ localName }) => localName);

describe('planFor', () => {
  const moment = (parts: Partial<Moment> = {}): Moment => ({ phase: 'in-call', isVideo: true, isGroup: false, ...parts });

  it('goes by the moment', () => {
    expect(planFor(moment()).bar).to.deep.equal(['mic', 'camera', 'flip', 'speaker', 'share', 'hangup']);
    expect(planFor(moment({ isVideo: false })).bar).to.deep.equal(['mic', 'speaker', 'share', 'switch', 'hangup']);
    expect(planFor(moment()).menu).to.include.members(['invite', 'switch']);
    expect(planFor(moment({ isVideo: false, isGroup: true }))).to.deep.include({ bar: ['mic', 'speaker', 'share', 'hangup'] });
    expect(planFor(moment({ phase: 'dialling', isVideo: false })).bar).to.deep.equal(['mic', 'speaker', 'hangup']);
  });

  it('takes the author\'s list: unknown names are passed over, each is there once, those after more wait in the menu', () => {
    expect(planFor(moment(), 'mic, bogus mic constructor hangup')).to.deep.equal({ bar: ['mic', 'hangup'], menu: [] });
    expect(planFor(moment(), 'camera more pip mic hangup')).to.deep.equal({ bar: ['camera', 'hangup'], menu: ['pip', 'mic'] });
    expect(planFor(moment(), 'bogus').bar).to.include('mic');
  });
});

describe('fitBar', () => {
  const plan = { bar: NAMES.filter((name) => !controlOf(name).isSecondary), menu: [] };
  const widths = new Map(NAMES.map((name) => [name, 50] as const));

  it('moves the least needed into the menu, in the order of the bar', () => {
    expect(fitBar(plan, { room: 1000, gap: 10, widths, others: [] })).to.deep.equal(plan);
    const fit = fitBar(plan, { room: 5 * 50 + 4 * 10, gap: 10, widths, others: [] });
    expect([fit.bar, fit.menu]).to.deep.equal([['mic', 'camera', 'speaker', 'hangup'], ['flip', 'share']]);
  });

  it('what shows nothing here takes no room, and the author\'s own buttons do', () => {
    const absent = new Map([...widths, ['flip', 0] as const]);
    expect(fitBar(plan, { room: 5 * 50 + 4 * 10, gap: 10, widths: absent, others: [] }).menu).to.deep.equal([]);
    expect(fitBar(plan, { room: 5 * 50 + 4 * 10, gap: 10, widths: absent, others: [50] }).menu).to.deep.equal(['speaker', 'share']);
  });

  it('where there is room for almost nothing, one can hang up', () => {
    expect(fitBar(plan, { room: 160, gap: 8, widths, others: [] })).to.deep.equal({ bar: ['hangup'], menu: [] });
  });

  it('no button is lost or doubled, mute and hang-up never leave the bar, and it fits when it can', () => {
    fc.assert(fc.property(fc.integer({ min: 168, max: 900 }), fc.integer({ min: 0, max: 20 }), fc.array(fc.constantFrom(...NAMES), { maxLength: 8 }), (room, gap, menu) => {
      const wish = { bar: NAMES.filter((name) => !menu.includes(name) || controlOf(name).rank === 0), menu: NAMES.filter((name) => menu.includes(name) && controlOf(name).rank > 0) };
      const fit = fitBar(wish, { room, gap, widths, others: [] });
      expect([...fit.bar, ...fit.menu].toSorted()).to.deep.equal(NAMES.toSorted());
      expect(fit.bar).to.include.members(['mic', 'hangup']);
      const shown = fit.bar.length + (fit.menu.length > 0 ? 1 : 0);
      expect(fit.bar.length === 2 || shown * 50 + (shown - 1) * gap <= room).to.equal(true);
    }), { numRuns: 300 });
  });
});

describe('TrtcCallControls', () => {
  const bar = async (width: number, parts = inVideo, template = html`<trtc-call-controls></trtc-call-controls>`) => {
    const mounted = await mount<TrtcCallControls>(template, parts);
    mounted.element.style.width = `${width}px`;
    return mounted;
  };

  it('offers what fits the phase', async () => {
    const { element, set } = await mount(html`<trtc-call-controls></trtc-call-controls>`, { call: { phase: 'ringing' } });
    expect(inBar(element)).to.deep.equal(['trtc-reject-button', 'trtc-reply-button', 'trtc-accept-button']);
    await set(ringing);
    expect(inBar(element)).to.deep.equal(['trtc-reject-button', 'trtc-reply-button', 'trtc-accept-button', 'trtc-accept-button']);
    await set({ call: { phase: 'dialling' } });
    expect(inBar(element)).to.deep.equal(['trtc-mic-button', 'trtc-speaker-button', 'trtc-hangup-button']);
    await set(inVideo);
    expect(inBar(element)).to.include.members(['trtc-mic-button', 'trtc-camera-button', 'trtc-switch-camera-button', 'trtc-speaker-button', 'trtc-screen-share-button', 'trtc-more-button', 'trtc-hangup-button']);
    await set({});
    expect(inBar(element)).to.deep.equal([]);
  });

  it('takes the author\'s list, and passes over names that do not exist', async () => {
    const { element } = await bar(600, { call: {} }, html`<trtc-call-controls controls="mic, bogus fullscreen hangup"></trtc-call-controls>`);
    expect(inBar(element)).to.deep.equal(['trtc-mic-button', 'trtc-fullscreen-button', 'trtc-hangup-button']);
  });

  for (const width of [220, 300, 380, 700]) {
    it(`${width} px: one row, nothing is cut, and every button is in the bar or in the menu`, async () => {
      const { element } = await bar(width);
      const all = (): string[] => [...inBar(element), ...inMenu(element)].filter((name) => name !== 'trtc-more-button').toSorted();
      const row = find(element, '.bar');
      await waitUntil(() => row.getBoundingClientRect().height < 60 && row.scrollWidth <= width, `one row: ${inBar(element).join()}`);
      expect(all()).to.include.members(['trtc-mic-button', 'trtc-camera-button', 'trtc-speaker-button', 'trtc-screen-share-button', 'trtc-hangup-button']);
    });
  }

  it('a bar that has another width when it rings is planned once, not without end', async () => {
    const { element, set } = await bar(700);
    await waitUntil(() => inBar(element).includes('trtc-screen-share-button'));
    element.style.width = '220px';
    await set(ringing);
    expect(inBar(element)).to.include.members(['trtc-reject-button', 'trtc-accept-button']);
    await set(inVideo);
    await waitUntil(() => inMenu(element).includes('trtc-screen-share-button'), 'in the menu');
  });

  it('buttons come back from the menu when there is room again', async () => {
    const { element } = await bar(220);
    await waitUntil(() => inMenu(element).includes('trtc-screen-share-button'), 'in the menu');
    element.style.width = '700px';
    await waitUntil(() => inBar(element).includes('trtc-screen-share-button'), 'in the bar');
  });

  it('a row of the menu does what its button does', async () => {
    const { element, calling } = await bar(220);
    await waitUntil(() => inMenu(element).includes('trtc-screen-share-button'));
    await find<TrtcMoreButton>(element, 'trtc-more-button').open();
    const row = find(element, 'trtc-screen-share-button');
    const asked = nextEvent(document.body, 'trtc-screen-share-request');
    row.click();
    expect((await asked).detail).to.deep.equal({ on: true });
    expect(calling.commands).to.deep.equal([['startScreenShare']]);
  });

  it('has room for the author\'s own buttons, before, between, after and in the menu', async () => {
    const { element } = await bar(700, { call: {} }, html`
      <trtc-call-controls controls="mic hangup">
        <button slot="start">s</button><button>m</button><button slot="end">e</button><button slot="menu" role="menuitem" tabindex="-1">row</button>
      </trtc-call-controls>`);
    await waitUntil(() => inBar(element).includes('trtc-more-button'));
    const names = [...find(element, '.bar').querySelectorAll('*')].filter((each) => !each.hasAttribute('hidden'))
      .flatMap((each) => (each instanceof HTMLSlotElement ? each.assignedElements().map(({ textContent }) => textContent) : [each.localName]));
    expect(names).to.deep.equal(['s', 'trtc-mic-button', 'm', 'trtc-more-button', 'row', 'trtc-hangup-button', 'e']);
  });

  it('the author\'s buttons push others into the menu', async () => {
    const { element } = await bar(420, { call: {} });
    await waitUntil(() => find(element, '.bar').clientWidth > 0);
    expect(inMenu(element)).not.to.include('trtc-screen-share-button');
    for (let i = 0; i < 3; i += 1) element.append(Object.assign(document.createElement('button'), { textContent: 'own button' }));
    await waitUntil(() => inMenu(element).includes('trtc-screen-share-button'), 'pushed out');
  });

  it('is accessible in each phase, with its menu open too', async () => {
    const { element, set } = await mount<TrtcCallControls>(html`<trtc-call-controls></trtc-call-controls>`, ringing);
    await expectAccessible(element);
    await set(inVideo);
    await settled(element);
    await expectAccessible(element);
    await find<TrtcMoreButton>(element, 'trtc-more-button').open();
    await expectAccessible(element, { ignoredRules: ['color-contrast'] });
  });
});

describe('TrtcCallControls: tooltips', () => {
  for (const locale of ['en', 'ar']) {
    it(`${locale}: those at the ends of a narrow bar stay inside it`, async () => {
      const { element } = await mount<TrtcCallControls>(html`<trtc-call-controls locale=${locale} style="inline-size: 286px"></trtc-call-controls>`, inVideo);
      await waitUntil(() => find(element, 'trtc-hangup-button').matches(`:state(${locale === 'ar' ? 'rtl' : 'ltr'})`));
      const bar = find(element, '.bar').getBoundingClientRect();
      for (const tag of ['trtc-mic-button', 'trtc-hangup-button']) {
        Object.assign(find(element, tag), { keyShortcut: 'Shift+M' });
        await settled(element);
        const { left, right } = find(find(element, tag), '.tooltip').getBoundingClientRect();
        expect([left >= bar.left - 0.5, right <= bar.right + 0.5, right - left > 80], tag).to.deep.equal([true, true, true]);
      }
    });
  }
});
