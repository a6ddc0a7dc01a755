import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { DelegateListener } from '../../src/calling/delegate.js';
import { TRTCCalling } from '../../src/index.js';
import { EventLog } from '../event-log.js';
import '../parts/event-log.js';
import { partStyles } from '../parts/part.styles.js';
import { DemoTopBar } from '../parts/top-bar.js';
import { keepPreferences, readPreferences, type Preferences } from '../preferences.js';
import { USER_ID } from '../query.js';
import { sayIn } from '../words/words.js';
import { canSign, signHere } from './dev-signer.js';
import { tencentStyles } from './page.styles.js';
import { engineOptions } from './test-options.js';
import { remedyFor, tencentSay, type TencentWord } from './words.js';

interface Failure {
  readonly code: number;
  readonly text: string;
}

/** Logs a user of a Tencent application in and calls others. The userSig is read from its field at login, then wiped. */
@customElement('tencent-page')
export class TencentPage extends LitElement {
  static override styles = [partStyles, tencentStyles];

  @state() private preferences: Preferences = readPreferences();
  @state() private calling: TRTCCalling | undefined;
  @state() private failure: Failure | undefined;
  /** Field by field what is wrong with the form. */
  @state() private wrong: TencentWord | undefined;
  @state() private signer = false;
  @state() private callee = '';
  readonly #log = new EventLog(() => this.requestUpdate());

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.calling?.destroy();
    this.calling = undefined;
  }

  async #start(): Promise<void> {
    try {
      const calling = await TRTCCalling.create({ engine: 'tencent', tencent: engineOptions() });
      if (!this.isConnected) return calling.destroy();
      calling.registerListener(this.#onCallback);
      calling.subscribe(() => this.requestUpdate());
      this.calling = calling;
      this.signer = await canSign();
    } catch (error) {
      this.failure = { code: 0, text: error instanceof Error ? error.message : String(error) };
    }
    return undefined;
  }

  readonly #onCallback: DelegateListener = (...[type, params]) => {
    this.#log.add(this.calling?.state.session.userId ?? '', type, params);
    if (type === 'onError') this.failure = { code: params.code, text: params.msg };
    if (type === 'onKickedOffline') this.failure = { code: 61_011, text: '' };
  };

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('preferences')) return;
    const { language, theme } = this.preferences;
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = tencentSay(language)('title');
  }

  readonly #onPreferences = (event: Event): void => {
    if (!(event.target instanceof DemoTopBar)) return;
    this.preferences = event.target.preferences;
    keepPreferences(this.preferences);
  };

  readonly #field = (name: string): HTMLInputElement | null => this.renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"]`);

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const sig = this.#field('user-sig');
    const [appId, userId, userSig] = [Number(this.#field('app-id')?.value), this.#field('user-id')?.value.trim() ?? '', sig?.value.trim() ?? ''];
    this.wrong = !Number.isSafeInteger(appId) || appId < 1 ? 'badAppId' : !USER_ID.test(userId) ? 'badUserId' : userSig === '' ? 'noSig' : undefined;
    if (this.wrong) return;
    if (sig) sig.value = '';
    void this.#logIn(appId, userId, userSig);
  };

  readonly #onSign = async (): Promise<void> => {
    const userId = this.#field('user-id')?.value.trim() ?? '';
    this.wrong = USER_ID.test(userId) ? undefined : 'badUserId';
    if (this.wrong) return;
    try {
      const { sdkAppId, userSig } = await signHere(userId);
      await this.#logIn(sdkAppId, userId, userSig);
    } catch (error) {
      this.failure = { code: 0, text: error instanceof Error ? error.message : String(error) };
    }
  };

  async #logIn(appId: number, userId: string, userSig: string): Promise<void> {
    this.failure = undefined;
    const { code, desc } = await this.calling?.login(appId, userId, userSig) ?? { code: 61_010, desc: '' };
    this.failure = code === 0 ? undefined : { code, text: desc };
  }

  readonly #logOut = (): void => void this.calling?.logout();

  readonly #onCallee = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.callee = event.target.value.trim();
  };

  #status(): string {
    const say = tencentSay(this.preferences.language);
    const session = this.calling?.state.session;
    if (session?.phase === 'logging-in') return say('loggingIn');
    if (session?.phase !== 'logged-in') return say('loggedOut');
    return session.connection === 'connected' ? say('loggedIn', { user: session.userId }) : say('reconnecting');
  }

  #failure(): TemplateResult | typeof nothing {
    const say = tencentSay(this.preferences.language);
    if (this.wrong) return html`<p class="error" role="alert">${say(this.wrong)}</p>`;
    if (!this.failure) return nothing;
    const { code, text } = this.failure;
    return html`<div class="error" role="alert">${code === 0 ? nothing : html`<strong>${say('code', { code })}</strong>`}<span>${text}</span><span>${say(remedyFor(code))}</span></div>`;
  }

  #account(): TemplateResult {
    const say = tencentSay(this.preferences.language);
    const phase = this.calling?.state.session.phase ?? 'logged-out';
    const out = phase === 'logged-out';
    return html`
      <form class="card" method="post" autocomplete="off" @submit=${this.#onSubmit}>
        <h2>${say('account')}</h2>
        <label>${say('appId')}<input name="app-id" inputmode="numeric" ?disabled=${!out}></label>
        <label>${say('userId')}<input name="user-id" maxlength="32" autocapitalize="off" spellcheck="false" ?disabled=${!out}></label>
        <label>${say('userSig')}<input name="user-sig" type="password" autocomplete="off" spellcheck="false" ?disabled=${!out}><small>${say('sigHint')}</small></label>
        <div class="buttons">
          ${phase === 'logged-in'
            ? html`<button type="button" class="quiet-button" @click=${this.#logOut}>${say('logOut')}</button>`
            : html`<button class="quiet-button main-button" ?disabled=${!out || !this.calling}>${say('logIn')}</button>`}
          ${this.signer && out ? html`<button type="button" class="quiet-button" @click=${this.#onSign}>${say('signHere')}</button>` : nothing}
        </div>
        <p class="status" role="status">${this.#status()}</p>
        ${this.#failure()}
      </form>`;
  }

  #call(): TemplateResult {
    const say = tencentSay(this.preferences.language);
    const session = this.calling?.state.session;
    const disabled = session?.phase !== 'logged-in' || !USER_ID.test(this.callee) || this.callee === session.userId;
    return html`
      <section class="card call">
        <h2>${say('callSomebody')}</h2>
        <label>${say('callee')}<input name="callee" maxlength="32" autocapitalize="off" autocomplete="off" spellcheck="false" @input=${this.#onCallee}></label>
        <div class="buttons">
          <trtc-call-button user-ids=${this.callee} type="audio" ?disabled=${disabled}></trtc-call-button>
          <trtc-call-button user-ids=${this.callee} type="video" ?disabled=${disabled}></trtc-call-button>
        </div>
        <p class="hint">${say('calleeHint')}</p>
      </section>`;
  }

  protected override render(): TemplateResult {
    const { language, theme } = this.preferences;
    const [say, demoSay] = [tencentSay(language), sayIn(language)];
    return html`
      <demo-top-bar here="tencent" .say=${demoSay} .preferences=${this.preferences} @change=${this.#onPreferences}></demo-top-bar>
      <main lang=${language}>
        <section class="intro"><h1>${say('headline')}</h1><p class="lead">${say('lead')}</p><p><a href="./self-check.html">${say('selfCheck')}</a></p></section>
        ${this.calling
          ? html`
            <trtc-calling-provider .calling=${this.calling} locale=${language} theme=${theme}>
              <div class="columns"><div class="side">${this.#account()}${this.#call()}</div><trtc-call-panel></trtc-call-panel></div>
            </trtc-calling-provider>`
          : this.#failure()}
        <demo-event-log .say=${demoSay} .log=${this.#log} .view=${this.#log.view}></demo-event-log>
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tencent-page': TencentPage;
  }
}
