import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import type { CallSnapshot, Participant, ParticipantState } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { hostStyles } from '../base/host.styles.js';
import { noteStyles } from '../base/note.styles.js';
import { RecentRefusals } from '../base/recent-refusals.js';
import { SnapshotController, sameItems } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { flowWords } from '../locales/en/flow.js';

/** So many at once. */
const MAX_NOTES = 3;

const GONE: ReadonlySet<ParticipantState> = new Set(['declined', 'busy', 'no-answer', 'failed', 'left']);

/** 'declined bob': one text per person who will not come, or is gone. */
const selectGone = ({ call }: CallSnapshot): readonly string[] =>
  (call?.participants ?? []).filter(({ state }) => GONE.has(state)).map(({ userId, state }) => `${state} ${userId}`);

/**
 * @summary Says for a few seconds who declined (and what they said), is busy, did not answer, could not be reached or left,
 * while the call goes on with others. It is announced politely.
 * @tagname trtc-call-news
 * @csspart note - Each line.
 * @cssstate shown - Something is told just now.
 */
export class TrtcCallNews extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, noteStyles, css`
    :host { container-type: inline-size; }
    .news { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; }
    .note { margin-inline: 0; }
    /* Little room: the latest is seen, all of them are said. */
    @container (max-inline-size: 479px) {
      .note:not(:last-child) { position: absolute; inline-size: 1px; block-size: 1px; min-block-size: 0; padding: 0; overflow: hidden; clip-path: inset(50%); }
    }
  `];

  readonly #gone = new SnapshotController(this, selectGone, sameItems);
  readonly #recent = new RecentRefusals(this);

  protected override render(): TemplateResult {
    const recent = this.#recent.recent(this.#gone.value).slice(-MAX_NOTES);
    this.states.set('shown', recent.length > 0);
    return html`
      <div class="news" role="status" lang=${this.words.language}>
        ${recent.map((key) => html`<div class="note" part="note"><span class="words">${this.#line(key.slice(key.indexOf(' ') + 1))}</span></div>`)}
      </div>`;
  }

  #line(userId: string): string {
    const snapshot = this.calling?.state;
    const one = snapshot?.call?.participants.find((each) => each.userId === userId);
    if (!snapshot || !one) return '';
    const line = this.#what(one, selectDisplayName(snapshot, userId));
    return one.message === '' ? line : `${line} ${this.say(flowWords, 'saying', { message: one.message })}`;
  }

  #what({ state }: Participant, name: string): string {
    switch (state) {
      case 'declined': return this.say(callWords, 'remoteReject', { name });
      case 'busy': return this.say(callWords, 'busy', { name });
      case 'no-answer': return this.say(callWords, 'noAnswer', { name });
      case 'failed': return this.say(flowWords, 'notReached', { name });
      case 'left': return this.say(callWords, 'leftNow', { name });
      default: return '';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-news': TrtcCallNews }
}
