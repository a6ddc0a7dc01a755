import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Calling, CallPhase, CallSnapshot, DelegateCall, DelegateListener } from '../../src/index.js';
import { contactsOf, nameOf } from '../people.js';
import { createPhoneCalling, hasCamera } from '../phone-calling.js';
import type { ThemeChoice, Language } from '../preferences.js';
import type { Picture, Transport } from '../query.js';
import type { Say } from '../words/words.js';
import { partStyles } from './part.styles.js';
import './phone-frame.js';
import './phone-home.js';

/** A delegate callback of one phone. */
export class PhoneCallbackEvent extends Event {
  readonly userId: string;
  readonly call: DelegateCall;

  constructor(userId: string, call: DelegateCall) {
    super('phone-callback', { bubbles: true, composed: true });
    this.userId = userId;
    this.call = call;
  }
}

interface Standing {
  readonly phase: CallPhase;
  readonly ready: boolean;
  readonly kicked: boolean;
}

const standingOf = ({ session, call }: CallSnapshot): Standing => ({
  phase: call?.phase ?? 'idle',
  ready: session.phase === 'logged-in' && session.connection === 'connected',
  kicked: session.kicked === 'other-login',
});

/**
 * One phone: a TRTCCalling of its own, its user signed in, a home screen, and over it the call panel.
 * Fires `phone-callback` for each delegate callback and `phone-change` when `away` or `phase` changed.
 */
@customElement('demo-phone')
export class DemoPhone extends LitElement {
  static override styles = [partStyles, css`
    .alice { --wall-1: #2f7fd8; --wall-2: #0f8f86; --wall-3: #123a72; }
    .bob { --wall-1: #8656d6; --wall-2: #b8467f; --wall-3: #43256f; }
    .other { --wall-1: #2c8a63; --wall-2: #b07a1e; --wall-3: #1d4a3d; }

    .screen { position: absolute; inset: 0; color: #fff; }
    /* Behind a call it would show through at edges between two pixels. */
    demo-phone-home[inert] { visibility: hidden; }
    trtc-calling-provider { display: contents; }
    trtc-call-panel { position: absolute; inset: 0; z-index: 2; --trtc-panel-radius: 0; --trtc-safe-block-start: 38px; --trtc-safe-block-end: 6px; }
    /* There is nothing of it to press: the home screen below is meant. */
    trtc-call-panel:state(idle) { pointer-events: none; }

    .message {
      position: absolute;
      inset: 0;
      display: grid;
      align-content: center;
      justify-items: center;
      gap: 12px;
      padding: 24px;
      text-align: center;
      background: radial-gradient(140% 70% at 15% 0%, var(--wall-1), transparent 70%), var(--wall-3);
    }
    .message trtc-avatar { --trtc-avatar-size: 84px; }
    .message h2 { font-size: 20px; font-weight: 600; line-height: 1.3; }
    .message p { font-size: 14px; color: rgb(255 255 255 / 0.86); overflow-wrap: anywhere; }
    .message button { min-block-size: 44px; padding: 0 20px; border: 0; border-radius: 999px; background: #fff; color: #14161b; font-weight: 600; }
  `];

  @property({ attribute: 'user-id' }) userId = '';
  @property() transport: Transport = 'auto';
  @property({ type: Number, attribute: 'ring-timeout' }) ringTimeout = 30;
  @property() picture: Picture = 'camera';
  @property() language: Language = 'en';
  @property() theme: ThemeChoice = 'auto';
  @property({ attribute: false }) say: Say = String;
  /** Who can be called; nobody: everybody we know, and a field for others. */
  @property({ attribute: false }) contacts: readonly string[] = [];
  /** Signed out here, because the user is signed in elsewhere. */
  @property({ type: Boolean, reflect: true }) away = false;

  @state() private instance: Calling | undefined;
  @state() private failure = '';
  @state() private standing: Standing = { phase: 'idle', ready: false, kicked: false };
  @state() private cameraless = false;
  #stop = new AbortController();

  /** What this phone calls with; undefined until it is there. */
  get calling(): Calling | undefined {
    return this.instance;
  }

