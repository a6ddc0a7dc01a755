import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { numberOr } from '../base/attributes.js';
import { hostStyles } from '../base/host.styles.js';
import { observeSizes } from '../base/observe-sizes.js';
import { SnapshotController, sameItems } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcPinRequestEvent } from '../events/view-requests.js';
import { backIcon, forwardIcon, pinIcon } from '../icons/view.js';
import { callWords } from '../locales/en/call.js';
import { personWords } from '../locales/en/person.js';
import type { TrtcVideoView } from '../video-view/video-view.js';
import { Comings, type Coming } from './comings.js';
import { packTiles, uprightPart, type Packing, type Space } from './pack-tiles.js';
import { PAGER, pageOf, pagesOf, stripOf, type Pages } from './pages.js';
import { participantGridStyles } from './participant-grid.styles.js';
import { RecentRefusals } from '../base/recent-refusals.js';
import { Swipe } from './swipe.js';
import { isRefusal, selectTiles, SELF, stateOf, stateWordOf, userIdOf, withSelf } from './tiles.js';

/**
 * @summary Everybody in the call as tiles, as large as the space allows; who has no room is on another page, and only the
 * page in view shows pictures. Who is still being called shows how far that is.
 * @tagname trtc-participant-grid
 * @fires {TrtcPinRequestEvent} trtc-pin-request - With `pinnable`: a tile was double-clicked, or its pin was pressed. Bubbles; whoever lays the pictures out makes that one large, unless it is prevented.
 * @csspart list - The list of tiles.
 * @csspart tile - Each tile.
 * @csspart rest - In a strip, the tile that says how many more there are.
 * @csspart pager - The buttons that turn the pages.
 */
