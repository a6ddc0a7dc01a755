import { property } from 'lit/decorators.js';
import { isPresent } from '../../src/calling/state/selectors.js';
import { listConverter } from '../base/attributes.js';
import { composedAncestors } from '../base/composed-tree.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { performInPage } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { MOST_OTHERS } from '../dial-pad/check-user-ids.js';
import { TrtcPickRequestEvent } from '../events/flow-requests.js';
import { addPersonIcon } from '../icons/people.js';
import type { InvitePerson } from '../invite-picker/candidates.js';
import { inviteWords } from '../locales/en/invite.js';

/**
 * @summary Opens a card in which people are chosen and invited: a `<trtc-invite-picker>`, fetched when it is first wanted.
 * Nothing while it rings; seen and out of use when the call is full.
 * @tagname trtc-invite-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcPickRequestEvent} trtc-pick-request - Pressed. Bubbles; prevent it to show a picker of your own.
 * @fires {TrtcInviteRequestEvent} trtc-invite-request - Valid people are to be called. Bubbles; prevent it to do it in another way.
 * @fires {TrtcInviteSentEvent} trtc-invite-sent - The invitations are out. Bubbles.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcInviteButton extends ControlButton {
  /** Who is suggested: `{ userId, nickname, avatarUrl }`. */
  @property({ attribute: false, converter: listConverter }) people: readonly InvitePerson[] = [];

  readonly #call = new SnapshotController(this, ({ session, call }) => ({
    isReady: session.phase === 'logged-in',
    isRinging: call?.phase === 'ringing',
    isFull: (call?.participants.filter(isPresent).length ?? 0) >= MOST_OTHERS,
  }), sameFields);

  #card: HTMLElement | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  protected override get face(): ButtonFace {
    const { isReady, isRinging, isFull } = this.#call.value;
    const name = this.say(inviteWords, 'addPeople');
    return { icon: addPersonIcon, name, label: this.say(inviteWords, 'addShort'), disabled: !isReady || isFull, absent: isRinging };
  }

  protected override press(): Promise<unknown> {
    if (this.#card) return Promise.resolve(this.#close());
    return performInPage(this, new TrtcPickRequestEvent(), async () => {
      await import('../invite-picker/invite-picker.define.js');
      if (this.isConnected) this.#open();
    });
  }

  #open(): void {
    const picker = document.createElement('trtc-invite-picker');
    Object.assign(picker, { people: this.people, popover: 'auto', role: 'dialog', ariaLabel: this.say(inviteWords, 'addPeople') });
    picker.addEventListener('toggle', (event) => { if (event instanceof ToggleEvent && event.newState === 'closed') this.#close(); });
    picker.addEventListener('trtc-invite-sent', () => this.#close());
    this.#card = picker;
    this.#ground.append(picker);
    picker.showPopover();
    void picker.updateComplete.then(() => picker.focus());
  }

  /** In a menu that closes with the press the card would go with it: then it stands beside the menu. */
  get #ground(): ParentNode & Node {
    const menu = [...composedAncestors(this)].find((element) => element instanceof HTMLElement && element.popover !== null);
    const root = menu?.getRootNode();
    const around = root instanceof ShadowRoot ? root.host.getRootNode() : undefined;
    return menu && around instanceof ShadowRoot ? around : this.renderRoot;
  }

  #close(): void {
    const card = this.#card;
    this.#card = undefined;
    // Closing gives the focus back to where it was; removing would lose it.
    if (card?.matches(':popover-open')) card.hidePopover();
    card?.remove();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-invite-button': TrtcInviteButton }
}
