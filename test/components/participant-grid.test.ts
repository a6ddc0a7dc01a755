import { expect, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { TrtcParticipantGrid } from '../../components/participant-grid/participant-grid.js';
import { packTiles, uprightPart } from '../../components/participant-grid/pack-tiles.js';
import { pageOf, pagesOf, stripOf } from '../../components/participant-grid/pages.js';
import { withSelf } from '../../components/participant-grid/tiles.js';
import { RecentRefusals } from '../../components/base/recent-refusals.js';
import { expectAccessible, mount, settled, textOf } from '../support/mount.js';
import { canvasTrack } from '../support/pictures.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const people = (...states: readonly [userId: string, state?: 'joined' | 'ringing' | 'declined' | 'left' | 'inviting'][]): SnapshotParts => ({
  call: { type: 2, isGroup: true, participants: states.map(([userId, state = 'joined']) => buildParticipant({ userId, state })) },
});

const grid = (parts: SnapshotParts, template = html`<trtc-participant-grid></trtc-participant-grid>`) => mount<TrtcParticipantGrid>(template, parts);
const tiles = (element: Element): readonly HTMLElement[] => [...element.shadowRoot?.querySelectorAll('li') ?? []];
const names = (element: Element): readonly string[] => tiles(element).map((tile) => tile.querySelector('trtc-video-view')?.userId || 'self');

describe('packTiles', () => {
  it('all tiles lie in the space, in any space', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 49 }), (width, height, count) => {
      const { columns, rows, tileWidth, tileHeight } = packTiles({ width, height }, count);
      if (tileWidth === 0) return;
      expect(columns * rows).to.be.at.least(count);
      expect(columns * tileWidth + (columns - 1) * 8).to.be.at.most(width);
      expect(rows * tileHeight + (rows - 1) * 8).to.be.at.most(height);
    }));
  });

  it('no other number of columns gives larger tiles', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 3000 }), fc.integer({ min: 100, max: 3000 }), fc.integer({ min: 1, max: 25 }), (width, height, count) => {
      const best = packTiles({ width, height }, count, { ratios: [1, 1] });
      for (let columns = 1; columns <= count; columns += 1) {
        const rows = Math.ceil(count / columns);
        const side = Math.floor(Math.min((width - 8 * (columns - 1)) / columns, (height - 8 * (rows - 1)) / rows));
        expect(best.tileWidth).to.be.at.least(side);
      }
    }));
  });

  it('knows the shape of the pictures', () => {
    expect(packTiles({ width: 1600, height: 900 }, 1)).to.deep.equal({ columns: 1, rows: 1, tileWidth: 1600, tileHeight: 900 });
    expect(packTiles({ width: 400, height: 900 }, 2)).to.include({ columns: 1, rows: 2 });
    expect(packTiles({ width: 1600, height: 500 }, 2)).to.include({ columns: 2, rows: 1 });
    expect(packTiles({ width: 1280, height: 640 }, 6)).to.include({ columns: 3, rows: 2 });
    expect(packTiles({ width: 100, height: 100 }, 0)).to.include({ columns: 0, rows: 0 });
  });
});

describe('the shapes of the pictures', () => {
  const [upright, wide] = [{ width: 480, height: 640 }, { width: 640, height: 360 }];

  it('how much of them is upright', () => {
    expect(uprightPart([])).to.equal(0);
    expect(uprightPart([upright, wide])).to.equal(0.5);
    expect(uprightPart([upright])).to.equal(1);
  });

  it('upright ones stand side by side in a wide space, and get no wide tile in a high one', () => {
    const beside = packTiles({ width: 1280, height: 640 }, 3, { upright: 1 });
    expect(beside).to.include({ columns: 3, rows: 1 });
    expect(beside.tileHeight).to.be.greaterThan(beside.tileWidth);
    // On a phone two and one, not three squares with a margin on either side.
    const onPhone = packTiles({ width: 374, height: 700 }, 3, { upright: 1 });
    expect(onPhone).to.include({ columns: 2, rows: 2, tileWidth: 183 });
    expect(onPhone.tileHeight).to.be.greaterThan(onPhone.tileWidth);
  });

  it('mixed ones meet in the middle; one phone among many laptops changes nothing', () => {
    const { tileWidth, tileHeight } = packTiles({ width: 1280, height: 640 }, 3, { upright: 1 / 3 });
    expect(tileWidth / tileHeight).to.be.within(0.99, 4 / 3);
    expect(packTiles({ width: 1280, height: 640 }, 9, { upright: 1 / 9 })).to.deep.equal(packTiles({ width: 1280, height: 640 }, 9));
  });
});

