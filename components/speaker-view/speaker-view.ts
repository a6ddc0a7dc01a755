import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { isPresent, selectDisplayName, selectMainStage } from '../../src/calling/state/selectors.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { splitUserIds } from '../call-button/dial.js';
import { TrtcPinRequestEvent } from '../events/view-requests.js';
import { unpinIcon } from '../icons/view.js';
import { personWords } from '../locales/en/person.js';
import type { TrtcVideoView } from '../video-view/video-view.js';
import { ActiveSpeaker } from './active-speaker.js';
import { mainStageOf, type MainStage } from './main-stage.js';
import { ScreenFirst } from './screen-first.js';
import { speakerViewStyles } from './speaker-view.styles.js';

/**
 * @summary One person or a shared screen large, everybody else in a strip beside it or below. Large is who is pinned, else a
 * shared screen, else whoever speaks. A screen goes before whoever was pinned before it came.
 * @tagname trtc-speaker-view
 * @slot - Put over the large picture.
 * @fires {TrtcPinRequestEvent} trtc-pin-request - Somebody is to be large, or no longer: by a double click or by a pin. Bubbles; prevent it to leave things as they are.
 * @csspart main - The large picture.
 * @csspart strip - The others.
 */
export class TrtcSpeakerView extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, speakerViewStyles];

  /** Who stays large whoever speaks. Empty, or somebody who is not there: nobody. A screen that comes to be shared empties it; set while it is there, the person goes before the screen. */
  @property({ reflect: true }) pinned = '';

  readonly #people = new SnapshotController(this, ({ call }) => (call?.participants ?? []).filter(isPresent).map(({ userId }) => userId).join(' '));
  readonly #sharer = new SnapshotController(this, selectMainStage);
  readonly #speaker = new ActiveSpeaker(this, () => this.#people.value);

  readonly #screenFirst = new ScreenFirst();

  /** The view of the large picture. */
  get mainView(): TrtcVideoView | null {
    return this.renderRoot.querySelector('trtc-video-view');
  }

  get #main(): MainStage {
    const people = splitUserIds(this.#people.value);
    return mainStageOf({ people, pinned: this.pinned, sharer: this.#sharer.value, speaker: this.#speaker.among(people) });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#screenFirst.hasCome(this.#sharer.value) && !changed.has('pinned')) this.pinned = '';
  }

  /** After everybody outside had their say. */
  readonly #onPin = (event: Event): void => {
    if (!(event instanceof TrtcPinRequestEvent)) return;
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.pinned = event.detail.pinned ? event.detail.userId : '';
    });
  };

  readonly #unpin = (): void => {
    if (this.pinned !== '') this.renderRoot.querySelector('.main')?.dispatchEvent(new TrtcPinRequestEvent(this.pinned, false));
  };

  protected override render(): TemplateResult {
    const { userId, isScreen } = this.#main;
    const isAlone = this.#people.value === '';
    const isPinned = !isScreen && userId !== '' && userId === this.pinned;
    return html`
      <div class="parts ${isAlone ? 'alone' : ''}" lang=${this.words.language} @trtc-pin-request=${this.#onPin}>
        <div class="main" part="main" @dblclick=${this.#unpin}>
          <trtc-video-view ?local=${userId === ''} user-id=${userId} stream-type=${isScreen ? 2 : 0}><slot></slot></trtc-video-view>
          ${isPinned ? this.#unpinButton(userId) : nothing}
        </div>
        ${isAlone ? nothing : html`<trtc-participant-grid part="strip" strip pinnable except=${isScreen ? '' : userId}></trtc-participant-grid>`}
      </div>`;
  }

  #unpinButton(userId: string): TemplateResult {
    const name = this.calling ? selectDisplayName(this.calling.state, userId) : userId;
    return html`<button type="button" class="unpin" aria-label=${this.say(personWords, 'unpin', { name })} @click=${this.#unpin}>${unpinIcon}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-speaker-view': TrtcSpeakerView }
}
