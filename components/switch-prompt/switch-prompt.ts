import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { VIDEO_CALL, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { isEcho } from '../base/double-press.js';
import { hostStyles } from '../base/host.styles.js';
import { noteStyles } from '../base/note.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcSwitchAnswerRequestEvent, TrtcSwitchTypeRequestEvent } from '../events/flow-requests.js';
import { cameraIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';
import { flowWords } from '../locales/en/flow.js';

const selectWish = (snapshot: CallSnapshot) => {
  const wish = snapshot.call?.switching;
  return {
    state: wish?.state ?? '',
    isToVideo: wish?.type === VIDEO_CALL,
    type: snapshot.call?.type ?? 1,
    name: wish ? selectDisplayName(snapshot, wish.userId) : '',
  } as const;
};

/**
 * @summary Asks whether to switch to video when the other side wishes it, and tells what becomes of one's own wish: asked,
 * refused, not answered. It takes no focus and is announced politely. Nothing while nobody wishes anything.
 * @tagname trtc-switch-prompt
 * @fires {TrtcSwitchAnswerRequestEvent} trtc-switch-answer-request - An answer was pressed. Bubbles; prevent it to answer in another way.
 * @fires {TrtcSwitchTypeRequestEvent} trtc-switch-type-request - The own wish was taken back. Bubbles; prevent it to go on asking.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart note - The strip.
 * @csspart button - Its buttons.
 * @cssstate asked - The other side waits for an answer here.
 */
export class TrtcSwitchPrompt extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, noteStyles];

  readonly #wish = new SnapshotController(this, selectWish, sameFields);

  readonly #onAnswer = (event: MouseEvent, agree: boolean): void => {
    if (isEcho(this, event)) return;
    void perform(this, this.calling, new TrtcSwitchAnswerRequestEvent(agree), (calling) => (agree ? calling.acceptSwitch() : calling.rejectSwitch()));
  };

  readonly #onTakeBack = (event: MouseEvent): void => {
    const { type } = this.#wish.value;
    if (isEcho(this, event)) return;
    void perform(this, this.calling, new TrtcSwitchTypeRequestEvent(type), (calling) =>
      (type === VIDEO_CALL ? calling.switchToVideoCall() : calling.switchToAudioCall()));
  };

  #line(): string {
    const { state, isToVideo, name } = this.#wish.value;
    switch (state) {
      case 'asked': return this.say(flowWords, 'wantsVideo', { name });
      case 'asking': return this.say(flowWords, isToVideo ? 'askingName' : 'askingNameAudio', { name });
      case 'refused': return this.say(flowWords, isToVideo ? 'switchRefused' : 'switchRefusedAudio', { name });
      case 'unanswered': return this.say(flowWords, 'switchUnanswered', { name });
      case '': return '';
      default: return state satisfies never;
    }
  }

  protected override render(): TemplateResult {
    const { state } = this.#wish.value;
    const line = this.#line();
    this.states.set('asked', state === 'asked');
    return html`
      <div class=${state === '' ? '' : 'note'} part=${state === '' ? nothing : 'note'} lang=${this.words.language}>
        ${state === 'asked' ? cameraIcon : nothing}
        <span class="words" role="status">${line}</span>
        ${state === 'asked' ? this.#answers() : state === 'asking' ? this.#takeBack() : nothing}
      </div>`;
  }

  #answers(): TemplateResult {
    return html`
      <div class="buttons">
        <button type="button" part="button" @click=${(event: MouseEvent) => this.#onAnswer(event, false)}>${this.say(flowWords, 'stayWithAudio')}</button>
        <button type="button" part="button" class="main" @click=${(event: MouseEvent) => this.#onAnswer(event, true)}>${this.say(flowWords, 'turnOnVideo')}</button>
      </div>`;
  }

  #takeBack(): TemplateResult {
    return html`<div class="buttons"><button type="button" part="button" @click=${this.#onTakeBack}>${this.say(controlWords, 'cancel')}</button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-switch-prompt': TrtcSwitchPrompt }
}