const wishes = { gap: 8, smallest: 96, most: 49 };

describe('pagesOf', () => {
  it('one page for 1 to 49 people on a laptop, several on a phone and above 49', () => {
    for (let count = 1; count <= 49; count += 1) expect(pagesOf({ width: 1280, height: 620 }, count, wishes)).to.deep.equal({ size: count, count: 1 });
    expect(pagesOf({ width: 1280, height: 620 }, 50, wishes)).to.deep.equal({ size: 25, count: 2 });
    expect(pagesOf({ width: 240, height: 200 }, 9, wishes).count).to.be.greaterThan(1);
    expect(pagesOf({ width: 0, height: 0 }, 9, wishes)).to.deep.equal({ size: 0, count: 1 });
  });

  it('nobody is on two pages or on none, and no page has more tiles than are allowed or fit', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 2560 }), fc.integer({ min: 120, max: 1440 }), fc.integer({ min: 1, max: 300 }), (width, height, total) => {
      const pages = pagesOf({ width, height }, total, wishes);
      const all = Array.from({ length: total }, (_, index) => index);
      expect(Array.from({ length: pages.count }, (_, index) => pageOf(all, pages, index)).flat()).to.deep.equal(all);
      expect(pages.size).to.be.at.most(49);
      const { tileWidth } = packTiles({ width, height: pages.count > 1 ? height - 52 : height }, pages.size);
      expect(pages.size === 1 || tileWidth >= 96).to.equal(true);
    }), { numRuns: 60 });
  });
});

describe('stripOf', () => {
  it('never asks for more room than there is', () => {
    fc.assert(fc.property(fc.integer({ min: 160, max: 1600 }), fc.integer({ min: 48, max: 140 }), fc.integer({ min: 1, max: 49 }), (width, height, total) => {
      const { size, count, tileWidth } = stripOf({ width, height }, total, 8);
      const places = count > 1 ? size + 1 : size;
      // Two of the narrowest have room everywhere but in a stump.
      if (width >= 1.5 * height + 8) expect(places * (tileWidth + 8) - 8).to.be.at.most(width);
    }));
  });

  it('one line along the longer side, the last place kept for the rest', () => {
    expect(stripOf({ width: 600, height: 90 }, 3, 8)).to.include({ size: 3, count: 1, tileWidth: 160, tileHeight: 90 });
    expect(stripOf({ width: 600, height: 90 }, 9, 8)).to.include({ size: 7, count: 2, tileWidth: 67 });
    expect(stripOf({ width: 160, height: 600 }, 9, 8)).to.include({ size: 5, count: 2, tileWidth: 160, tileHeight: 90 });
    expect(stripOf({ width: 160, height: 380 }, 4, 8)).to.include({ size: 4, count: 1, tileHeight: 89 });
    expect(stripOf({ width: 160, height: 360 }, 4, 8)).to.include({ size: 4, count: 1, tileHeight: 84 });
    expect(stripOf({ width: 0, height: 0 }, 9, 8)).to.include({ size: 0, count: 1 });
    expect(stripOf({ width: 100, height: 90 }, 2, 8)).to.include({ size: 1, count: 2 });
    // On a phone: two side by side, not one and the rest of the other.
    expect(stripOf({ width: 374, height: 108 }, 2, 8)).to.include({ size: 2, count: 1, tileWidth: 183 });
  });
});

describe('withSelf', () => {
  it('oneself is last, and with several pages last on the first', () => {
    expect(withSelf(['a', 'b'], 3)).to.deep.equal(['a', 'b', 'joined self']);
    expect(withSelf(['a', 'b', 'c'], 2)).to.deep.equal(['a', 'joined self', 'b', 'c']);
    expect(withSelf([], 1)).to.deep.equal(['joined self']);
  });
});

