import { LitElement, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { MessageKey, ParamsOf, Strings } from '../locales/messages.js';
import { isValueConverter, objectWith, textConverter } from './attributes.js';
import { CustomStates } from './custom-states.js';
import { styleIn } from './foreign-styles.js';
import { hostStyles } from './host.styles.js';
import { WordsController } from './words-controller.js';

/** '' goes with the page's `color-scheme`, `auto` with the system. */
export type Theme = '' | 'light' | 'dark' | 'auto';

/**
 * Language, direction and theme, which every element has and hands on to those inside it.
 *
 * @cssstate ltr - The language in force is written from left to right.
 * @cssstate rtl - The language in force is written from right to left.
 */
export abstract class LocalizedElement extends LitElement {
  static override styles: CSSResultGroup = hostStyles;

  /**
   * Properties without a type are texts, and a removed attribute is the empty one. What has a converter takes by its property what
   * it takes by its attribute: undefined and null are a removed one. Here, because every kind of decorator comes by.
   * @private
   */
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, options] of this.elementProperties) {
      const isText = options.type === String || (!options.type && !options.converter && options.attribute !== false);
      if (isText) this.elementProperties.set(name, { ...options, converter: textConverter });
      const converter = isText ? textConverter : options.converter;
      const own = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (own && isValueConverter(converter)) {
        Object.defineProperty(this.prototype, name, { ...own, set(value: unknown) { own.set?.call(this, converter.fromAttribute(value ?? null)); } });
      }
    }
  }

  /** The language, a BCP 47 tag. Without it the provider's, else the page's `lang`, else the browser's. */
  @property({ reflect: true }) locale = '';

  /** `light`, `dark`, or `auto` for the system's. Without it the element goes with the page's `color-scheme`. */
  @property({ reflect: true }) theme: Theme = '';

  /** Words of your own in place of the element's, for it and everything inside it. */
  @property({ attribute: false, converter: objectWith() }) strings: Strings | undefined;

  protected readonly words = new WordsController(this);
  protected readonly states = new CustomStates(this);

  /** A sentence of `words` in the language in force. */
  protected say<W extends Partial<Record<MessageKey, string>>, K extends keyof W & MessageKey>(
    words: W, key: K, ...params: ParamsOf<W[K] & string>
  ): string {
    return this.words.say(words, key, ...params);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return this.ownerDocument === document ? super.createRenderRoot() : styleIn(this, this.shadowRoot ?? this.attachShadow({ mode: 'open' }));
  }

  /** The element went into another document, such as a frame's or a window's, or came back. */
  adoptedCallback(): void {
    if (this.shadowRoot) styleIn(this, this.shadowRoot);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.states.only(this.words.direction, ['ltr', 'rtl']);
  }
}
