import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Point } from './corners.js';

interface Space {
  readonly width: number;
  readonly height: number;
}

export interface DragWishes {
  /** Let go: the tile's centre within its parent, its speed in pixels a millisecond, and the parent's size. */
  readonly onDrop: (centre: Point, speed: Point, space: Space) => void;
}

/** Under this many pixels it was a click. */
const SLOP = 4;

/** Follows a pointer with `transform` alone, and glides to wherever the host rests next. */
export class Drag implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #wishes: DragWishes;
  #end: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, wishes: DragWishes) {
    this.#host = host;
    this.#wishes = wishes;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end?.abort();
    this.#host.style.removeProperty('transform');
  }

  readonly start = (down: PointerEvent): void => {
    if (down.button !== 0 || this.#end) return;
    this.#end = new AbortController();
    const { signal } = this.#end;
    let last = { x: down.clientX, y: down.clientY, at: down.timeStamp, speed: { x: 0, y: 0 } };
    let isMoving = false;

    const move = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      const [x, y] = [event.clientX - down.clientX, event.clientY - down.clientY];
      if (!isMoving && Math.hypot(x, y) < SLOP) return;
      isMoving = true;
      this.#host.style.transform = `translate(${x}px, ${y}px)`;
      const ms = Math.max(1, event.timeStamp - last.at);
      last = { x: event.clientX, y: event.clientY, at: event.timeStamp, speed: { x: (event.clientX - last.x) / ms, y: (event.clientY - last.y) / ms } };
    };
    const finish = (event: PointerEvent): void => {
      if (event.pointerId !== down.pointerId) return;
      this.#end?.abort();
      if (isMoving) this.#drop(event.timeStamp - last.at < 80 ? last.speed : { x: 0, y: 0 });
    };
    signal.addEventListener('abort', () => { this.#end = undefined; });
    window.addEventListener('pointermove', move, { signal });
    window.addEventListener('pointerup', finish, { signal });
    window.addEventListener('pointercancel', finish, { signal });
  };

  #drop(speed: Point): void {
    // What is fixed has no such parent: it lies in the window.
    const parent = this.#host.offsetParent?.getBoundingClientRect() ?? new DOMRect(0, 0, document.documentElement.clientWidth, document.documentElement.clientHeight);
    const box = this.#host.getBoundingClientRect();
    const centre = { x: box.x + box.width / 2 - parent.x, y: box.y + box.height / 2 - parent.y };
    this.#wishes.onDrop(centre, speed, { width: parent.width, height: parent.height });
  }

  /** The host has a new place in the layout: it is seen going there from `before`. */
  glideFrom(before: DOMRect): void {
    this.#host.style.removeProperty('transform');
    const now = this.#host.getBoundingClientRect();
    const [x, y] = [before.x - now.x, before.y - now.y];
    if ((x === 0 && y === 0) || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#host.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], { duration: 240, easing: 'cubic-bezier(0.2, 0, 0, 1)' });
  }
}
