import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CallLogEntry } from '../../src/calling/call-log.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { numberOr } from '../base/attributes.js';
import { isEcho } from '../base/double-press.js';
import { observeSight } from '../base/observe-sizes.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { dial } from '../call-button/dial.js';
import { TrtcCallRequestEvent } from '../events/call-requests.js';
import { TrtcClearLogRequestEvent } from '../events/flow-requests.js';
import { callWords } from '../locales/en/call.js';
import { controlWords } from '../locales/en/controls.js';
import { logWords } from '../locales/en/log.js';
import { peopleLine } from '../person-card/people-line.js';
import { callLogStyles } from './call-log.styles.js';
import { logRow } from './row.js';
import { whatOf } from './what.js';
import { exactly, whenOf } from './when.js';

/** How often "5 min. ago" is looked at again, ms. */
const REFRESH_MS = 30_000;
/** So many people are asked for their names, when nobody else has done so. */
const MAX_ASKED = 20;

/**
 * @summary The calls that were: with whom, which way, when, how long; missed ones stand out and are counted until the list
 * is seen. One press calls again, with sound or picture as it was. It is the same in every tab.
 * @tagname trtc-call-log
 * @slot empty - In place of "No calls yet".
 * @fires {TrtcCallRequestEvent} trtc-call-request - "Call again" was pressed. Bubbles; prevent it to call in another way.
 * @fires {TrtcClearLogRequestEvent} trtc-clear-log-request - The list is to be emptied. Bubbles; prevent it to keep it.
 * @fires {TrtcErrorEvent} trtc-error - Calling did not work. Bubbles.
 * @csspart title - The heading.
 * @csspart count - How many missed calls are new.
 * @csspart row - Each call.
 * @csspart name - With whom.
 * @csspart button - The buttons that call again.
 * @cssproperty [--trtc-call-log-button-color] - The picture of the buttons that call again.
 * @cssstate empty - There are no calls.
 * @cssstate unseen - Missed calls are new.
 */
