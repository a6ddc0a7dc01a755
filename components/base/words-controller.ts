import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { directionOf, matchLocale, type LocaleName } from '../locales/match-locale.js';
import { loadLocale, lookUp, onWords } from '../locales/registry.js';
import { fill, type MessageKey, type ParamsOf, type Strings } from '../locales/messages.js';
import { languageAround } from './composed-tree.js';
import { onPageLanguage } from './page-language.js';
import { localeContext, type LocaleScope } from './locale-context.js';

export interface WordsHost extends ReactiveControllerHost, HTMLElement {
  readonly locale: string;
  readonly strings: Strings | undefined;
}

const NO_STRINGS: Strings = {};

interface Served {
  readonly wish: string;
  readonly name: LocaleName;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * The language of an element: its own `locale`, else that of the element around it, else the page's `lang`, else the
 * browser's. Hands it on to the elements inside.
 */
export class WordsController implements ReactiveController {
  readonly #host: WordsHost;
  readonly #provider: ContextProvider<typeof localeContext>;
  readonly #consumer: ContextConsumer<typeof localeContext, WordsHost>;
  #isInside = false;
  #page = '';
  #stop: (() => void) | undefined;
  #asked = '';
  #known: Served = { wish: '', name: 'en', direction: 'ltr' };
  #merged = { own: NO_STRINGS, around: NO_STRINGS, strings: NO_STRINGS };

  constructor(host: WordsHost) {
    this.#host = host;
    this.#provider = new ContextProvider(host, { context: localeContext });
    this.#consumer = new ContextConsumer(host, { context: localeContext, subscribe: true, callback: () => this.#enter() });
    host.addController(this);
  }

  /** The language that is really spoken, for `lang`: the wish where an application brings words of its own, else what there is. */
  get language(): string {
    return this.#strings === NO_STRINGS ? this.#served.name : this.#wish;
  }

  get direction(): 'ltr' | 'rtl' {
    return this.#served.direction;
  }

  hostConnected(): void {
    this.#readPage();
    const update = (): void => this.#host.requestUpdate();
    const stops = [onWords(update), onPageLanguage(() => { this.#readPage(); update(); })];
    this.#stop = () => { for (const stop of stops) stop(); };
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#isInside = false;
  }

  #readPage(): void {
    this.#page = languageAround(this.#host) || navigator.language;
  }

  /** The BCP 47 tag that is asked for. */
  get #wish(): string {
    return this.#host.locale || this.#around?.locale || this.#page || 'en';
  }

  /** Which of our languages serves the wish; worked out once for each wish. */
  get #served(): Served {
    const wish = this.#wish;
    if (this.#known.wish !== wish) this.#known = { wish, name: matchLocale(wish), direction: directionOf(wish) };
    return this.#known;
  }

  hostUpdate(): void {
    this.#handOn();
    this.#load();
  }

  /** The sentence `key` of `words` in the language in force, with `params` filled in. */
  say<W extends Partial<Record<MessageKey, string>>, K extends keyof W & MessageKey>(
    words: W, key: K, ...params: ParamsOf<W[K] & string>
  ): string {
    const sentence = this.#strings[key] ?? lookUp(this.#served.name, key) ?? words[key] ?? '';
    return typeof sentence === 'string' ? fill(sentence, params[0]) : sentence(params[0] ?? {});
  }

  get #around(): LocaleScope | undefined {
    return this.#isInside ? this.#consumer.value : undefined;
  }

  /** The element's own words before those around it; the same object as long as both are. */
  get #strings(): Strings {
    const own = this.#host.strings ?? NO_STRINGS;
    const around = this.#around?.strings ?? NO_STRINGS;
    if (own === this.#merged.own && around === this.#merged.around) return this.#merged.strings;
    const strings = around === NO_STRINGS ? own : own === NO_STRINGS ? around : { ...around, ...own };
    this.#merged = { own, around, strings };
    return strings;
  }

  #enter(): void {
    this.#isInside = true;
    this.#handOn();
  }

  #handOn(): void {
    const next = { locale: this.#host.locale || this.#around?.locale || '', strings: this.#strings };
    const now = this.#provider.value;
    if (now?.locale !== next.locale || now.strings !== next.strings) this.#provider.setValue(next);
  }

  #load(): void {
    const { name } = this.#served;
    if (this.#asked === name) return;
    this.#asked = name;
    // Without its file the element speaks English, which is better than nothing; the page hears why.
    loadLocale(name).catch((error: unknown) => reportError(error));
  }
}
