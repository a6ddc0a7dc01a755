import type { LitElement, ReactiveController } from 'lit';
import { observeSizes } from '../base/observe-sizes.js';

/** Writes the height of what lies along an edge of the stage into a property of the stage: tiles keep out of it, however high it is. */
export class EdgeRoom implements ReactiveController {
  readonly #host: LitElement;
  readonly #size = observeSizes(([entry]) => this.#write(entry?.borderBoxSize[0]?.blockSize ?? 0));
  readonly #selector: string;
  readonly #property: `--_${string}`;
  #edge: Element | null = null;

  constructor(host: LitElement, selector: string, property: `--_${string}`) {
    this.#host = host;
    this.#selector = selector;
    this.#property = property;
    host.addController(this);
  }

  hostUpdated(): void {
    const edge = this.#host.renderRoot.querySelector(this.#selector);
    if (edge === this.#edge) return;
    this.#size.disconnect();
    this.#edge = edge;
    if (edge) this.#size.observe(edge);
  }

  hostDisconnected(): void {
    this.#size.disconnect();
    this.#edge = null;
  }

  /** In the next frame: what gives way is observed as well, and must not be resized while sizes are being told. */
  #write(height: number): void {
    requestAnimationFrame(() => this.#host.renderRoot.querySelector<HTMLElement>('.stage')?.style.setProperty(this.#property, `${Math.ceil(height)}px`));
  }
}
