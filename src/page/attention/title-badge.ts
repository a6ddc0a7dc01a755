import { Claims } from './claims.js';

/** Between the words and the page's own title; a number in brackets stands closer. */
const jointAfter = (words: string): string => (/^\(\d+\)$/.test(words) ? ' ' : ' · ');

/**
 * Words before the page's title. What the page itself makes of its title meanwhile is kept, and stands there afterwards;
 * a page that had no title has none again.
 */
class Title {
  #observer: MutationObserver | null = null;
  /** What the page calls itself; null: nothing. */
  #own: string | null = null;
  #words = '';

  /** '' takes them away. */
  show(words: string): void {
    if (words === this.#words) return;
    if (this.#words === '') this.#begin();
    this.#words = words;
    if (words === '') this.#end();
    else this.#write();
  }

  #begin(): void {
    this.#own = titleElement()?.textContent ?? null;
    this.#observer = new MutationObserver(() => this.#onChange());
  }

  #end(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    if (this.#own === null) titleElement()?.remove();
    else document.title = this.#own;
  }

  #onChange(): void {
    const now = titleElement()?.textContent ?? null;
    if (now === this.#written()) return;
    this.#own = now;
    this.#write();
  }

  #write(): void {
    this.#observer?.disconnect();
    document.title = this.#written();
    this.#observer?.observe(document.head, { childList: true, subtree: true, characterData: true });
  }

  #written(): string {
    return this.#own ? `${this.#words}${jointAfter(this.#words)}${this.#own}` : this.#words;
  }
}

const title = new Title();
const claims = new Claims<string>((words = '') => title.show(words));

/** What one element wants before the page's title. Of several the first is shown: two that watch each other would never end. */
export class TitleBadge {
  /** '' takes them away. */
  show(words: string): void {
    claims.set(this, words === '' ? undefined : words);
  }
}

const titleElement = (): HTMLTitleElement | null => document.head.querySelector('title');
