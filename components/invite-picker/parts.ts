import { html, nothing, type TemplateResult } from 'lit';
import { isImageUrl } from '../../src/calling/arguments.js';
import { VIDEO_CALL, type CallType } from '../../src/calling/state/call-state.js';
import { closeIcon, phoneIcon } from '../icons/call.js';
import { cameraIcon } from '../icons/media.js';
import { checkIcon } from '../icons/people.js';
import type { InvitePerson } from './candidates.js';

/** Only what an `<img>` may load without running anything. */
const avatar = ({ userId, avatarUrl = '' }: InvitePerson, name: string): TemplateResult =>
  html`<trtc-avatar user-id=${userId} name=${name} src=${isImageUrl(avatarUrl) ? avatarUrl : ''} decorative></trtc-avatar>`;

interface Chip {
  readonly person: InvitePerson;
  readonly name: string;
  /** What a press does. */
  readonly label: string;
  readonly onRemove: () => void;
}

/** Somebody who is chosen; a press lets them go. */
export const personChip = ({ person, name, label, onRemove }: Chip): TemplateResult => html`
  <li><button type="button" class="chip" aria-label=${label} @click=${onRemove}>${avatar(person, name)}<span dir="auto">${name}</span>${closeIcon}</button></li>`;

interface Option {
  readonly person: InvitePerson;
  readonly index: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** In the call already. */
  readonly isIn: boolean;
  readonly onPick: () => void;
}

/** Somebody who is offered. The keyboard stays in the field, so that a press must not take the focus from it. */
export const personOption = ({ person, index, name, isActive, isChosen, isIn, onPick }: Option): TemplateResult => html`
  <div class="option ${isActive ? 'active' : ''}" part="option" id=${`option-${index}`} role="option" aria-selected=${isChosen} aria-disabled=${isIn ? 'true' : nothing}
    @pointerdown=${(event: Event) => event.preventDefault()} @click=${onPick}>
    ${avatar(person, name)}
    <div class="who"><div class="name" dir="auto">${name}</div>${name === person.userId ? nothing : html`<div class="id">${person.userId}</div>`}</div>
    ${isChosen || isIn ? checkIcon : nothing}
  </div>`;

interface Go {
  /** 0: into the call that is on. */
  readonly type: CallType | 0;
  readonly word: string;
  readonly isDisabled: boolean;
  readonly onPress: (event: MouseEvent) => void;
}

export const goButton = ({ type, word, isDisabled, onPress }: Go): TemplateResult => html`
  <button type="button" class="go" part="button" aria-disabled=${isDisabled ? 'true' : nothing} @click=${onPress}>
    ${type === 0 ? nothing : type === VIDEO_CALL ? cameraIcon : phoneIcon}<span>${word}</span>
  </button>`;
