import { composedAncestors } from './composed-tree.js';

/** What a panel, or a page's own stage, offers to the buttons inside it. */
export interface CallStage extends HTMLElement {
  /** The picture that a separate window would show; null while there is none. */
  readonly mainVideo: HTMLVideoElement | null;
}

const isStage = (element: Element): element is CallStage => element instanceof HTMLElement && 'mainVideo' in element;

/** The nearest stage around an element, across shadow borders. */
export function stageAround(element: Element): CallStage | undefined {
  for (const ancestor of composedAncestors(element)) if (isStage(ancestor)) return ancestor;
  return undefined;
}

/** The element with that id in the same tree, or further out. */
export function elementById(from: Element, id: string): HTMLElement | undefined {
  for (let root = from.getRootNode(); ; root = root.host.getRootNode()) {
    const found = root instanceof Document || root instanceof ShadowRoot ? root.getElementById(id) : null;
    if (found) return found;
    if (!(root instanceof ShadowRoot)) return undefined;
  }
}
