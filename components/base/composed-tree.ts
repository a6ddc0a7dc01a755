import { isServer } from 'lit';

/** The parent across shadow borders: the element that slots or hosts it comes before its light-tree parent. */
export function composedParent(node: Node): Node | null {
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  if (node instanceof ShadowRoot) return node.host;
  return node.parentNode;
}

/** From the inside out. None, where pages are rendered on a server. */
export function* composedAncestors(node: Node): Generator<Element> {
  if (isServer) return;
  for (let at = composedParent(node); at; at = composedParent(at)) {
    if (at instanceof Element) yield at;
  }
}

const PROVIDER = 'trtc-calling-provider';

/** The tag name of a provider around `element` that is not defined yet and so cannot answer. */
export function undefinedProviderAbove(element: Element): string | undefined {
  for (const ancestor of composedAncestors(element)) {
    if (ancestor.localName === PROVIDER && !customElements.get(PROVIDER)) return PROVIDER;
  }
  return undefined;
}

/** The language that the page gives to `element`: the nearest `lang`, its own included. */
export function languageAround(element: Element): string {
  if (element instanceof HTMLElement && element.lang) return element.lang;
  for (const ancestor of composedAncestors(element)) {
    if (ancestor instanceof HTMLElement && ancestor.lang) return ancestor.lang;
  }
  return '';
}

/** Whether the focus is on `element` or anywhere inside it. Never, where pages are rendered on a server. */
export function holdsFocus(element: Element): boolean {
  if (isServer) return false;
  for (let at: Node | null = deepActiveElement(); at; at = composedParent(at)) {
    if (at === element) return true;
  }
  return false;
}

/** What has the focus, inside whatever shadow trees. */
export function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
