import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import * as components from '../../components/index.js';
import { TRTCCalling } from '../../src/trtc-calling.js';
import { mount, settled } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const NONSENSE = [undefined, null, 5, Number.NaN, true, 'x', {}, [], [null, 5, {}], () => 'x'] as const;

/** Where an element stands; undefined: outside a provider. */
const PLACES: readonly (SnapshotParts | undefined)[] = [
  undefined, {}, { call: { phase: 'ringing', type: 2 } }, { call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true })] } }, { ended: {} },
];

interface Element {
  readonly tag: string;
  readonly properties: readonly string[];
}

const elements: readonly Element[] = Object.keys(components).filter((name) => name.startsWith('Trtc')).flatMap((name) => {
  const tag = name.replace(/\B[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  const type: unknown = customElements.get(tag);
  if (!isLit(type)) return [];
  return [{ tag, properties: [...type.elementProperties].filter(([, { state }]) => !state).map(([property]) => String(property)) }];
});

function isLit(type: unknown): type is typeof LitElement {
  return typeof type === 'function' && type.prototype instanceof LitElement;
}

/** What is thrown while `act` is done and everything inside is rendered. */
async function faultsOf(element: HTMLElement, what: string, act: () => void): Promise<readonly string[]> {
  try {
    act();
    if (element instanceof LitElement) await element.updateComplete;
    await settled(element);
    return [];
  } catch (thrown) {
    return [`${what}: ${String(thrown)}`];
  }
}

async function walk({ tag, properties }: Element, place: HTMLElement): Promise<readonly string[]> {
  const found: string[] = [];
  for (const value of NONSENSE) {
    const element = document.createElement(tag);
    const as = `${typeof value} ${JSON.stringify(value)}`;
    found.push(...await faultsOf(element, `everything before = ${as}`, () => {
      for (const name of properties) Reflect.set(element, name, value);
      place.replaceChildren(element);
    }));
    const later = document.createElement(tag);
    place.replaceChildren(later);
    for (const name of properties) found.push(...await faultsOf(later, `${name} = ${as}`, () => Reflect.set(later, name, value)));
  }
  return found;
}

describe('Public properties', () => {
  afterEach(() => TRTCCalling.destroySharedInstance());

  it('are known', () => {
    expect(elements.length).to.be.greaterThan(40);
    expect(elements.flatMap(({ properties }) => properties).length).to.be.greaterThan(200);
  });

  it('are made by no hook that Lit warns of while one develops', () => {
    for (const { tag } of elements) {
      for (let type: unknown = customElements.get(tag); typeof type === 'function' && type !== LitElement; type = Object.getPrototypeOf(type)) {
        expect([Object.hasOwn(type, 'createProperty'), Object.hasOwn(type, 'getPropertyDescriptor')], tag).to.deep.equal([false, false]);
      }
    }
  });

  for (const element of elements) {
    it(`${element.tag} takes anything for any of them: before and after it is connected, inside and outside a provider`, async () => {
      const found: string[] = [];
      const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
        event.preventDefault();
        found.push(event instanceof ErrorEvent ? event.message : String(event.reason));
      };
      const listening = new AbortController();
      addEventListener('error', note, listening);
      addEventListener('unhandledrejection', note, listening);
      for (const parts of PLACES) {
        const place = parts ? (await mount(html`<div></div>`, parts)).element : await fixture<HTMLElement>(html`<div></div>`);
        found.push(...await walk(element, place));
        place.replaceChildren();
      }
      listening.abort();
      expect([...new Set(found)]).to.deep.equal([]);
    });
  }

  it('that are texts are empty for nothing, and a number is its digits', async () => {
    const { element } = await mount(html`<trtc-call-button .userIds=${'bob'}></trtc-call-button>`);
    for (const [value, text] of [[undefined, ''], ['bob', 'bob'], [null, ''], [5, '5'], [{}, '']] as const) {
      Reflect.set(element, 'userIds', value);
      expect(Reflect.get(element, 'userIds')).to.equal(text);
    }
  });

  it('that are numbers go back to what they were for nothing', async () => {
    const { element } = await mount(html`<trtc-participant-grid .gap=${20}></trtc-participant-grid>`);
    for (const [value, gap] of [[undefined, 8], ['12', 12], [null, 8]] as const) {
      Reflect.set(element, 'gap', value);
      expect(Reflect.get(element, 'gap')).to.equal(gap);
    }
  });

  it('a reflected text that is taken away leaves no attribute', async () => {
    const { element } = await mount(html`<trtc-call-panel layout="grid"></trtc-call-panel>`);
    Reflect.set(element, 'layout', undefined);
    await settled(element);
    expect(element.hasAttribute('layout')).to.equal(false);
  });
});
