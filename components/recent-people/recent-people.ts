import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { numberOr } from '../base/attributes.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { TrtcPersonRequestEvent } from '../events/flow-requests.js';
import { recentPeople } from '../invite-picker/candidates.js';
import { inviteWords } from '../locales/en/invite.js';

/**
 * @summary The people of recent calls as buttons, the latest first. A press says who; what happens then is up to what is
 * around it, such as a dial pad. Nothing while there are none.
 * @tagname trtc-recent-people
 * @fires {TrtcPersonRequestEvent} trtc-person-request - Somebody was picked. Bubbles.
 * @csspart list - The row of buttons.
 * @csspart person - Each of them.
 */
export class TrtcRecentPeople extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, css`
    :host { display: block; min-inline-size: 0; color: var(--_on-surface); }
    ul { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; }
    li { min-inline-size: 0; max-inline-size: 100%; }
    button {
      display: flex;
      align-items: center;
      gap: 8px;
      max-inline-size: 100%;
      min-block-size: 44px;
      padding: 4px 14px 4px 6px;
      border: 0;
      border-radius: 99px;
      background: var(--_surface-raised);
      font-size: var(--_text-s);
      font-weight: 600;
      cursor: pointer;
      --trtc-avatar-size: 32px;
    }
    :host(:state(rtl)) button { padding: 4px 6px 4px 14px; }
    button:hover { background: var(--_hairline); }
    span { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    @media (forced-colors: active) { button { border: 1px solid ButtonText; } }
  `];

  /** So many at most. */
  @property({ converter: numberOr(4) }) limit = 4;

  protected readonly profiles = new SnapshotController(this, (snapshot) => snapshot.profiles);
  protected readonly log = new WatchController(this, () => 'log', (calling) => calling.callLog.subscribe(() => this.requestUpdate()));

  protected override render(): TemplateResult | typeof nothing {
    const { calling } = this;
    const people = recentPeople(calling?.callLog.entries ?? []).filter(({ userId }) => userId !== calling?.state.session.userId).slice(0, this.limit);
    if (!calling || people.length === 0) return nothing;
    return html`
      <ul part="list" aria-label=${this.say(inviteWords, 'recentPeople')} lang=${this.words.language}>
        ${repeat(people, ({ userId }) => userId, ({ userId, nickname = '' }) => {
          const known = selectDisplayName(calling.state, userId);
          const name = known === userId ? nickname || userId : known;
          return html`<li><button type="button" part="person" @click=${() => this.dispatchEvent(new TrtcPersonRequestEvent(userId))}>
            <trtc-avatar user-id=${userId} name=${name} decorative></trtc-avatar><span dir="auto">${name}</span></button></li>`;
        })}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-recent-people': TrtcRecentPeople }
}