describe('TrtcParticipantGrid: pages', () => {
  const many = (count: number): SnapshotParts => people(...Array.from({ length: count }, (_, index): [string] => [`u${index}`]));
  const paged = async (template = html`<trtc-participant-grid max-tiles="4"></trtc-participant-grid>`) => {
    const mounted = await grid(many(9), template);
    Object.assign(mounted.element.style, { width: '600px', height: '400px' });
    await waitUntil(() => tiles(mounted.element).length > 1);
    return mounted;
  };
  const button = (element: Element, index: number): HTMLButtonElement => {
    const found = element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.turn')[index];
    if (!found) throw new Error('No pager.');
    return found;
  };

  it('turns by buttons, stops at both ends, and only the page in view has pictures', async () => {
    const { element } = await paged();
    expect(names(element)).to.deep.equal(['u0', 'u1', 'u2', 'self']);
    expect([button(element, 0).disabled, textOf(element).includes('1 / 3')]).to.deep.equal([true, true]);
    button(element, 1).click();
    await settled(element);
    expect(names(element)).to.deep.equal(['u3', 'u4', 'u5', 'u6']);
    button(element, 1).click();
    await settled(element);
    expect([names(element), button(element, 1).disabled, element.page]).to.deep.equal([['u7', 'u8'], true, 3]);
    button(element, 0).click();
    await settled(element);
    expect(names(element)[0]).to.equal('u3');
  });

  it('turns by keys and by a finger, in the direction of the language', async () => {
    const { element } = await paged();
    const area = element.shadowRoot?.querySelector('.area');
    const swipe = (from: number, to: number, pointerType = 'touch'): void => {
      const init = { pointerId: 1, isPrimary: true, pointerType, bubbles: true, composed: true, clientY: 10 };
      area?.dispatchEvent(new PointerEvent('pointerdown', { ...init, clientX: from }));
      area?.dispatchEvent(new PointerEvent('pointerup', { ...init, clientX: to }));
    };
    area?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    expect(element.page).to.equal(2);
    area?.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageUp', bubbles: true }));
    expect(element.page).to.equal(1);
    swipe(300, 200);
    expect(element.page).to.equal(2);
    swipe(200, 220);
    swipe(200, 300, 'mouse');
    expect(element.page).to.equal(2);
    element.locale = 'ar';
    await settled(element);
    swipe(300, 200);
    expect(element.page).to.equal(1);
  });

  it('when the last page has gone, the one before is in view', async () => {
    const { element, set } = await paged();
    element.page = 3;
    await set(many(4));
    expect(names(element)).to.deep.equal(['u2', 'u3']);
    element.page = -7;
    await settled(element);
    expect(names(element)[0]).to.equal('u0');
  });

  it('a strip says how many more there are, and goes on to them and round', async () => {
    const { element } = await grid(many(9), html`<trtc-participant-grid strip without-self></trtc-participant-grid>`);
    Object.assign(element.style, { width: '230px', height: '90px' });
    const rest = (): HTMLElement | null | undefined => element.shadowRoot?.querySelector<HTMLElement>('.rest button');
    await waitUntil(() => rest()?.textContent === '+7');
    rest()?.click();
    await settled(element);
    expect(names(element).slice(0, 2)).to.deep.equal(['u2', 'u3']);
    element.page = 5;
    await settled(element);
    expect([names(element)[0], rest()?.textContent]).to.deep.equal(['u8', '+8']);
    rest()?.click();
    await settled(element);
    expect(names(element)[0]).to.equal('u0');
  });

  it('asks for nobody to be pinned unless it may', async () => {
    const { element } = await paged();
    let asked = 0;
    element.addEventListener('trtc-pin-request', () => { asked += 1; });
    const click = (): unknown => tiles(element)[0]?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    click();
    expect([asked, element.shadowRoot?.querySelector('.pin')]).to.deep.equal([0, null]);
    element.pinnable = true;
    await settled(element);
    click();
    expect(asked).to.equal(1);
    await expectAccessible(element);
  });
});

