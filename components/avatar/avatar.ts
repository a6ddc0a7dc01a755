import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { selectPerson } from '../base/person.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { avatarStyles } from './avatar.styles.js';
import { hueOf, initialsOf } from './portrait.js';

/**
 * @summary One person's picture: the profile's, or initials on a colour that the user id always gets.
 * @tagname trtc-avatar
 * @csspart disc - The round ground.
 * @csspart initials - The initials.
 * @csspart image - The picture.
 * @cssproperty [--trtc-avatar-size=48px] - Its width.
 */
export class TrtcAvatar extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, avatarStyles];

  /** Whose picture; the profile gives name and image. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Shows oneself. */
  @property({ type: Boolean, reflect: true }) local = false;

  /** A name in place of the profile's. */
  @property() name = '';

  /** An image in place of the profile's. */
  @property() src = '';

  /** Says nothing to screen readers: the name stands beside it. */
  @property({ type: Boolean, reflect: true }) decorative = false;

  @state() private brokenSrc = '';

  readonly #person = new SnapshotController(this, (snapshot) => {
    const { userId, name, avatarUrl } = selectPerson(this, snapshot);
    return { userId, name, avatarUrl };
  }, sameFields);

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const disc = this.renderRoot.querySelector<HTMLElement>('.disc');
    disc?.style.setProperty('--hue', String(hueOf(this.#person.value.userId || this.name)));
  }

  readonly #onBroken = (event: Event): void => {
    if (event.target instanceof HTMLImageElement) this.brokenSrc = event.target.src;
  };

  protected override render(): TemplateResult {
    const { name, avatarUrl } = this.#person.value;
    const shownName = this.name || name;
    const initials = initialsOf(shownName);
    const src = this.src || avatarUrl;
    return html`
      <div class="disc" part="disc" role=${this.decorative ? nothing : 'img'} aria-hidden=${this.decorative ? 'true' : nothing}
        aria-label=${this.decorative || shownName === '' ? nothing : shownName}>
        <span class="initials ${initials.length > 1 ? 'two' : ''}" part="initials" aria-hidden="true">${initials}</span>
        ${src && src !== this.brokenSrc
          ? html`<img part="image" src=${src} alt="" referrerpolicy="no-referrer" draggable="false" @error=${this.#onBroken}>`
          : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-avatar': TrtcAvatar }
}
