import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AUDIO_CALL, VIDEO_CALL, type CallSnapshot, type CallType } from '../../src/calling/state/call-state.js';
import { isPresent, selectDisplayName } from '../../src/calling/state/selectors.js';
import { listConverter } from '../base/attributes.js';
import { isEcho } from '../base/double-press.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { dial, splitUserIds } from '../call-button/dial.js';
import { checkUserIds, MOST_OTHERS } from '../dial-pad/check-user-ids.js';
import { TrtcInviteRequestEvent, TrtcInviteSentEvent } from '../events/flow-requests.js';
import { controlWords } from '../locales/en/controls.js';
import { dialerWords } from '../locales/en/dialer.js';
import { errorWords } from '../locales/en/errors.js';
import { inviteWords } from '../locales/en/invite.js';
import { errorWordOf } from '../locales/error-words.js';
import { matching, mergePeople, peopleIn, recentPeople, type InvitePerson } from './candidates.js';
import { invitePickerStyles } from './invite-picker.styles.js';
import { goButton, personChip, personOption } from './parts.js';

interface CallNow {
  readonly isReady: boolean;
  readonly self: string;
  /** 0: no call. */
  readonly type: CallType | 0;
  /** Who cannot be invited once more, user ids with spaces between. */
  readonly present: string;
}

const selectCall = (snapshot: CallSnapshot): CallNow => ({
  isReady: snapshot.session.phase === 'logged-in',
  self: snapshot.session.userId,
  type: snapshot.call?.type ?? 0,
  present: (snapshot.call?.participants ?? []).filter(isPresent).map(({ userId }) => userId).join(' '),
});

/**
 * @summary Chooses people: for the call that is on, or for a new one. Suggestions come from `people`, from `<option>`s
 * inside, and from recent calls; anybody else by user id. A combobox with a multi-select listbox after the ARIA Authoring
 * Practices: arrows, Enter, Backspace, Esc.
 * @tagname trtc-invite-picker
 * @slot - `<option value="user id" data-avatar="picture">Name</option>`, as in a `<datalist>`.
 * @fires {TrtcInviteRequestEvent} trtc-invite-request - Valid people are to be called. Bubbles; prevent it to do it in another way.
 * @fires {TrtcInviteSentEvent} trtc-invite-sent - The invitations are out. Bubbles.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart title - The heading.
 * @csspart field - The field with those who are chosen.
 * @csspart message - What is wrong.
 * @csspart list - The suggestions.
 * @csspart option - Each of them.
 * @csspart button - The buttons that call.
 */
