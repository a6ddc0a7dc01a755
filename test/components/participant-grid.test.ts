import { expect, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { TrtcParticipantGrid } from '../../components/participant-grid/participant-grid.js';
import { packTiles } from '../../components/participant-grid/pack-tiles.js';
import { RecentRefusals } from '../../components/participant-grid/recent-refusals.js';
import { expectAccessible, mount, settled, textOf } from '../support/mount.js';
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
