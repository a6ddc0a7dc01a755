import type { CSSResultOrNative, ReactiveElement } from 'lit';
import { foreignRoots } from './foreign-roots.js';

type SheetMaker = typeof globalThis & { readonly CSSStyleSheet: typeof CSSStyleSheet };

const cache = new WeakMap<Window, Map<CSSResultOrNative, CSSStyleSheet>>();

const textOf = (style: CSSResultOrNative): string =>
  style instanceof CSSStyleSheet ? Array.from(style.cssRules, ({ cssText }) => cssText).join('\n') : style.cssText;

function sheetIn(view: Window & SheetMaker, style: CSSResultOrNative): CSSStyleSheet {
  const sheets = cache.get(view) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  cache.set(view, sheets);
  const known = sheets.get(style);
  if (known) return known;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(textOf(style));
  sheets.set(style, sheet);
  return sheet;
}

/** From now on elements can be put into other windows of this page: they get style sheets of that window's own. */
export function allowForeignRoots(): void {
  foreignRoots.make = (host) => {
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
    const view = host.ownerDocument.defaultView;
    const { elementStyles = [] } = host.constructor as typeof ReactiveElement;
    if (view) root.adoptedStyleSheets = elementStyles.map((style) => sheetIn(view, style));
    return root;
  };
}
