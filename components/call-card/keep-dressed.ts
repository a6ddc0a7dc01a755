import { ContextEvent } from '@lit/context';
import { composedAncestors } from '../base/composed-tree.js';
import { localeContext } from '../base/locale-context.js';
import type { TrtcElement } from '../base/trtc-element.js';
import { dress } from './outpost.js';

/**
 * Dresses `card` as `source` is, now and whenever language, words, theme or a brand's attributes change at it or around it, until
 * the returned function is called. A changed style sheet is not noticed.
 */
export function keepDressed(card: TrtcElement, source: TrtcElement): () => void {
  const put = (): void => dress(card, source);
  const around = new MutationObserver(put);
  for (const each of [source, ...composedAncestors(source)]) around.observe(each, { attributes: true });
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', put);
  let leave: (() => void) | undefined;
  source.dispatchEvent(new ContextEvent(localeContext, source, (_scope, unsubscribe) => { leave = unsubscribe; put(); }, true));
  put();
  return () => {
    around.disconnect();
    scheme.removeEventListener('change', put);
    leave?.();
  };
}
