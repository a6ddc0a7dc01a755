import '../../components/define.js';
import '../../components/define-parts.js';
import { docs } from '../docs.js';
import type { ElementDoc } from '../docs-data.js';
import { statesOf } from './all-states.js';
import { LOCALES } from './languages.js';
import { NO_KNOBS, Scene } from './scene.js';
import type { SheetPart } from './sheet-window.js';
import { dressPage } from './stage.js';
import type { ElementState } from './state.js';
import { readView, type Choices, type GalleryView } from './view.js';

/**
 * Every state of one element, or of all, on one page: to be looked over, and for axe. The address is the gallery's:
 * `#/avatar?theme=dark`. `window.sheet` is for tests.
 */
const sheet = document.querySelector<HTMLElement>('#sheet');
const choices: Choices = { elements: docs.elements, locales: LOCALES, statesOf: (element) => statesOf(element).map(({ name }) => name) };
let scenes: Scene[] = [];

const EVERYTHING: SheetPart = { from: 0, count: Infinity };

function boxFor(doc: ElementDoc, state: ElementState, width: number): { readonly box: HTMLElement; readonly place: HTMLElement } {
  const box = Object.assign(document.createElement('div'), { className: `scene${state.stage ? ' on-stage' : ''}` });
  box.dataset['state'] = `${doc.name} ${state.name}`;
  const label = Object.assign(document.createElement('h2'), { textContent: `${doc.tag} · ${state.name}` });
  const place = Object.assign(document.createElement('div'), { className: state.height ? 'place sized' : 'place' });
  if (state.height) place.style.blockSize = `${state.height}px`;
  if (width > 0) box.style.inlineSize = `${width}px`;
  box.append(label, place);
  return { box, place };
}

async function show(view: GalleryView, { from, count }: SheetPart = EVERYTHING): Promise<void> {
  for (const scene of scenes) scene.dispose();
  dressPage(view);
  const all = docs.elements.filter(({ name }) => view.element === '' || name === view.element).flatMap((doc) => statesOf(doc.name).map((state) => ({ doc, state })));
  const built = all.slice(from, from + count).map(({ doc, state }) => { const { box, place } = boxFor(doc, state, view.width); return { doc, state, box, place }; });
  sheet?.replaceChildren(...built.map(({ box }) => box));
  scenes = built.map(({ place, doc, state }) => new Scene(place, doc, state, { locale: view.locale || 'en', theme: view.theme, knobs: NO_KNOBS }));
  await Promise.all(scenes.map((scene, index) => scene.ready(built[index]?.state ?? { name: '' })));
}

const follow = (): Promise<void> => show(readView(location.hash, choices));
window.addEventListener('hashchange', () => void follow());
window.sheet = {
  states: docs.elements.map(({ name }) => [name, statesOf(name).length]),
  locales: LOCALES,
  show: (hash, part) => show(readView(hash, choices), part),
};
void follow();