describe('TrtcParticipantGrid', () => {
  it('shows who is there, who is being called, and oneself', async () => {
    const { element, set } = await grid(people(['bob'], ['carol', 'ringing'], ['dan', 'left']));
    expect(names(element)).to.deep.equal(['bob', 'carol', 'self']);
    expect(textOf(element)).to.contain('Ringing…');
    await set(people(['bob'], ['carol']));
    expect(textOf(element)).not.to.contain('Ringing…');
  });

  it('keeps a person\'s tile when others come and go', async () => {
    const { element, set } = await grid(people(['bob'], ['carol']));
    const carol = tiles(element)[1];
    await set(people(['carol'], ['dan']));
    expect(tiles(element)[0]).to.equal(carol);
  });

  it('leaves out oneself or one person when told', async () => {
    const { element } = await grid(people(['bob'], ['carol']), html`<trtc-participant-grid without-self except="bob"></trtc-participant-grid>`);
    expect(names(element)).to.deep.equal(['carol']);
  });

  it('tiles fill the space and follow its size', async () => {
    const { element } = await grid(people(['bob']));
    Object.assign(element.style, { width: '400px', height: '200px' });
    const width = (): number => tiles(element)[0]?.getBoundingClientRect().width ?? 0;
    await waitUntil(() => width() === 196, 'packed', { timeout: 15_000 });
    element.style.height = '600px';
    await waitUntil(() => width() > 390, 'packed again', { timeout: 15_000 });
  });

  it('tiles become upright with most of the pictures, and are filled to the edges', async () => {
    const { element, calling } = await grid({ call: { type: 2, isGroup: true, participants: ['bob', 'carol'].map((userId) => buildParticipant({ userId, video: true })) } });
    element.style.cssText = 'inline-size: 640px; block-size: 320px; aspect-ratio: auto';
    const isUpright = (): boolean => tiles(element).every((tile) => tile.clientHeight > tile.clientWidth);
    await waitUntil(() => (tiles(element)[0]?.clientWidth ?? 0) > 200, 'the space is known');
    expect(isUpright()).to.equal(false);
    const pictures = ['bob', 'carol'].map((userId) => {
      const picture = canvasTrack(36, 64);
      calling.setTrack(userId, 'video', picture.track);
      return picture;
    });
    await waitUntil(isUpright, 'upright tiles', { timeout: 8000 });
    const video = tiles(element)[0]?.querySelector('trtc-video-view')?.videoElement;
    expect(video && getComputedStyle(video).objectFit).to.equal('cover');
    for (const picture of pictures) picture.stop();
  });

  it('is a named list that axe accepts', async () => {
    const { element } = await grid(people(['bob'], ['carol', 'ringing']));
    Object.assign(element.style, { width: '600px', height: '400px' });
    await settled(element);
    await expectAccessible(element);
  });

  it('announces who comes and goes, and nobody who was there at first', async () => {
    const { element, set } = await grid(people(['bob']));
    const news = (): string => element.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
    expect(news()).to.equal('');
    await set(people(['bob'], ['carol', 'ringing']));
    expect(news()).to.equal('');
    await set(people(['bob'], ['carol']));
    expect(news()).to.equal('Carol joined');
    await set(people(['carol']));
    expect(news()).to.equal('Bob left');
  });

  it('says who declined', async () => {
    const { element } = await grid(people(['bob'], ['carol', 'declined']));
    expect(textOf(element)).to.contain('Declined');
  });
});

describe('RecentRefusals', () => {
  it('lets a refusal be seen for a while, and the next one again', async () => {
    let updates = 0;
    const { setTimeout: original } = globalThis;
    const tasks: (() => void)[] = [];
    globalThis.setTimeout = ((task: () => void) => tasks.push(task)) as unknown as typeof setTimeout;
    try {
      const refusals = new RecentRefusals({ addController() {}, removeController() {}, requestUpdate() { updates += 1; }, updateComplete: Promise.resolve(true) });
      expect(refusals.recent(['carol'])).to.deep.equal(['carol']);
      expect(refusals.recent(['carol'])).to.deep.equal(['carol']);
      expect(tasks).to.have.length(1);
      tasks[0]?.();
      expect(updates).to.equal(1);
      expect(refusals.recent(['carol'])).to.deep.equal([]);
      expect(refusals.recent([])).to.deep.equal([]);
      expect(refusals.recent(['carol'])).to.deep.equal(['carol']);
    } finally {
      globalThis.setTimeout = original;
    }
  });
});
