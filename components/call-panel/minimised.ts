import type { ReactiveController } from 'lit';
import { holdsFocus } from '../base/composed-tree.js';
import type { TrtcElement } from '../base/trtc-element.js';
import type { TrtcFloatingCard } from '../floating-card/floating-card.js';

export interface MinimisableHost extends TrtcElement {
  minimised: boolean;
  readonly autoMinimise: boolean;
}

/** Less of the panel than this in view is none. */
const SEEN = 0.1;

/** Shows the host's call as a small card over the page while the host is minimised, or out of sight with `auto-minimise`. */
export class Minimised implements ReactiveController {
  readonly #host: MinimisableHost;
  readonly #isOn: () => boolean;
  #sight: IntersectionObserver | undefined;
  #isAway = false;
  #card: TrtcFloatingCard | undefined;
  #isWanted = false;

  /** `isOn`: there is a call to show. */
  constructor(host: MinimisableHost, isOn: () => boolean) {
    this.#host = host;
    this.#isOn = isOn;
    host.addController(this);
  }

  hostConnected(): void {
    this.#sight = new IntersectionObserver((entries) => this.#look(entries.at(-1)), { threshold: SEEN });
    this.#sight.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sight?.disconnect();
    this.#want(false);
  }

  hostUpdated(): void {
    const { minimised, autoMinimise, isConnected } = this.#host;
    this.#want(isConnected && this.#isOn() && (minimised || (autoMinimise && this.#isAway)));
  }

  #look(entry: IntersectionObserverEntry | undefined): void {
    this.#isAway = entry !== undefined && entry.intersectionRatio < SEEN;
    if (this.#host.autoMinimise) this.#host.requestUpdate();
  }

  #want(isWanted: boolean): void {
    if (isWanted === this.#isWanted) return this.#dress();
    this.#isWanted = isWanted;
    if (isWanted) this.#open().catch((error: unknown) => reportError(error));
    else this.#close();
  }

  #dress(): void {
    const card = this.#card;
    if (card) void import('../call-card/outpost.js').then(({ dress }) => dress(card, this.#host));
  }

  async #open(): Promise<void> {
    const hadFocus = holdsFocus(this.#host);
    const [{ dress, relayWishes }] = await Promise.all([import('../call-card/outpost.js'), import('../floating-card/floating-card.define.js')]);
    if (!this.#isWanted || this.#card) return;
    if (document.fullscreenElement) await document.exitFullscreen();
    const card = document.createElement('trtc-floating-card');
    this.#card = card;
    dress(card, this.#host);
    relayWishes(card, this.#host);
    card.addEventListener('trtc-minimise-request', (event) => { if (!event.defaultPrevented) this.#restore(); });
    document.body.append(card);
    if (!hadFocus) return;
    await card.updateComplete;
    card.focus({ preventScroll: true });
  }

  #restore(): void {
    const host = this.#host;
    const wasAway = !host.minimised;
    host.minimised = false;
    if (wasAway) host.scrollIntoView({ block: 'nearest' });
  }

  #close(): void {
    const hadFocus = this.#card !== undefined && holdsFocus(this.#card);
    this.#card?.remove();
    this.#card = undefined;
    if (hadFocus) this.#host.renderRoot.querySelector<HTMLElement>('.stage')?.focus({ preventScroll: true });
  }
}
