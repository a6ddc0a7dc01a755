import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { composedAncestors } from '../base/composed-tree.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { TrtcMicRequestEvent } from '../events/media-requests.js';
import { micIcon, micOffIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';
import type { PushToTalk } from './push-to-talk.js';

/**
 * @summary Turns the microphone off and on; with `push-to-talk` it is on only while the button or a key is held.
 * @tagname trtc-mic-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - Pressed. Bubbles; prevent it to leave the microphone as it is.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcMicButton extends ControlButton {
  /** Muted unless the button or the key is held. The panel's `push-to-talk` does the same for its button. */
  @property({ type: Boolean, reflect: true, attribute: 'push-to-talk' }) pushToTalk = false;

  /** The key to hold, as `KeyboardEvent.code` names it; it counts within the panel. Empty: the space key. */
  @property({ attribute: 'talk-key' }) talkKey = '';

  #talk: PushToTalk | undefined;
  /** The call that was muted for a start. */
  #begun = '';

  readonly #state = new SnapshotController(this, ({ call, devices: { microphone } }) => ({
    callId: call?.phase === 'ringing' ? '' : call?.callId ?? '',
    isMuted: microphone.muted || (microphone.error !== 0 && !microphone.on),
    isRinging: call?.phase === 'ringing',
  }), sameFields);

  protected override get face(): ButtonFace {
    const { isMuted, isRinging } = this.#state.value;
    return {
      icon: isMuted ? micOffIcon : micIcon,
      name: this.say(controlWords, 'microphone'),
      hint: this.say(controlWords, this.#isPushToTalk ? 'holdToTalk' : isMuted ? 'unmute' : 'mute'),
      label: this.say(controlWords, 'mic'),
      pressed: !isMuted,
      tone: isMuted ? 'off' : 'plain',
      disabled: isRinging,
    };
  }

  override disconnectedCallback(): void {
    // While it still knows whom to tell.
    this.#endTalk();
    super.disconnectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#isPushToTalk || !this.isConnected) return this.#endTalk();
    const { callId } = this.#state.value;
    if (callId !== '' && callId !== this.#begun) this.calling?.setMicMute(true);
    this.#begun = callId;
    if (!this.#talk) void this.#beginTalk();
    return undefined;
  }

  /** By its own attribute, or by that of a panel, a bar or a provider around it. */
  get #holder(): Element | undefined {
    if (this.pushToTalk) return this;
    return [...composedAncestors(this)].find((element) => element.localName.startsWith('trtc-') && element.hasAttribute('push-to-talk'));
  }

  get #isPushToTalk(): boolean {
    return this.#holder !== undefined;
  }

  async #beginTalk(): Promise<void> {
    const { PushToTalk } = await import('./push-to-talk.js');
    if (this.#talk || !this.#isPushToTalk || !this.isConnected) return;
    this.#talk = new PushToTalk({
      button: this,
      key: () => this.#holder?.getAttribute('talk-key') || 'Space',
      isPossible: () => this.#state.value.callId !== '' && !this.disabled,
      talk: (on) => void this.#mute(!on),
    });
  }

  #endTalk(): void {
    this.#talk?.end();
    this.#talk = undefined;
    this.#begun = '';
  }

  protected override press(): Promise<unknown> {
    return this.#mute(!this.#state.value.isMuted);
  }

  #mute(muted: boolean): Promise<unknown> {
    return perform(this, this.calling, new TrtcMicRequestEvent(muted), (calling) => calling.setMicMute(muted));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-mic-button': TrtcMicButton }
}
