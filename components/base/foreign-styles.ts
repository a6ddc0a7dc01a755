import { adoptStyles, type CSSResultOrNative, type ReactiveElement } from 'lit';

type SheetMaker = typeof globalThis & { readonly CSSStyleSheet: typeof CSSStyleSheet };

/** By document, not by window: a frame keeps its window when another page is loaded into it. */
const cache = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

const textOf = (style: CSSResultOrNative): string =>
  style instanceof CSSStyleSheet ? Array.from(style.cssRules, ({ cssText }) => cssText).join('\n') : style.cssText;

function sheetIn(view: Window & SheetMaker, style: CSSResultOrNative): CSSStyleSheet {
  const sheets = cache.get(view.document) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  cache.set(view.document, sheets);
  const known = sheets.get(style);
  if (known) return known;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(textOf(style));
  sheets.set(style, sheet);
  return sheet;
}

/**
 * Gives `root` the styles of `host` for the document that it is in now: a style sheet of one document is refused in another, and taken
 * away from whoever goes there. A document that is not seen anywhere needs none.
 */
export function styleIn(host: ReactiveElement, root: ShadowRoot): ShadowRoot {
  const { defaultView: view } = host.ownerDocument;
  const { elementStyles = [] } = host.constructor as typeof ReactiveElement;
  if (host.ownerDocument === document) adoptStyles(root, elementStyles);
  else if (view) root.adoptedStyleSheets = elementStyles.map((style) => sheetIn(view, style));
  return root;
}