  get phase(): CallPhase {
    return this.standing.phase;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = new AbortController();
    void this.#start(this.#stop.signal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop.abort();
    this.instance?.destroy();
    this.instance = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('away')) this.dispatchEvent(new Event('phone-change', { bubbles: true }));
  }

  async #start(signal: AbortSignal): Promise<void> {
    this.failure = '';
    void this.#lookForCamera(signal);
    try {
      await this.updateComplete;
      const calling = await createPhoneCalling({ userId: this.userId, transport: this.transport, ringTimeout: this.ringTimeout, picture: () => this.picture });
      if (signal.aborted) return calling.destroy();
      calling.registerListener(this.#onCallback);
      calling.subscribe(() => this.#follow(calling.state), { signal });
      this.#follow(calling.state);
      this.instance = calling;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    return undefined;
  }

  async #lookForCamera(signal: AbortSignal): Promise<void> {
    const look = async (): Promise<void> => { this.cameraless = !(await hasCamera()); };
    navigator.mediaDevices?.addEventListener('devicechange', () => void look(), { signal });
    await look();
  }

  #follow(snapshot: CallSnapshot): void {
    const before = this.standing;
    this.standing = standingOf(snapshot);
    if (this.standing.kicked && !before.kicked) this.away = true;
    if (this.standing.phase !== before.phase) this.dispatchEvent(new Event('phone-change', { bubbles: true }));
  }

  readonly #onCallback: DelegateListener = (...[type, params]) => {
    // The pair is one row of DelegateCall; destructuring has parted what belongs together.
    this.dispatchEvent(new PhoneCallbackEvent(this.userId, { type, params } as DelegateCall));
  };

  readonly #onPicture = (event: Event): void => {
    if (event.target instanceof HTMLElement && 'picture' in event.target) this.picture = event.target.picture === 'test' ? 'test' : 'camera';
  };

  #message(title: string, text: string, button: string, act: () => void): TemplateResult {
    return html`
      <div class="message" role="status">
        <trtc-avatar name=${nameOf(this.userId)} user-id=${this.userId} decorative></trtc-avatar>
        <h2>${title}</h2>
        <p>${text}</p>
        <button type="button" @click=${act}>${button}</button>
      </div>`;
  }

  #notStarted(): TemplateResult {
    const { say } = this;
    if (this.failure) return this.#message(say('failed'), this.failure, say('tryAgain'), () => void this.#start(this.#stop.signal));
    return html`<div class="message" role="status"><p>${say('starting')}</p></div>`;
  }

  #signedIn(calling: Calling): TemplateResult {
    return html`
      <trtc-calling-provider .calling=${calling} user-id=${this.away ? '' : this.userId} nickname=${nameOf(this.userId)} locale=${this.language} theme=${this.theme}>
        ${this.away ? this.#elsewhere() : this.#screen()}
      </trtc-calling-provider>`;
  }

  #elsewhere(): TemplateResult {
    const name = nameOf(this.userId);
    return this.#message(this.say('away', { name }), this.say('awayHint'), this.say('bringBack', { name }), () => { this.away = false; });
  }

  #screen(): TemplateResult {
    const onlyThese = this.contacts.length > 0;
    return html`
      <demo-phone-home user-id=${this.userId} .contacts=${onlyThese ? this.contacts : contactsOf(this.userId)} .say=${this.say} ?dialer=${!onlyThese}
        ?ready=${this.standing.ready} ?inert=${this.standing.phase !== 'idle'} .picture=${this.picture} ?cameraless=${this.cameraless}
        @picture-change=${this.#onPicture}></demo-phone-home>
      <trtc-call-panel></trtc-call-panel>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.userId) return nothing;
    const wall = this.userId === 'alice' || this.userId === 'bob' ? this.userId : 'other';
    return html`
      <demo-phone-frame role="group" aria-label=${this.say('phoneOf', { name: nameOf(this.userId) })}>
        <div class="screen ${wall}">
          ${this.instance ? this.#signedIn(this.instance) : this.#notStarted()}
        </div>
      </demo-phone-frame>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-phone': DemoPhone;
  }
  interface HTMLElementEventMap {
    'phone-callback': PhoneCallbackEvent;
  }
}

