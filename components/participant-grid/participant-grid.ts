import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent, selectDisplayName } from '../../src/calling/state/selectors.js';
import { numberOr } from '../base/attributes.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController, sameItems } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { personWords } from '../locales/en/person.js';
import type { TrtcVideoView } from '../video-view/video-view.js';
import { packTiles } from './pack-tiles.js';
import { Comings, type Coming } from './comings.js';
import { RecentRefusals } from './recent-refusals.js';
import { participantGridStyles } from './participant-grid.styles.js';

const SELF = 'self';

/** 'bob joined', 'carol ringing', …: one text per tile, so that a change of one is seen as one. */
const selectTiles = ({ call }: CallSnapshot): readonly string[] =>
  (call?.participants ?? []).filter((person) => isPresent(person) || isRefusal(person.state)).map(({ userId, state }) => `${state} ${userId}`);

const STATE_WORDS = {
  inviting: 'calling', ringing: 'ringing', connecting: 'connecting',
  declined: 'declinedShort', busy: 'busyShort', 'no-answer': 'noAnswerShort', failed: 'failedShort',
} as const;

const isRefusal = (state: string): boolean =>
  state === 'declined' || state === 'busy' || state === 'no-answer' || state === 'failed';

const hasWord = (state: string): state is keyof typeof STATE_WORDS => Object.hasOwn(STATE_WORDS, state);

/**
 * @summary Everybody in the call as tiles, as large as the space allows. Who is still being called shows how far that is.
 * @tagname trtc-participant-grid
 * @csspart list - The list of tiles.
 * @csspart tile - Each tile.
 */
export class TrtcParticipantGrid extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, participantGridStyles];

  /** Leaves out one's own tile. */
  @property({ type: Boolean, reflect: true, attribute: 'without-self' }) withoutSelf = false;

  /** Leaves out this person: they are shown elsewhere. */
  @property() except = '';

  /** Pixels between tiles. */
  @property({ converter: numberOr(8) }) gap = 8;

  readonly #tiles = new SnapshotController(this, selectTiles, sameItems);
  readonly #comings = new Comings();
  #last: Coming | undefined;
  readonly #refusals = new RecentRefusals(this);
  readonly #size = new ResizeObserver(() => this.#pack());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  get #shown(): readonly string[] {
    const tiles = this.#tiles.value;
    const refused = tiles.filter((tile) => isRefusal(stateOf(tile)));
    const recent = this.#refusals.recent(refused);
    const others = tiles.filter((tile) => userIdOf(tile) !== this.except && (!refused.includes(tile) || recent.includes(tile)));
    return this.withoutSelf || this.except === SELF ? others : [...others, `joined ${SELF}`];
  }

  /** The first tile's view. */
  get firstView(): TrtcVideoView | null {
    return this.renderRoot.querySelector('trtc-video-view');
  }

  #pack(): void {
    const list = this.renderRoot.querySelector('ul');
    if (!list) return;
    const { tileWidth, tileHeight } = packTiles({ width: list.clientWidth, height: list.clientHeight }, this.#shown.length, { gap: this.gap });
    list.style.setProperty('gap', `${this.gap}px`);
    list.style.setProperty('--_tile-width', `${tileWidth}px`);
    list.style.setProperty('--_tile-height', `${tileHeight}px`);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#pack();
  }

  protected override render(): TemplateResult {
    return html`
      <ul part="list" aria-label=${this.say(personWords, 'people')} lang=${this.words.language}>
        ${repeat(this.#shown, userIdOf, (tile) => this.#tile(tile))}
      </ul>
      <div class="visually-hidden" role="status" lang=${this.words.language}>${this.#news()}</div>`;
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
    const state = stateOf(tile);
    if (userId === SELF) return html`<li part="tile"><trtc-video-view local exportparts="frame"></trtc-video-view></li>`;
    return html`
      <li part="tile" class=${state === 'joined' ? '' : 'away'}>
        <trtc-video-view user-id=${userId}></trtc-video-view>
        ${hasWord(state) ? html`<span class="state">${this.say(callWords, STATE_WORDS[state])}</span>` : nothing}
      </li>`;
  }
}

const stateOf = (tile: string): string => tile.slice(0, tile.indexOf(' '));
const userIdOf = (tile: string): string => tile.slice(tile.indexOf(' ') + 1);

declare global {
  interface HTMLElementTagNameMap { 'trtc-participant-grid': TrtcParticipantGrid }
}
