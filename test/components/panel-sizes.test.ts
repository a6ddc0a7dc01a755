import { expect, html } from '@open-wc/testing';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import { elementsIn, mount, settled } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const camera = { wanted: true, on: true };
const people = (count: number, parts: object = {}) => Array.from({ length: count }, (_, index) => buildParticipant({ userId: `user${index}`, video: true, ...parts }));

const MOMENTS: Readonly<Record<string, SnapshotParts>> = {
  'dialling': { call: { phase: 'dialling', type: 2 }, devices: { camera } },
  'ringing': { call: { phase: 'ringing', type: 2 } },
  'a group rings': { call: { phase: 'ringing', type: 2, isGroup: true, participants: people(4) } },
  'two by audio': { call: {} },
  'two by video': { call: { type: 2, participants: people(1) }, devices: { camera } },
  'nine': { call: { type: 2, participants: people(8) }, devices: { camera } },
  'fifty': { call: { type: 2, participants: people(49) } },
  'a shared screen': { call: { type: 2, participants: people(4, { screen: true }) } },
  'ended': { ended: {} },
};

const SIZES = [[160, 200], [200, 260], [240, 320], [320, 480], [480, 360], [1024, 640], [2560, 1300]] as const;

const visible = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.classList.contains('visually-hidden');

/** What is wrong with how the panel looks now; nothing when all is well. */
function faults(panel: HTMLElement): readonly string[] {
  const box = panel.getBoundingClientRect();
  const found: string[] = [];
  for (const button of elementsIn(panel).filter((each) => each.matches('button, [role=button]') && visible(each))) {
    const { left, right, top, bottom, width, height } = button.getBoundingClientRect();
    const name = button.ariaLabel ?? button.textContent ?? '';
    if (left < box.left - 0.5 || right > box.right + 0.5 || top < box.top - 0.5 || bottom > box.bottom + 0.5) found.push(`cut: ${name}`);
    if (width < 44 || height < 44) found.push(`small: ${name} ${width}×${height}`);
    const covering = elementsIn(panel).filter((each) => each !== button && each.localName === 'button' && visible(each) && overlaps(each.getBoundingClientRect(), button.getBoundingClientRect()));
    if (button.localName === 'button' && covering.length > 0) found.push(`covered: ${name} by ${covering[0]?.ariaLabel}`);
  }
  const stage = panel.shadowRoot?.querySelector('.stage');
  if (stage && (stage.scrollWidth > stage.clientWidth + 1 || getComputedStyle(stage).overflow !== 'hidden')) found.push(`wider than its panel: ${stage.scrollWidth}`);
  return found;
}

const overlaps = (a: DOMRect, b: DOMRect): boolean => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

/** The next frames are drawn: sizes were observed, and what followed from them is rendered. */
async function drawn(panel: HTMLElement): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((resolve) => { requestAnimationFrame(resolve); });
    await settled(panel);
  }
}

describe('TrtcCallPanel: every size', () => {
  for (const [width, height] of SIZES) {
    it(`${width} × ${height}: nothing is cut, covered or too small to hit, in any moment`, async function fits() {
      this.timeout(60_000);
      const { element, set } = await mount<TrtcCallPanel>(html`<trtc-call-panel ringtone="none"></trtc-call-panel>`, {});
      element.style.cssText = `width: ${width}px; height: ${height}px; min-height: 0`;
      const found: string[] = [];
      for (const [name, parts] of Object.entries(MOMENTS)) {
        await set(parts);
        await drawn(element);
        found.push(...faults(element).map((fault) => `${name}: ${fault}`));
      }
      expect(found).to.deep.equal([]);
    });
  }

  it('one hang-up and no more where there is room for nothing else', async () => {
    const { element } = await mount<TrtcCallPanel>(html`<trtc-call-panel ringtone="none"></trtc-call-panel>`, MOMENTS['two by video']);
    element.style.cssText = 'width: 160px; height: 200px; min-height: 0';
    await drawn(element);
    const names = elementsIn(element).filter((each) => each.localName === 'button' && visible(each)).map((each) => each.ariaLabel);
    expect(names).to.deep.equal(['Hang up']);
  });
});
