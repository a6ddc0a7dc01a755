import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import '../../components/define.js';
import '../../components/define-parts.js';
import '../../components/call-panel/parts.define.js';
import '../../components/call-panel/idle-parts.define.js';
import { FakeCalling } from './fake-calling.js';
import type { SnapshotParts } from './snapshots.js';

export interface Mounted<E extends HTMLElement> {
  readonly element: E;
  readonly calling: FakeCalling;
  /** The new truth, and everything rendered again. */
  set(parts: SnapshotParts): Promise<void>;
}

/** Puts the first element of `template` under a provider with a FakeCalling, everything rendered. */
export async function mount<E extends HTMLElement>(template: TemplateResult, parts: SnapshotParts = {}): Promise<Mounted<E>> {
  const calling = new FakeCalling(parts);
  const provider = await fixture<HTMLElement>(html`<trtc-calling-provider locale="en" .calling=${calling}>${template}</trtc-calling-provider>`);
  const element = provider.firstElementChild as E | null;
  if (!element) throw new Error('The template is empty.');
  await settled(provider);
  return {
    element,
    calling,
    async set(next) {
      calling.set(next);
      await settled(provider);
    },
  };
}

/** Resolves when nothing in the tree under `root`, shadow trees included, waits to be rendered. */
export async function settled(root: Node): Promise<void> {
  // The snapshot's own notification is one microtask away.
  await Promise.resolve();
  for (let pending = waiting(root); pending.length > 0; pending = waiting(root)) {
    await Promise.all(pending.map((element) => element.updateComplete));
    await Promise.resolve();
  }
}

const waiting = (root: Node): LitElement[] =>
  elementsIn(root).filter((element): element is LitElement => element instanceof LitElement && element.isUpdatePending);

/** Every element under `root`, through shadow borders, in document order. */
export function elementsIn(root: Node): Element[] {
  const found: Element[] = [];
  const visit = (node: Node): void => {
    if (node instanceof Element) found.push(node);
    if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
    node.childNodes.forEach(visit);
  };
  visit(root);
  return found;
}

/** The first element under `root`, through shadow borders, that matches; it must be there. */
export function find<E extends HTMLElement = HTMLElement>(root: Node, selector: string): E {
  const found = maybe<E>(root, selector);
  if (!found) throw new Error(`Nothing matches ${selector}.`);
  return found;
}

export function maybe<E extends HTMLElement = HTMLElement>(root: Node, selector: string): E | undefined {
  return elementsIn(root).find((element): element is E => element instanceof HTMLElement && element.matches(selector));
}

/** What a person can read under `root`, shadow trees included, without what is hidden. */
export function textOf(root: Node): string {
  return elementsIn(root)
    .filter((element) => !(element instanceof HTMLStyleElement) && isShown(element))
    .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ''))
    .join(' ').replace(/\s+/g, ' ').trim();
}

/** An element with `display: contents` has no box of its own: it is seen where its parent is. */
function isShown(element: Element): boolean {
  const parent = element.parentElement;
  if (parent && getComputedStyle(element).display === 'contents') return isShown(parent);
  return element.checkVisibility({ visibilityProperty: true });
}

/** The next event of that name that reaches `target`. */
export function nextEvent<K extends keyof HTMLElementEventMap>(target: HTMLElement, type: K): Promise<HTMLElementEventMap[K]> {
  return new Promise((resolve) => { target.addEventListener(type, resolve, { once: true }); });
}

/** Presses the one button inside `element`. */
export async function press(element: HTMLElement): Promise<void> {
  find(element, 'button').click();
  await settled(element);
}

/** Whatever is still coming in has arrived: a colour half way through a fade is no one's. */
export function finishMoves(): void {
  const roots = [document, ...elementsIn(document).map(({ shadowRoot }) => shadowRoot).filter((root) => root !== null)];
  for (const animation of roots.flatMap((root) => root.getAnimations())) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/** Axe finds nothing in `element`, shadow trees included. */
export async function expectAccessible(element: Element, options: { readonly ignoredRules?: string[] } = {}): Promise<void> {
  finishMoves();
  await expect(element).to.be.accessible(options);
}