export class TrtcInvitePicker extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, invitePickerStyles];

  /** Who is suggested: `{ userId, nickname, avatarUrl }`. */
  @property({ attribute: false, converter: listConverter }) people: readonly InvitePerson[] = [];

  /** Who is chosen: user ids with spaces or commas between. */
  @property({ attribute: 'user-ids' }) userIds = '';

  /** Without a call, offers only `audio` or only `video`. */
  @property({ reflect: true }) type: '' | 'audio' | 'video' = '';

  /** Suggests nobody from recent calls. */
  @property({ type: Boolean, reflect: true, attribute: 'without-recent' }) withoutRecent = false;

  @state() private text = '';
  @state() private message = '';
  @state() private active = -1;
  @state() private busy = false;
  @state() private slotted: readonly InvitePerson[] = [];

  readonly #call = new SnapshotController(this, selectCall, sameFields);
  protected readonly profiles = new SnapshotController(this, (snapshot) => snapshot.profiles);
  protected readonly log = new WatchController(this, () => 'log', (calling) => calling.callLog.subscribe(() => this.requestUpdate()));

  /** Puts the cursor into its field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  get #chosen(): readonly string[] {
    return splitUserIds(this.userIds);
  }

  get #present(): readonly string[] {
    return splitUserIds(this.#call.value.present);
  }

  get #offered(): readonly InvitePerson[] {
    const recent = this.withoutRecent ? [] : recentPeople(this.calling?.callLog.entries ?? []);
    const { self } = this.#call.value;
    return matching(mergePeople(this.people, this.slotted, recent).filter(({ userId }) => userId !== self), this.text, (person) => this.#nameOf(person));
  }

  #nameOf({ userId, nickname }: InvitePerson): string {
    return nickname || (this.calling ? selectDisplayName(this.calling.state, userId) : userId);
  }

  #person(userId: string): InvitePerson {
    return mergePeople(this.people, this.slotted).find((person) => person.userId === userId) ?? { userId };
  }

  /** What speaks against these people, in words; '' when nothing does. */
  #problem(userIds: readonly string[]): string {
    const wrong = checkUserIds((key, ...params) => this.say(dialerWords, key, ...params), userIds, this.#call.value.self);
    const already = userIds.find((userId) => this.#present.includes(userId));
    const room = MOST_OTHERS - this.#present.length;
    if (already !== undefined) return this.say(inviteWords, 'alreadyIn', { name: this.#nameOf(this.#person(already)) });
    if (userIds.length > room && this.#present.length > 0) return room > 0 ? this.say(inviteWords, 'roomFor', { count: room }) : this.say(inviteWords, 'callIsFull');
    return wrong;
  }

  /** Chooses or lets go. What was offered needs no spelling check: it may be another client's id. */
  #toggle(userId: string): void {
    const chosen = this.#chosen.includes(userId) ? this.#chosen.filter((each) => each !== userId) : [...this.#chosen, userId];
    this.message = this.#problem(chosen);
    if (this.message === '' || chosen.length < this.#chosen.length) this.userIds = chosen.join(' ');
    this.text = '';
  }

  /** Takes what was typed. @returns whether nothing is left in the field */
  #takeText(): boolean {
    const typed = splitUserIds(this.text);
    if (typed.length === 0) return true;
    const chosen = [...new Set([...this.#chosen, ...typed])];
    this.message = this.#problem(chosen);
    if (this.message !== '') return false;
    this.userIds = chosen.join(' ');
    this.text = '';
    return true;
  }

  async #go(type: CallType): Promise<void> {
    if (this.busy || !this.#call.value.isReady) return;
    if (!this.#takeText()) return this.focus();
    const userIds = this.#chosen;
    this.message = userIds.length === 0 ? this.say(inviteWords, 'chooseSomebody') : this.#problem(userIds);
    if (this.message !== '') return this.focus();
    this.busy = true;
    try {
      const answer = await perform(this, this.calling, new TrtcInviteRequestEvent(userIds, type), (calling) => dial(calling, userIds, type));
      const word = errorWordOf(answer?.code ?? 0);
      if (word) this.message = this.say(errorWords, word);
      else if (answer) this.#sent(userIds);
    } finally {
      this.busy = false;
    }
  }

  #sent(userIds: readonly string[]): void {
    this.userIds = '';
    this.dispatchEvent(new TrtcInviteSentEvent(userIds));
  }

  readonly #onInput = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.text = event.target.value;
    this.message = '';
    this.active = -1;
    if (/[,;，；、]\s*$/u.test(this.text)) this.#takeText();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || !this.#onListKey(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** @returns whether the key meant something here */
  #onListKey(key: string): boolean {
    const offered = this.#offered;
    switch (key) {
      case 'ArrowDown': this.active = offered.length === 0 ? -1 : (this.active + 1) % offered.length; return true;
      case 'ArrowUp': this.active = this.active <= 0 ? offered.length - 1 : this.active - 1; return true;
      case 'Enter': return this.#onEnter(offered[this.active]);
      case 'Backspace':
        if (this.text === '' && this.#chosen.length > 0) this.userIds = this.#chosen.slice(0, -1).join(' ');
        return false;
      case 'Escape':
        if (this.text === '' && this.active < 0) return false;
        this.text = '';
        this.active = -1;
        return true;
      default: return false;
    }
  }

  #onEnter(person: InvitePerson | undefined): boolean {
    if (person) this.#toggle(person.userId);
    else if (this.text.trim() !== '') this.#takeText();
    else void this.#go(this.#mainType);
    return true;
  }

  /** The kind of the call that is on, else the one that is offered first. */
  get #mainType(): CallType {
    const { type } = this.#call.value;
    if (type !== 0) return type;
    return this.type === 'video' ? VIDEO_CALL : AUDIO_CALL;
  }

  readonly #onSlot = (event: Event): void => {
    if (event.target instanceof HTMLSlotElement) this.slotted = peopleIn(event.target.assignedElements({ flatten: true }));
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('active')) this.renderRoot.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const offered = this.#offered;
    return html`
      <div class="picker" lang=${this.words.language}>
        <h2 class="title" part="title" id="title">${this.say(inviteWords, 'addPeople')}</h2>
        <div class="field ${this.message === '' ? '' : 'wrong'}" part="field" @click=${() => this.focus()}>
          <ul class="chosen" aria-label=${this.say(inviteWords, 'chosenPeople')}>${this.#chosen.map((userId) => this.#chip(userId))}</ul>
          <input type="text" role="combobox" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="done" maxlength="400"
            aria-label=${this.say(inviteWords, 'findPeople')} placeholder=${this.say(inviteWords, 'findPeople')} aria-autocomplete="list" aria-controls="list"
            aria-expanded=${offered.length > 0} aria-activedescendant=${this.active >= 0 ? `option-${this.active}` : nothing}
            aria-describedby="message" aria-invalid=${this.message === '' ? nothing : 'true'}
            .value=${this.text} @input=${this.#onInput} @keydown=${this.#onKey}>
        </div>
        <p class="message" part="message" id="message" role="alert">${this.message}</p>
        <div class="list" part="list" id="list" role="listbox" aria-multiselectable="true" aria-label=${this.say(inviteWords, 'suggestions')}
          ?hidden=${offered.length === 0}>${offered.map((person, index) => this.#option(person, index))}</div>
        ${offered.length === 0 && this.text !== '' ? html`<p class="hint">${this.say(inviteWords, 'nobodyFound')}</p>` : nothing}
        <div class="buttons">${this.#buttons()}</div>
        <slot hidden @slotchange=${this.#onSlot}></slot>
      </div>`;
  }

  #chip(userId: string): TemplateResult {
    const person = this.#person(userId);
    const name = this.#nameOf(person);
    return personChip({ person, name, label: this.say(inviteWords, 'removePerson', { name }), onRemove: () => this.#toggle(userId) });
  }

  #option(person: InvitePerson, index: number): TemplateResult {
    return personOption({
      person, index, name: this.#nameOf(person), isActive: index === this.active, isChosen: this.#chosen.includes(person.userId),
      isIn: this.#present.includes(person.userId), onPick: () => { this.#toggle(person.userId); this.focus(); },
    });
  }

  #buttons(): readonly (TemplateResult | typeof nothing)[] {
    const { isReady, type } = this.#call.value;
    const isDisabled = !isReady || this.busy;
    const count = this.#chosen.length;
    const onGo = (event: MouseEvent, kind: CallType): void => { if (!isEcho(this, event)) void this.#go(kind); };
    if (type !== 0) {
      const word = count > 0 ? this.say(inviteWords, 'inviteCount', { count }) : this.say(inviteWords, 'invite');
      return [goButton({ type: 0, word, isDisabled, onPress: (event) => onGo(event, type) })];
    }
    return ([AUDIO_CALL, VIDEO_CALL] as const)
      .filter((kind) => this.type === '' || (this.type === 'video') === (kind === VIDEO_CALL))
      .map((kind) => goButton({ type: kind, word: this.say(controlWords, kind === VIDEO_CALL ? 'videoCall' : 'audioCall'), isDisabled, onPress: (event) => onGo(event, kind) }));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-invite-picker': TrtcInvitePicker }
}
