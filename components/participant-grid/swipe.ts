import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Shorter than this is no swipe, px. */
const FAR = 48;

/** Tells when a finger was drawn across the host, to the left (`-1`) or to the right (`1`). */
export class Swipe implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onSwipe: (direction: -1 | 1) => void;
  #start: { readonly id: number; readonly x: number; readonly y: number } | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, onSwipe: (direction: -1 | 1) => void) {
    this.#host = host;
    this.#onSwipe = onSwipe;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#onDown);
    this.#host.addEventListener('pointerup', this.#onUp);
    this.#host.addEventListener('pointercancel', this.#forget);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#onDown);
    this.#host.removeEventListener('pointerup', this.#onUp);
    this.#host.removeEventListener('pointercancel', this.#forget);
    this.#forget();
  }

  readonly #onDown = ({ pointerId: id, pointerType, clientX: x, clientY: y, isPrimary }: PointerEvent): void => {
    this.#start = isPrimary && pointerType !== 'mouse' ? { id, x, y } : undefined;
  };

  readonly #onUp = ({ pointerId, clientX, clientY }: PointerEvent): void => {
    const start = this.#start;
    this.#forget();
    if (start?.id !== pointerId) return;
    const [x, y] = [clientX - start.x, clientY - start.y];
    if (Math.abs(x) >= FAR && Math.abs(x) > 2 * Math.abs(y)) this.#onSwipe(x < 0 ? -1 : 1);
  };

  readonly #forget = (): void => { this.#start = undefined; };
}
