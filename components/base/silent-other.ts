import { html, nothing, type TemplateResult } from 'lit';
import type { Participant } from '../../src/calling/state/call-state.js';
import { micOffIcon } from '../icons/call.js';

/** Of two, the other is there with their microphone off. Who is being reconnected to has not turned it off. */
export const isOtherSilent = ([other, ...more]: readonly Participant[]): boolean =>
  other?.state === 'joined' && more.length === 0 && !other.audio && other.link !== 'reconnecting';

/** A crossed microphone, with its name for who does not see it; nothing where `label` is ''. */
export const silentMark = (label: string): TemplateResult | typeof nothing =>
  label === '' ? nothing : html`<span class="mic" role="img" aria-label=${label}>${micOffIcon}</span>`;
