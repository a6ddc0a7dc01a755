import { LitElement, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { observeSizes } from '../base/observe-sizes.js';
import { fitBar, isSamePlan, type Measures } from './fit.js';
import { CONTROLS, type ControlChoice, type Plan } from './controls.js';

const NOTHING: Plan = { bar: [], menu: [] };
/** Whatever the buttons' widths do, a bar that was planned anew so often waits for the next frame. */
const MOST_ROUNDS = 8;

/** Measures the bar whenever it or a button changes its size, and has the host rendered again when another plan fits. */
export class BarRoom implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #bar: () => HTMLElement | null;
  /** In the next frame: a bar that changed within the observer's own round would be observed without end. */
  readonly #resized = observeSizes(() => {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#rounds = 0;
      this.#measure();
    });
  });
  readonly #watched = new Set<Element>();
  readonly #widths = new Map<ControlChoice, number>();
  #measures: Measures = { room: 0, gap: 0, widths: this.#widths, others: [] };
  #frame = 0;
  #rounds = 0;
  #wish = NOTHING;
  #plan = NOTHING;

  constructor(host: ReactiveControllerHost & HTMLElement, bar: () => HTMLElement | null) {
    this.#host = host;
    this.#bar = bar;
    host.addController(this);
  }

  /** Of the buttons wished for: which go into the bar and which into the menu. */
  plan(wish: Plan): Plan {
    this.#wish = wish;
    this.#plan = fitBar(wish, this.#measures);
    return this.#plan;
  }

  hostUpdated(): void {
    const bar = this.#bar();
    const now = bar ? [this.#host, ...bar.children, ...assigned(bar)] : [];
    for (const each of this.#watched) if (!now.includes(each)) this.#forget(each);
    for (const each of now) if (!this.#watched.has(each)) this.#follow(each);
    if (bar) void settled(bar).then(() => this.#measure());
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    for (const each of this.#watched) this.#forget(each);
  }

  /** The author put buttons in or took them out. */
  readonly changed = (): void => this.hostUpdated();

  #follow(element: Element): void {
    this.#watched.add(element);
    this.#resized.observe(element);
  }

  #forget(element: Element): void {
    this.#watched.delete(element);
    this.#resized.unobserve(element);
  }

  #measure(): void {
    const bar = this.#bar();
    if (!bar?.isConnected) return;
    const own = [...bar.children].filter((child) => child.localName !== 'slot');
    for (const child of own) this.#note(child);
    this.#measures = {
      room: bar.clientWidth,
      gap: Number.parseFloat(getComputedStyle(bar).columnGap) || 0,
      widths: this.#widths,
      others: assigned(bar).map((element) => element.getBoundingClientRect().width),
    };
    const next = fitBar(this.#wish, this.#measures);
    if (isSamePlan(next, this.#plan) || this.#rounds >= MOST_ROUNDS) return;
    this.#rounds += 1;
    this.#plan = next;
    this.#host.requestUpdate();
  }

  #note(child: Element): void {
    const name = child.getAttribute('data-control');
    if (name !== null && isName(name)) this.#widths.set(name, child.getBoundingClientRect().width);
  }
}

/** The buttons have drawn themselves. */
const settled = (bar: Element): Promise<unknown> =>
  Promise.all([...bar.children].map((child) => (child instanceof LitElement ? child.updateComplete : undefined)));

const isName = (name: string): name is ControlChoice => Object.hasOwn(CONTROLS, name);

const assigned = (bar: Element): readonly Element[] =>
  [...bar.querySelectorAll<HTMLSlotElement>(':scope > slot')].flatMap((slot) => slot.assignedElements({ flatten: true }));
