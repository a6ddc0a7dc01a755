import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { CallError } from '../../src/calling/errors.js';
import { TRTCCalling } from '../../src/index.js';
import { partStyles } from '../parts/part.styles.js';
import { DemoTopBar } from '../parts/top-bar.js';
import { keepPreferences, readPreferences, type Preferences } from '../preferences.js';
import { USER_ID } from '../query.js';
import { canSign, signHere } from '../tencent/dev-signer.js';
import { tencentStyles } from '../tencent/page.styles.js';
import { engineOptions } from '../tencent/test-options.js';
import { adviseIn } from './advice.js';
import { selfCheckStyles } from './page.styles.js';
import { reportOf } from './report.js';
import { runChecks } from './run.js';
import { secondCalling } from './second-page.js';
import './step-list.js';
import { STEPS, waiting, type Accounts, type StepId, type StepResult } from './steps.js';
import { selfCheckSay, type SelfCheckWord } from './words.js';
import { sayIn } from '../words/words.js';

/** Two users of somebody's own application call each other, step by step. The userSigs are wiped as they are read. */
@customElement('self-check-page')
export class SelfCheckPage extends LitElement {
  static override styles = [partStyles, tencentStyles, selfCheckStyles];

  @state() private preferences: Preferences = readPreferences();
  @state() private signer = false;
  @state() private wrong: SelfCheckWord | undefined;
  /** The signer's or the engine's own sentence. */
  @state() private trouble = '';
  @state() private results: ReadonlyMap<StepId, StepResult> = new Map();
  @state() private report = '';
  @state() private copied = false;
  @state() private running: AbortController | undefined;
  @query('form') private readonly form!: HTMLFormElement;
  @query('.second') private readonly second!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    void canSign().then((can) => { this.signer = can; });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.running?.abort();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('preferences')) return;
    const { language, theme } = this.preferences;
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = selfCheckSay(language)('title');
  }

  readonly #onPreferences = (event: Event): void => {
    if (!(event.target instanceof DemoTopBar)) return;
    this.preferences = event.target.preferences;
    keepPreferences(this.preferences);
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.running) return;
    const running = new AbortController();
    this.running = running;
    [this.report, this.trouble, this.copied, this.results] = ['', '', false, new Map()];
    try {
      const accounts = await this.#accounts();
      if (accounts) await this.#check(accounts, running.signal);
    } catch (error) {
      this.trouble = CallError.from(error).message;
    } finally {
      running.abort();
      this.running = undefined;
    }
  };

  /** What was entered, or what the dev server signs; undefined where something is wrong with it. */
  async #accounts(): Promise<Accounts | undefined> {
    const fields = new FormData(this.form);
    const entered = (name: string): string => String(fields.get(name) ?? '').trim();
    const users = ['first', 'second'].map((name) => ({ userId: entered(name), userSig: entered(`${name}-sig`) }));
    const [first, second] = users;
    if (!first || !second) return undefined;
    const appId = Number(entered('app-id'));
    const byServer = this.signer && first.userSig === '' && second.userSig === '';
    this.wrong = !users.every(({ userId }) => USER_ID.test(userId)) || first.userId === second.userId ? 'badUserIds'
      : byServer ? undefined
        : !Number.isSafeInteger(appId) || appId < 1 ? 'badAppId' : users.some(({ userSig }) => userSig === '') ? 'noSigs' : undefined;
    if (this.wrong) return undefined;
    for (const field of this.form.querySelectorAll<HTMLInputElement>('input[type="password"]')) field.value = '';
    if (!byServer) return { sdkAppId: appId, first, second };
    const [one, other] = [await signHere(first.userId), await signHere(second.userId)];
    return { sdkAppId: one.sdkAppId, first: { ...first, userSig: one.userSig }, second: { ...second, userSig: other.userSig } };
  }

  async #check(accounts: Accounts, signal: AbortSignal): Promise<void> {
    await this.updateComplete;
    const first = await TRTCCalling.create({ engine: 'tencent', tencent: engineOptions() });
    try {
      const second = await secondCalling(this.second, signal);
      const results = await runChecks({ accounts, first, second: second.calling, signal }, (result) => {
        this.results = new Map(this.results).set(result.id, result);
      });
      second.close();
      // The report is for whoever helps: in English.
      this.report = reportOf(results, accounts, adviseIn('en'));
    } finally {
      first.destroy();
    }
  }

  readonly #onStop = (): void => this.running?.abort();

  readonly #onCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.report);
      this.copied = true;
    } catch {
      // Not allowed here: it is marked, to be copied by hand.
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('pre') ?? this);
    }
  };

  #summary(): string {
    const say = selfCheckSay(this.preferences.language);
    const now = [...this.results.values()].find((result) => result.state === 'running');
    if (now) return say('checking', { step: say(now.id) });
    if (this.report === '') return '';
    const bad = [...this.results.values()].filter((result) => result.state !== 'passed').length;
    return bad === 0 ? say('allWell') : say('notWell', { count: bad, all: STEPS.length });
  }

  #field(name: string, label: SelfCheckWord, isSig = false): TemplateResult {
    const say = selfCheckSay(this.preferences.language);
    const disabled = this.running !== undefined;
    return html`<label>${say(label)}${isSig
      ? html`<input name=${name} type="password" autocomplete="off" spellcheck="false" ?disabled=${disabled}>`
      : html`<input name=${name} maxlength="32" inputmode=${name === 'app-id' ? 'numeric' : 'text'} autocomplete="off" autocapitalize="off" spellcheck="false" ?disabled=${disabled}>`}</label>`;
  }

  #form(): TemplateResult {
    const say = selfCheckSay(this.preferences.language);
    return html`
      <form class="card" method="post" autocomplete="off" @submit=${this.#onSubmit}>
        <h2>${say('accounts')}</h2>
        ${this.#field('app-id', 'appId')}
        ${this.#field('first', 'firstUser')}${this.#field('first-sig', 'firstSig', true)}
        ${this.#field('second', 'secondUser')}${this.#field('second-sig', 'secondSig', true)}
        <p class="hint">${say('sigHint')} ${this.signer ? say('signHint') : nothing}</p>
        <div class="buttons">
          ${this.running
            ? html`<button type="button" class="quiet-button" @click=${this.#onStop}>${say('stop')}</button>`
            : html`<button class="quiet-button main-button">${say(this.report === '' ? 'start' : 'again')}</button>`}
        </div>
        ${this.wrong || this.trouble ? html`<p class="error" role="alert">${this.wrong ? say(this.wrong) : this.trouble}</p>` : nothing}
      </form>`;
  }

  protected override render(): TemplateResult {
    const { language } = this.preferences;
    const [say, demoSay] = [selfCheckSay(language), sayIn(language)];
    return html`
      <demo-top-bar here="self-check" .say=${demoSay} .preferences=${this.preferences} @change=${this.#onPreferences}></demo-top-bar>
      <main lang=${language}>
        <section class="intro"><h1>${say('headline')}</h1><p class="lead">${say('lead')}</p></section>
        <div class="columns">
          <div class="side">${this.#form()}</div>
          <section class="card checks">
            <h2>${say('steps')}</h2>
            <self-check-steps .say=${say} .advise=${adviseIn(language)} .results=${STEPS.map((id) => this.results.get(id) ?? waiting(id))}></self-check-steps>
            <p class="status" role="status">${this.#summary()}</p>
            <figure ?hidden=${this.running === undefined}><figcaption class="hint">${say('secondPage')}</figcaption><div class="second"></div></figure>
          </section>
        </div>
        ${this.report === '' ? nothing : html`
          <section class="card checks">
            <h2>${say('report')}</h2>
            <pre tabindex="0" aria-label=${say('report')}>${this.report}</pre>
            <div class="buttons"><button type="button" class="quiet-button" @click=${this.#onCopy}>${say(this.copied ? 'copied' : 'copy')}</button></div>
          </section>`}
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'self-check-page': SelfCheckPage;
  }
}
