import type { LitElement, ReactiveController } from 'lit';
import { observeSizes } from '../base/observe-sizes.js';

/** Writes the height of the bar into `--_foot` of the stage: tiles keep out of it, however high it is. */
export class FootRoom implements ReactiveController {
  readonly #host: LitElement;
  readonly #size = observeSizes(([entry]) => this.#write(entry?.borderBoxSize[0]?.blockSize ?? 0));
  #foot: Element | null = null;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const foot = this.#host.renderRoot.querySelector('.foot');
    if (foot === this.#foot) return;
    this.#size.disconnect();
    this.#foot = foot;
    if (foot) this.#size.observe(foot);
  }

  hostDisconnected(): void {
    this.#size.disconnect();
    this.#foot = null;
  }

  #write(height: number): void {
    this.#host.renderRoot.querySelector<HTMLElement>('.stage')?.style.setProperty('--_foot', `${Math.ceil(height)}px`);
  }
}
