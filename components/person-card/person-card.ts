import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { callWords } from '../locales/en/call.js';
import { splitUserIds } from '../call-button/dial.js';
import { levelWriter } from '../video-view/show-level.js';
import { peopleLine } from './people-line.js';
import { personCardStyles } from './person-card.styles.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';

const MAX_FACES = 3;

/**
 * @summary Who a call is with, large: avatars, names and a line under them.
 * @tagname trtc-person-card
 * @slot - The line under the name, such as `<trtc-call-status>` or `<trtc-call-timer>`.
 * @csspart name - The name or names.
 * @csspart status - The line under it.
 * @cssproperty [--trtc-person-size=128px] - How large the avatar is.
 */
export class TrtcPersonCard extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, personCardStyles];

  /** Who: user ids with spaces between. */
  @property({ attribute: 'user-ids' }) userIds = '';

  /** Lets a slow ring breathe around the avatar: it is being called. */
  @property({ type: Boolean, reflect: true }) ringing = false;

  readonly #names = new SnapshotController(this, (snapshot) =>
    this.#ids.map((userId) => selectDisplayName(snapshot, userId)).join('\n'));

  protected readonly voice = new WatchController(
    this,
    () => (this.#ids.length === 1 ? this.#ids[0] : undefined),
    (calling, userId) => {
      const write = levelWriter(this.renderRoot);
      const stop = calling.levels.watch(userId, write);
      return () => { stop(); write(0); };
    },
  );

  get #ids(): readonly string[] {
    return splitUserIds(this.userIds);
  }

  protected override render(): TemplateResult {
    const ids = this.#ids;
    const names = this.#names.value.split('\n');
    const line = peopleLine((key, ...params) => this.say(callWords, key, ...params), names);
    return html`
      <div class="card ${this.ringing ? 'calling' : ''}" lang=${this.words.language}>
        <div class="faces ${ids.length > 1 ? 'several' : ''}">
          ${ids.slice(0, MAX_FACES).map((userId) => html`
            <div class="face">
              ${ids.length === 1 ? html`<div class="wave"></div><div class="wave late"></div><div class="halo"><div class="swell"></div></div>` : nothing}
              <trtc-avatar user-id=${userId} decorative></trtc-avatar>
            </div>`)}
        </div>
        <div class="words">
          <div class="name" part="name" dir=${ids.length > 1 ? nothing : 'auto'}>${line}</div>
          <div class="status" part="status"><slot></slot></div>
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-person-card': TrtcPersonCard }
}