export class TrtcCallLog extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, callLogStyles];

  /** So many calls at most, the latest; 0 shows all that are remembered. */
  @property({ converter: numberOr(0) }) limit = 0;

  /** Only calls that were missed. */
  @property({ type: Boolean, reflect: true, attribute: 'missed-only' }) missedOnly = false;

  @state() private isClearing = false;
  /** The calls that were new when this list came into view. */
  @state() private fresh: ReadonlySet<string> = new Set();

  readonly #session = new SnapshotController(this, ({ session, call, profiles }) => ({
    isReady: session.phase === 'logged-in' && call === null, userId: session.userId, profiles,
  }), sameFields);
  protected readonly log = new WatchController(this, () => 'log', (calling) => calling.callLog.subscribe(() => this.requestUpdate()));
  protected readonly clock = new WatchController(this, () => (this.#entries.length > 0 ? 'clock' : undefined), () => {
    const timer = setInterval(() => this.requestUpdate(), REFRESH_MS);
    return () => clearInterval(timer);
  });
  readonly #sight = observeSight((entries) => { this.#isSeen = entries.at(-1)?.isIntersecting === true; this.#look(); });
  readonly #asked = new Set<string>();
  #isSeen = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
    this.#isSeen = false;
    this.fresh = new Set();
    this.isClearing = false;
  }

  get #entries(): readonly CallLogEntry[] {
    const all = this.calling?.callLog.entries ?? [];
    const wanted = this.missedOnly ? all.filter(({ missed }) => missed) : all;
    return this.limit > 0 ? wanted.slice(0, this.limit) : wanted;
  }

  /** Whoever has the list in view has seen what is new; it stays marked until the list goes. */
  #look(): void {
    const log = this.calling?.callLog;
    if (!log || !this.#isSeen || log.unseen === 0 || document.visibilityState !== 'visible') return;
    const missed = log.entries.filter((entry) => entry.missed).slice(0, log.unseen);
    this.fresh = new Set([...this.fresh, ...missed.map(({ callId }) => callId)]);
    log.markSeen();
  }

  #askNames(): void {
    const { calling } = this;
    if (calling?.state.session.phase !== 'logged-in') return;
    const unknown = this.#entries.flatMap(({ people }) => people).map(({ userId }) => userId)
      .filter((userId) => !this.#asked.has(userId) && !Object.hasOwn(calling.state.profiles, userId));
    const asked = [...new Set(unknown)].slice(0, MAX_ASKED - this.#asked.size).filter((userId) => /^[\w-]{1,32}$/.test(userId));
    for (const userId of asked) this.#asked.add(userId);
    if (asked.length > 0) void calling.getUserProfiles(asked);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.states.set('empty', this.#entries.length === 0);
    this.states.set('unseen', (this.calling?.callLog.unseen ?? 0) > 0);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#look();
    this.#askNames();
  }

  #namesOf({ people }: CallLogEntry): readonly string[] {
    return people.map(({ userId, nickname }) => {
      const known = this.calling ? selectDisplayName(this.calling.state, userId) : userId;
      return known === userId ? nickname || userId : known;
    });
  }

  readonly #onAgain = (event: MouseEvent, { people, type }: CallLogEntry): void => {
    if (isEcho(this, event) || !this.#session.value.isReady) return;
    const userIds = people.map(({ userId }) => userId);
    void perform(this, this.calling, new TrtcCallRequestEvent(userIds, type), (calling) => dial(calling, userIds, type));
  };

  readonly #onClear = (): void => {
    this.isClearing = false;
    void perform(this, this.calling, new TrtcClearLogRequestEvent(), (calling) => calling.callLog.clear());
  };

  protected override render(): TemplateResult {
    const entries = this.#entries;
    const unseen = this.calling?.callLog.unseen ?? 0;
    return html`
      <section lang=${this.words.language} aria-labelledby="title">
        <div class="head">
          <h2 class="title" part="title" id="title">${this.say(logWords, 'calls')}</h2>
          ${unseen > 0 ? html`<span class="count" part="count" role="img" aria-label=${this.say(logWords, 'unseenMissed', { count: unseen })}>${unseen}</span>` : nothing}
          ${entries.length > 0 ? this.#tools() : nothing}
        </div>
        ${entries.length === 0
          ? html`<slot name="empty"><p class="empty">${this.say(logWords, 'noCallsYet')}</p></slot>`
          : html`<ul aria-labelledby="title">${repeat(entries, ({ callId }) => callId, (entry) => this.#row(entry))}</ul>`}
      </section>`;
  }

  #tools(): TemplateResult {
    if (!this.isClearing) {
      return html`<div class="tools"><button type="button" class="clear" @click=${() => { this.isClearing = true; }}>${this.say(logWords, 'clearCalls')}</button></div>`;
    }
    return html`
      <div class="tools" role="group" aria-label=${this.say(logWords, 'clearAllCalls')}>
        <span role="status">${this.say(logWords, 'clearAllCalls')}</span>
        <button type="button" @click=${() => { this.isClearing = false; }}>${this.say(logWords, 'keepCalls')}</button>
        <button type="button" class="danger" @click=${this.#onClear}>${this.say(logWords, 'clearConfirm')}</button>
      </div>`;
  }

  #row(entry: CallLogEntry): TemplateResult {
    const names = this.#namesOf(entry);
    const name = peopleLine((key, ...params) => this.say(callWords, key, ...params), names);
    const { language } = this.words;
    return logRow({
      entry, name, first: names[0] ?? '', isFresh: this.fresh.has(entry.callId), isReady: this.#session.value.isReady,
      what: whatOf((key, ...params) => this.say(logWords, key, ...params), entry),
      when: whenOf(entry.at, Date.now(), language), exactly: exactly(entry.at, language),
      again: this.say(controlWords, entry.type === 2 ? 'videoCallUser' : 'callUser', { name }),
      onAgain: (event) => this.#onAgain(event, entry),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-log': TrtcCallLog }
}