export class TrtcParticipantGrid extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, participantGridStyles];

  /** Leaves out one's own tile. */
  @property({ type: Boolean, reflect: true, attribute: 'without-self' }) withoutSelf = false;

  /** Leaves out this person: they are shown elsewhere. */
  @property() except = '';

  /** Pixels between tiles. */
  @property({ converter: numberOr(8) }) gap = 8;

  /** One line of small tiles along the longer side; the last of them says how many more there are. */
  @property({ type: Boolean, reflect: true }) strip = false;

  /** The most tiles on a page, 1 to 49. */
  @property({ converter: numberOr(49), attribute: 'max-tiles' }) maxTiles = 49;

  /** The narrowest that a tile gets before there are pages, px. */
  @property({ converter: numberOr(96), attribute: 'min-tile' }) minTile = 96;

  /** Tiles can be asked to be large. */
  @property({ type: Boolean, reflect: true }) pinnable = false;

  /** The page in view, the first is 1. */
  @property({ converter: numberOr(1) }) page = 1;

  @state() private space: Space | undefined;
  /** The part of the pictures that is upright. */
  @state() private upright = 0;

  readonly #tiles = new SnapshotController(this, selectTiles, sameItems);
  readonly #comings = new Comings();
  #last: Coming | undefined;
  readonly #refusals = new RecentRefusals(this);
  readonly #size = observeSizes(() => this.#measure());
  protected readonly swipe = new Swipe(this, (direction) => this.#turn(direction === (this.words.direction === 'rtl' ? 1 : -1) ? 1 : -1));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  /** The first tile's view. */
  get firstView(): TrtcVideoView | null {
    return this.renderRoot.querySelector('trtc-video-view');
  }

  get #others(): readonly string[] {
    const tiles = this.#tiles.value;
    const refused = tiles.filter((tile) => isRefusal(stateOf(tile)));
    const recent = this.#refusals.recent(refused);
    return tiles.filter((tile) => userIdOf(tile) !== this.except && (!refused.includes(tile) || recent.includes(tile)));
  }

  get #hasSelf(): boolean {
    return !this.withoutSelf && this.except !== SELF;
  }

  #pages(total: number): Pages {
    const space = this.space ?? { width: 0, height: 0 };
    if (this.strip) return stripOf(space, total, this.gap);
    return pagesOf(space, total, { gap: this.gap, smallest: this.minTile, most: Math.min(49, Math.max(1, this.maxTiles)) });
  }

  /** Which page is in view: people leave, and with them the last page. */
  #indexIn({ count }: Pages): number {
    return Math.min(Math.max(0, Math.floor(this.page) - 1), count - 1);
  }

  #turn(by: 1 | -1): void {
    const pages = this.#pages(this.#others.length + (this.#hasSelf ? 1 : 0));
    this.page = Math.min(pages.count, Math.max(1, this.#indexIn(pages) + 1 + by));
  }

  #measure(): void {
    const area = this.renderRoot.querySelector('.area');
    const [width, height] = [area?.clientWidth ?? 0, area?.clientHeight ?? 0];
    if (width !== this.space?.width || height !== this.space.height) this.space = { width, height };
  }

  readonly #onPicture = (): void => {
    const views = [...this.renderRoot.querySelectorAll('trtc-video-view')];
    this.upright = uprightPart(views.flatMap(({ videoSize }) => videoSize ?? []));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
    event.preventDefault();
    this.#turn(event.key === 'PageDown' ? 1 : -1);
  };

  readonly #onDoubleClick = (event: Event): void => {
    const tile = event.target instanceof Element ? event.target.closest('li') : null;
    if (tile?.dataset['user']) this.#pin(tile.dataset['user']);
  };

  #pin(userId: string): void {
    if (this.pinnable) this.dispatchEvent(new TrtcPinRequestEvent(userId, true));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.space) this.#measure();
    this.#onPicture();
    this.#pack();
  }

  protected override render(): TemplateResult {
    const others = this.#others;
    const total = others.length + (this.#hasSelf ? 1 : 0);
    const pages = this.#pages(total);
    const index = this.#indexIn(pages);
    const all = this.#hasSelf ? withSelf(others, pages.count > 1 ? pages.size : total) : others;
    const shown = pageOf(all, pages, index);
    return html`
      <div class="area ${pages.count > 1 ? 'paged' : ''}" lang=${this.words.language} @keydown=${this.#onKey} @dblclick=${this.#onDoubleClick} @trtc-video-resize=${this.#onPicture}>
        <ul part="list" aria-label=${this.say(personWords, 'people')}>
          ${repeat(shown, userIdOf, (tile) => this.#tile(tile))}
          ${this.strip && pages.count > 1 ? this.#rest(total - shown.length, (index + 1) % pages.count) : nothing}
        </ul>
        ${!this.strip && pages.count > 1 ? this.#pager(index, pages.count) : nothing}
      </div>
      <div class="visually-hidden" role="status" lang=${this.words.language}>${this.#news()}</div>`;
  }

  /** By the style object: a style attribute is what a strict Content Security Policy refuses. */
  #pack(): void {
    const total = this.#others.length + (this.#hasSelf ? 1 : 0);
    const pages = this.#pages(total);
    const { width, height } = this.space ?? { width: 0, height: 0 };
    const { tileWidth, tileHeight } = this.strip
      ? stripOf({ width, height }, total, this.gap)
      : this.#shaped({ width, height: pages.count > 1 ? height - PAGER : height }, pages.size);
    const style = this.renderRoot.querySelector('ul')?.style;
    style?.setProperty('gap', `${this.gap}px`);
    style?.setProperty('--_tile-width', `${tileWidth}px`);
    style?.setProperty('--_tile-height', `${tileHeight}px`);
  }

  /** How many a page holds never goes by the pictures: other pictures on it would change that again. */
  #shaped(space: Space, count: number): Packing {
    const packing = packTiles(space, count, { gap: this.gap, upright: this.upright });
    return packing.tileWidth < this.minTile ? packTiles(space, count, { gap: this.gap }) : packing;
  }

  #pager(index: number, count: number): TemplateResult {
    return html`
      <div class="pager" part="pager" role="group" aria-label=${this.say(personWords, 'pages')}>
        <button type="button" class="turn" aria-label=${this.say(personWords, 'previousPage')} ?disabled=${index === 0} @click=${() => this.#turn(-1)}>${backIcon}</button>
        <span role="status"><span aria-hidden="true">${index + 1} / ${count}</span><span class="visually-hidden">${this.say(personWords, 'pageOf', { page: index + 1, count })}</span></span>
        <button type="button" class="turn" aria-label=${this.say(personWords, 'nextPage')} ?disabled=${index === count - 1} @click=${() => this.#turn(1)}>${forwardIcon}</button>
      </div>`;
  }

  #rest(count: number, next: number): TemplateResult {
    return html`
      <li class="rest" part="rest">
        <button type="button" aria-label=${this.say(personWords, 'showMore', { count })} @click=${() => { this.page = next + 1; }}>+${count}</button>
      </li>`;
  }

  /** Says who came or went, until the next one does. */
  #news(): string {
    const coming = this.#comings.look(this.#tiles.value.filter((tile) => stateOf(tile) === 'joined').map(userIdOf));
    if (coming) this.#last = coming;
    if (!this.#last || !this.calling) return '';
    return this.say(callWords, this.#last.isHere ? 'joinedNow' : 'leftNow', { name: selectDisplayName(this.calling.state, this.#last.userId) });
  }

  #tile(tile: string): TemplateResult {
    const userId = userIdOf(tile);
    if (userId === SELF) return html`<li part="tile"><trtc-video-view local fit="cover" exportparts="frame"></trtc-video-view></li>`;
    const word = stateWordOf(stateOf(tile));
    return html`
      <li part="tile" class=${stateOf(tile) === 'joined' ? '' : 'away'} data-user=${userId}>
        <trtc-video-view user-id=${userId} fit="cover"></trtc-video-view>
        ${word ? html`<span class="state">${this.say(callWords, word)}</span>` : nothing}
        ${this.pinnable && !word ? this.#pinButton(userId) : nothing}
      </li>`;
  }

  #pinButton(userId: string): TemplateResult {
    const name = this.calling ? selectDisplayName(this.calling.state, userId) : userId;
    return html`<button type="button" class="pin" aria-label=${this.say(personWords, 'pin', { name })} @click=${() => this.#pin(userId)}>${pinIcon}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-participant-grid': TrtcParticipantGrid }
}
