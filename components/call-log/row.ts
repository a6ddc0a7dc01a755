import { html, nothing, type TemplateResult } from 'lit';
import type { CallLogEntry } from '../../src/calling/call-log.js';
import { VIDEO_CALL } from '../../src/calling/state/call-state.js';
import { phoneIcon } from '../icons/call.js';
import { cameraIcon } from '../icons/media.js';
import { incomingIcon, missedIcon, outgoingIcon } from '../icons/people.js';

interface Row {
  readonly entry: CallLogEntry;
  readonly name: string;
  /** The first of them, whose picture is shown. */
  readonly first: string;
  readonly what: string;
  readonly when: string;
  readonly exactly: string;
  /** The name of the button. */
  readonly again: string;
  readonly isFresh: boolean;
  readonly isReady: boolean;
  readonly onAgain: (event: MouseEvent) => void;
}

/** One call. */
export const logRow = ({ entry, name, first, what, when, exactly, again, isFresh, isReady, onAgain }: Row): TemplateResult => {
  const { missed, direction, type, people, at, message } = entry;
  return html`
    <li class="row ${missed ? 'missed' : ''} ${isFresh ? 'fresh' : ''}" part="row">
      <trtc-avatar user-id=${people[0]?.userId ?? ''} name=${first} decorative></trtc-avatar>
      <div class="words">
        <div class="name" part="name" dir=${people.length > 1 ? nothing : 'auto'}>${name}</div>
        <div class="what">${missed ? missedIcon : direction === 'outgoing' ? outgoingIcon : incomingIcon}<span>${what}</span></div>
        ${message === '' ? nothing : html`<div class="what"><span dir="auto">${message}</span></div>`}
      </div>
      <time datetime=${new Date(at).toISOString()} title=${exactly}>${when}</time>
      <button type="button" class="again" part="button" aria-label=${again} title=${again} aria-disabled=${isReady ? nothing : 'true'} @click=${onAgain}>
        ${type === VIDEO_CALL ? cameraIcon : phoneIcon}
      </button>
    </li>`;
};
