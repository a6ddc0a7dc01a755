import { ContextEvent } from '@lit/context';
import { languageAround } from '../base/composed-tree.js';
import { localeContext, type LocaleScope } from '../base/locale-context.js';
import type { TrtcElement } from '../base/trtc-element.js';
import { TOKENS } from '../theme/tokens.js';

/** What a card far from its panel can ask for. */
const WISHES = [
  'trtc-mic-request', 'trtc-camera-request', 'trtc-hangup-request', 'trtc-accept-request', 'trtc-reject-request', 'trtc-minimise-request', 'trtc-error',
] as const;

/** Gives `card` the Calling, language, words, colours and shapes in force at `source`, which is elsewhere in the page. */
export function dress(card: TrtcElement, source: TrtcElement): void {
  const around = scopeAround(source);
  card.calling = source.calling;
  card.locale = source.locale || around?.locale || languageAround(source) || navigator.language;
  card.strings = around && source.strings ? { ...around.strings, ...source.strings } : source.strings ?? around?.strings;
  const style = getComputedStyle(source);
  card.style.colorScheme = style.colorScheme;
  for (const name of Object.keys(TOKENS).map((token) => `--trtc-${token}`)) {
    const value = style.getPropertyValue(name);
    if (value === '') card.style.removeProperty(name);
    else card.style.setProperty(name, value);
  }
}

function scopeAround(source: Element): LocaleScope | undefined {
  let scope: LocaleScope | undefined;
  source.dispatchEvent(new ContextEvent(localeContext, source, (value) => { scope = value; }));
  return scope;
}

/** What is wished for at `card` is asked at `source`, where the application listens; prevented there, it is not done. */
export function relayWishes(card: HTMLElement, source: HTMLElement): void {
  for (const type of WISHES) {
    card.addEventListener(type, (event) => {
      const { detail, cancelable } = event;
      const init: CustomEventInit<unknown> = { detail, cancelable, bubbles: true, composed: true };
      const copy: CustomEvent = Reflect.construct(CustomEvent, [type, init], event.constructor);
      event.stopPropagation();
      if (!source.dispatchEvent(copy)) event.preventDefault();
    });
  }
}
