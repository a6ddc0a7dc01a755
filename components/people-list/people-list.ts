import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CallSnapshot, ParticipantState } from '../../src/calling/state/call-state.js';
import { isPresent, selectDisplayName, selectParticipant } from '../../src/calling/state/selectors.js';
import { hostStyles } from '../base/host.styles.js';
import { RecentRefusals } from '../base/recent-refusals.js';
import { SnapshotController, sameItems } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { flowWords } from '../locales/en/flow.js';
import { personWords } from '../locales/en/person.js';

const words = { ...callWords, ...flowWords };

const STATE_WORDS = {
  inviting: 'calling', ringing: 'ringing', connecting: 'connecting', joined: 'inTheCall',
  declined: 'declinedShort', busy: 'busyShort', 'no-answer': 'noAnswerShort', failed: 'failedShort', left: 'leftShort',
} as const satisfies Record<ParticipantState, keyof typeof words>;

/** 'ringing bob Bob': one text per person, so that a change of one is seen as one. */
const selectPeople = (snapshot: CallSnapshot): readonly string[] =>
  (snapshot.call?.participants ?? []).map(({ userId, state }) => `${state} ${userId}\n${selectDisplayName(snapshot, userId)}`);

/**
 * @summary The others in a call as a list, each with how far they are: calling, ringing, in the call, declined, busy, no
 * answer, left. Who will not come stays for a few seconds.
 * @tagname trtc-people-list
 * @csspart list - The list.
 * @csspart person - Each row.
 * @csspart state - How far they are.
 */
export class TrtcPeopleList extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, css`
    :host { display: block; container-type: inline-size; inline-size: 100%; color: inherit; text-align: start; }
    ul { list-style: none; display: grid; gap: 4px; inline-size: fit-content; max-inline-size: 100%; max-block-size: 100%; margin-inline: auto; overflow: auto; }
    .many { grid-template-columns: repeat(2, minmax(0, 1fr)); column-gap: 24px; }
    @container (max-inline-size: 279px) { .many { grid-template-columns: 1fr; } }
    li { display: flex; align-items: center; gap: 12px; min-block-size: 40px; min-inline-size: 0; --trtc-avatar-size: 32px; }
    .words { min-inline-size: 0; line-height: 1.3; }
    .name { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .state { font-size: var(--_text-s); color: var(--trtc-person-muted, inherit); overflow-wrap: anywhere; }
    .over trtc-avatar { filter: saturate(0.3) opacity(0.7); }
  `];

  readonly #people = new SnapshotController(this, selectPeople, sameItems);
  readonly #refusals = new RecentRefusals(this);

  protected override render(): TemplateResult | typeof nothing {
    const { calling } = this;
    const ids = this.#people.value.map((text) => text.slice(text.indexOf(' ') + 1, text.indexOf('\n')));
    if (!calling) return nothing;
    const isOver = (userId: string): boolean => {
      const one = selectParticipant(calling.state, userId);
      return one !== undefined && !isPresent(one);
    };
    const recent = this.#refusals.recent(ids.filter(isOver));
    const shown = ids.filter((userId) => !isOver(userId) || recent.includes(userId));
    // More than fit a small panel are scrolled, by the keyboard too.
    const isMany = shown.length > 4;
    return html`
      <ul part="list" class=${isMany ? 'many' : ''} tabindex=${isMany ? 0 : nothing} aria-label=${this.say(personWords, 'people')} lang=${this.words.language}>
        ${repeat(shown, (userId) => userId, (userId) => this.#row(calling.state, userId, isOver(userId)))}
      </ul>`;
  }

  #row(snapshot: CallSnapshot, userId: string, isOver: boolean): TemplateResult | typeof nothing {
    const one = selectParticipant(snapshot, userId);
    if (!one) return nothing;
    const state = this.say(words, STATE_WORDS[one.state]);
    return html`
      <li part="person" class=${isOver ? 'over' : ''}>
        <trtc-avatar user-id=${userId} decorative></trtc-avatar>
        <div class="words">
          <div class="name" dir="auto">${selectDisplayName(snapshot, userId)}</div>
          <div class="state" part="state">${one.message === '' ? state : `${state} ${this.say(flowWords, 'saying', { message: one.message })}`}</div>
        </div>
      </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-people-list': TrtcPeopleList }
}
