import type { LitElement, ReactiveController } from 'lit';
import type { Fill } from './fill.js';

/** Fetches and keeps what fills the bars beside an upright picture, as long as `isWanted`. */
export class Filled implements ReactiveController {
  readonly #host: LitElement;
  readonly #isWanted: () => boolean;
  #isOn = false;
  #fill: Fill | undefined;

  constructor(host: LitElement, isWanted: () => boolean) {
    this.#host = host;
    this.#isWanted = isWanted;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    this.#turn(this.#host.isConnected && this.#isWanted());
  }

  hostDisconnected(): void {
    this.#turn(false);
  }

  #turn(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    if (isOn) void this.#open().catch((thrown: unknown) => reportError(thrown));
    this.#fill?.close();
    this.#fill = undefined;
  }

  async #open(): Promise<void> {
    const { Fill } = await import('./fill.js');
    const { renderRoot } = this.#host;
    const [video, frame] = [renderRoot.querySelector('video'), renderRoot.querySelector('.frame')];
    if (this.#isOn && !this.#fill && video && frame) this.#fill = new Fill(video, frame);
  }
}
