import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';

interface AXNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

declare global {
  interface Window { said: string[] }
}

/** What a screen reader has to say: the focused element from the browser's own accessibility tree, and the live regions. */
export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;
  /** In order: what had the focus. */
  readonly focused: string[] = [];

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async on(page: Page): Promise<ScreenReader> {
    await page.evaluate(listen);
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** 'button "Microphone", pressed'; '' when nothing has the focus. */
  async focus(): Promise<string> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree') as { readonly nodes: readonly AXNode[] };
    const one = nodes.findLast((node) => !node.ignored && node.role?.value !== 'RootWebArea' && valueOf(node, 'focused') === true);
    if (!one) return '';
    const pressed = valueOf(one, 'pressed');
    const expanded = valueOf(one, 'expanded');
    return [`${String(one.role?.value)} "${String(one.name?.value)}"`,
      ...(pressed === 'true' ? ['pressed'] : pressed === 'false' ? ['not pressed'] : []),
      ...(expanded === true ? ['open'] : [])].join(', ');
  }

  /** Presses `key` until `target` has the focus, and keeps what it came by. */
  async go(key: string, target: RegExp, most = 14): Promise<void> {
    for (let times = 0; times < most; times += 1) {
      await this.#page.keyboard.press(key);
      const now = await this.focus();
      this.focused.push(now);
      if (target.test(now)) return;
    }
    throw new Error(`${key} did not reach ${target}: ${this.focused.join(' | ')}`);
  }

  /** Waits until that has the focus, and keeps it. */
  async hasFocus(target: RegExp): Promise<void> {
    await expect.poll(() => this.focus(), { message: `the focus is on ${target}`, intervals: [50] }).toMatch(target);
    this.focused.push(await this.focus());
  }

  /** What the live regions have said so far. */
  said(): Promise<string[]> {
    return this.#page.evaluate(() => window.said);
  }

  async hears(words: string | RegExp): Promise<void> {
    await expect.poll(async () => (await this.said()).some((each) => (typeof words === 'string' ? each === words : words.test(each))), { message: `it says ${words}`, intervals: [100] }).toBe(true);
  }
}

const valueOf = ({ properties = [] }: AXNode, name: string): unknown => properties.find((each) => each.name === name)?.value.value;

/** In the page: a region says what changes in it while it is there; what it holds when it comes, only an alert says. */
function listen(): void {
  const said: string[] = [];
  window.said = said;
  const last = new WeakMap<Element, string>();
  const LIVE = '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]';
  const seen = new WeakSet<Node>();
  const regionOf = (node: Node): Element | null => {
    for (let at: Node | null = node; at; at = at.parentNode ?? (at instanceof ShadowRoot ? at.host : null)) if (at instanceof Element && at.matches(LIVE)) return at;
    return null;
  };
  const speak = (region: Element): void => {
    const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text === last.get(region)) return;
    last.set(region, text);
    if (text !== '' && region.checkVisibility()) said.push(text);
  };
  const watch = (root: Node): void => {
    if (!seen.has(root)) {
      seen.add(root);
      new MutationObserver((records) => {
        for (const { target, addedNodes } of records) {
          const region = regionOf(target);
          if (region) speak(region);
          for (const node of addedNodes) enter(node);
        }
      }).observe(root, { subtree: true, childList: true, characterData: true });
    }
    enter(root);
  };
  const enter = (node: Node): void => {
    if (node instanceof Element) {
      if (node.matches('[role="alert"]')) speak(node);
      else if (node.matches(LIVE) && !last.has(node)) last.set(node, (node.textContent ?? '').replace(/\s+/g, ' ').trim());
      if (node.shadowRoot) watch(node.shadowRoot);
    }
    for (const child of node.childNodes) enter(child);
  };
  // Roots that come later are found when their hosts do; a host that is upgraded later is caught here.
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function attachAndWatch(init) {
    const root = attach.call(this, init);
    watch(root);
    return root;
  };
  watch(document);
}
