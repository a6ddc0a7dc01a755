import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { nameOf } from '../people.js';
import { USER_ID, type Picture } from '../query.js';
import type { Say } from '../words/words.js';
import './choice.js';
import { partStyles } from './part.styles.js';

/** What a phone shows while there is no call: who it is, whom it can call, what its camera shows. Fires `picture-change`. */
@customElement('demo-phone-home')
export class DemoPhoneHome extends LitElement {
  static override styles = [partStyles, css`
    :host {
      position: absolute;
      inset: 0;
      overflow: hidden auto;
      color: #fff;
      background:
        radial-gradient(140% 70% at 15% 0%, var(--wall-1), transparent 70%),
        radial-gradient(120% 80% at 100% 100%, var(--wall-2), transparent 75%),
        var(--wall-3);
      --choice-ground: rgb(255 255 255 / 0.14);
      --choice-ink: rgb(255 255 255 / 0.82);
      --choice-chosen: #fff;
      --choice-on-chosen: #14161b;
      --choice-focus: #fff;
      --accent: #fff;
    }

    .home { display: flex; flex-direction: column; gap: 14px; min-block-size: 100%; padding: 62px 16px 20px; }
    .self { display: grid; justify-items: center; gap: 4px; padding-block: 6px 4px; text-align: center; }
    .self trtc-avatar { --trtc-avatar-size: 84px; margin-block-end: 8px; }
    h2 { font-size: 25px; font-weight: 600; line-height: 1.2; }

    .status { display: inline-flex; align-items: center; gap: 7px; min-block-size: 24px; font-size: 14px; color: rgb(255 255 255 / 0.86); }
    .status::before { content: ''; inline-size: 8px; block-size: 8px; border-radius: 50%; background: #f6c052; }
    .status.ready::before { background: #4ade80; box-shadow: 0 0 0 3px rgb(74 222 128 / 0.22); }

    .group { display: grid; border-radius: 16px; background: rgb(255 255 255 / 0.13); }
    .group h3 { padding: 10px 14px 0; font-size: 13px; font-weight: 600; color: rgb(255 255 255 / 0.8); }

    .contact { display: grid; grid-template-columns: 40px 1fr auto; align-items: center; gap: 10px; padding: 9px 10px 9px 14px; }
    .contact + .contact { border-block-start: 1px solid rgb(255 255 255 / 0.12); }
    .contact trtc-avatar { --trtc-avatar-size: 40px; }
    .contact strong { display: block; font-weight: 600; line-height: 1.25; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .contact small { display: block; font-size: 12px; line-height: 1.3; color: rgb(255 255 255 / 0.78); }
    .contact > div { min-inline-size: 0; }
    .buttons { display: flex; flex: none; gap: 8px; }

    .else { display: flex; gap: 8px; align-items: center; padding: 8px 10px 10px 14px; }
    .else input {
      flex: 1 1 0;
      inline-size: 0;
      block-size: 44px;
      padding: 0 12px;
      border: 1px solid rgb(255 255 255 / 0.35);
      border-radius: 12px;
      background: rgb(0 0 0 / 0.22);
      color: #fff;
      font-size: 16px;
    }
    .else input::placeholder { color: rgb(255 255 255 / 0.72); }
    .hint { padding: 0 14px 10px; font-size: 12px; color: rgb(255 255 255 / 0.86); }

    .picture { margin-block-start: auto; display: grid; gap: 8px; }
    .picture p { font-size: 13px; line-height: 1.4; }
    .row { display: flex; align-items: center; justify-content: space-between; gap: 8px; padding-inline-start: 4px; font-size: 14px; }
    .notice { display: grid; gap: 8px; justify-items: start; padding: 10px 14px 12px; border-radius: 16px; background: rgb(0 0 0 / 0.32); }
    .notice button { min-block-size: 36px; padding: 0 14px; border: 0; border-radius: 999px; background: #fff; color: #14161b; font-size: 14px; font-weight: 600; }
  `];

  @property({ attribute: 'user-id' }) userId = '';
  @property({ attribute: false }) contacts: readonly string[] = [];
  @property({ attribute: false }) say: Say = String;
  /** Also takes the id of somebody who is not in the contacts. */
  @property({ type: Boolean }) dialer = false;
  @property({ type: Boolean }) ready = false;
  @property() picture: Picture = 'camera';
  /** The machine has no camera. */
  @property({ type: Boolean }) cameraless = false;
  @state() private typed = '';

  #choose(picture: Picture): void {
    this.picture = picture;
    this.dispatchEvent(new Event('picture-change'));
  }

  readonly #onPicture = (event: Event): void => {
    if (event.target instanceof HTMLElement && 'value' in event.target) this.#choose(event.target.value === 'test' ? 'test' : 'camera');
  };

  readonly #onType = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.typed = event.target.value.trim();
  };

  #buttons(userId: string): TemplateResult {
    const disabled = !this.ready || !USER_ID.test(userId) || userId === this.userId;
    return html`
      <div class="buttons">
        <trtc-call-button user-ids=${userId} type="audio" compact ?disabled=${disabled}></trtc-call-button>
        <trtc-call-button user-ids=${userId} type="video" compact ?disabled=${disabled}></trtc-call-button>
      </div>`;
  }

  #contact(userId: string): TemplateResult {
    return html`
      <li class="contact">
        <trtc-avatar user-id=${userId} name=${nameOf(userId)} decorative></trtc-avatar>
        <div><strong>${nameOf(userId)}</strong>${this.dialer ? nothing : html`<small>${this.say('onTheOtherPhone')}</small>`}</div>
        ${this.#buttons(userId)}
      </li>`;
  }

  #someoneElse(): TemplateResult {
    const wrong = this.typed !== '' && !USER_ID.test(this.typed);
    return html`
      <div class="group">
        <h3 id="else">${this.say('someoneElse')}</h3>
        <div class="else">
          <input aria-labelledby="else" aria-invalid=${wrong} placeholder=${this.say('userId')} maxlength="32" autocapitalize="off" autocomplete="off" spellcheck="false" @input=${this.#onType}>
          ${this.#buttons(this.typed)}
        </div>
        ${wrong ? html`<p class="hint" role="alert">${this.say('invalidUserId')}</p>` : nothing}
      </div>`;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="home">
        <div class="self">
          <trtc-avatar user-id=${this.userId} name=${nameOf(this.userId)} decorative></trtc-avatar>
          <h2>${nameOf(this.userId)}</h2>
          <p class="status ${this.ready ? 'ready' : ''}" role="status">${this.say(this.ready ? 'ready' : 'signingIn')}</p>
        </div>
        <div class="group">
          <h3>${this.say('contacts')}</h3>
          <ul role="list" style="list-style: none">${this.contacts.map((userId) => this.#contact(userId))}</ul>
        </div>
        ${this.dialer ? this.#someoneElse() : nothing}
        <div class="picture">
          ${this.cameraless && this.picture === 'camera'
            ? html`<div class="notice" role="status"><p>${this.say('noCamera')}</p><button type="button" @click=${() => this.#choose('test')}>${this.say('useTestPicture')}</button></div>`
            : nothing}
          <div class="row">
            <span aria-hidden="true">${this.say('picture')}</span>
            <demo-choice label=${this.say('picture')} .value=${this.picture} .options=${[{ value: 'camera', label: this.say('camera') }, { value: 'test', label: this.say('testPicture') }]} @change=${this.#onPicture}></demo-choice>
          </div>
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-phone-home': DemoPhoneHome;
  }
}
