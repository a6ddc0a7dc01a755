import { observeSizes } from '../base/observe-sizes.js';

/** Between two looks at the picture, ms: what is this soft needs no more. */
const LOOK_MS = 500;

/** Columns and rows of the copy. */
const WIDE = 64;
const HIGH = 96;
/** So often it is halved and doubled again. Each step blends neighbours: no filter has to run for every frame of the picture. */
const STEPS = 3;
/** A new look is blended into the last, so that the fill never flickers. */
const BLEND = 0.4;

/** One's wish for less of what only decorates. */
const PLAIN = '(prefers-reduced-transparency: reduce), (forced-colors: active)';
const STILL = '(prefers-reduced-motion: reduce)';

/**
 * A soft, dimmed copy of an upright picture behind it, where its frame is wide and would show bars. It is drawn small, twice a
 * second, from the element that already plays; nothing is drawn while the picture covers its frame or the page is hidden.
 */
export class Fill {
  readonly #video: HTMLVideoElement;
  readonly #canvas = makeCanvas();
  readonly #scratch = makeCanvas();
  readonly #frame: Element;
  readonly #sizes = observeSizes(() => this.#fit());
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(video: HTMLVideoElement, frame: Element) {
    this.#video = video;
    this.#frame = frame;
    this.#canvas.setAttribute('aria-hidden', 'true');
    Object.assign(this.#canvas.style, { position: 'absolute', inset: '0', inlineSize: '100%', blockSize: '100%', objectFit: 'cover', opacity: '0.42' });
    this.#sizes.observe(frame);
  }

  /** Takes it away and stops looking. */
  close(): void {
    this.#sizes.disconnect();
    this.#stop();
  }

  /** Only where there are bars. */
  #fit(): void {
    const isBarred = getComputedStyle(this.#video).objectFit === 'contain' && !matchMedia(PLAIN).matches;
    if (!isBarred) return this.#stop();
    if (this.#canvas.isConnected) return;
    this.#frame.prepend(this.#canvas);
    this.#draw(1);
    if (!matchMedia(STILL).matches) this.#timer = setInterval(() => this.#draw(BLEND), LOOK_MS);
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#canvas.remove();
  }

  #draw(alpha: number): void {
    const [from, to] = [this.#scratch.getContext('2d'), this.#canvas.getContext('2d')];
    if (document.hidden || !from || !to) return;
    from.drawImage(this.#video, 0, 0, WIDE, HIGH);
    for (let step = 0; step < STEPS; step += 1) resize(from, step, step + 1);
    for (let step = STEPS; step > 0; step -= 1) resize(from, step, step - 1);
    to.globalAlpha = alpha;
    to.drawImage(this.#scratch, 0, 0);
  }
}

function makeCanvas(): HTMLCanvasElement {
  return Object.assign(document.createElement('canvas'), { width: WIDE, height: HIGH });
}

/** Brings a canvas that is filled to the 2^-`before` th part of its size to the 2^-`after` th. */
function resize(context: CanvasRenderingContext2D, before: number, after: number): void {
  const [now, next] = [2 ** -before, 2 ** -after];
  context.drawImage(context.canvas, 0, 0, WIDE * now, HIGH * now, 0, 0, WIDE * next, HIGH * next);
}
