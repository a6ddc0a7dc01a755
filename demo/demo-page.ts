import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { pageStyles } from './demo-page.styles.js';
import { EventLog } from './event-log.js';
import './parts/choice.js';
import './parts/event-log.js';
import { partStyles } from './parts/part.styles.js';
import { DemoPhone, type PhoneCallbackEvent } from './parts/phone.js';
import './parts/snippet.js';
import { DemoTopBar } from './parts/top-bar.js';
import { contactsOf, nameOf } from './people.js';
import { keepPreferences, readPreferences, type Preferences } from './preferences.js';
import { addressOf, isProblem, readQuery, usualTransport, type DemoQuery, type QueryProblem } from './query.js';
import { DROP_IN } from './snippets.js';
import type { DemoWord } from './words/en.js';
import { sayIn, type Say } from './words/words.js';

const BOTH = ['alice', 'bob'] as const;
const WAYS = { auto: 'viaAuto', relay: 'viaRelay', broadcast: 'viaBroadcast' } as const satisfies Record<DemoQuery['transport'], DemoWord>;
const PROBLEMS = { 'user': 'badUser', 'transport': 'badTransport', 'picture': 'badPicture', 'ring-timeout': 'badRingTimeout' } as const satisfies Record<QueryProblem['parameter'], DemoWord>;

/** The demo: two phones side by side, or one when the address names a user. */
@customElement('demo-page')
export class DemoPage extends LitElement {
  static override styles = [partStyles, pageStyles];

  @state() private preferences: Preferences = readPreferences();
  /** The phone in front where there is room for one only. */
  @state() private shown: string = BOTH[0];
  readonly #query = readQuery(location.search, usualTransport());
  readonly #log = new EventLog(() => this.requestUpdate());

  get #say(): Say {
    return sayIn(this.preferences.language);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('preferences')) return;
    const { language, theme } = this.preferences;
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = theme;
    document.title = this.#say('title');
  }

  readonly #onPreferences = (event: Event): void => {
    if (!(event.target instanceof DemoTopBar)) return;
    this.preferences = event.target.preferences;
    keepPreferences(this.preferences);
  };

  readonly #onCallback = ({ userId, call }: PhoneCallbackEvent): void => this.#log.add(userId, call.type, call.params);

  /** A phone that rings comes to the front. */
  readonly #onPhone = (event: Event): void => {
    if (event.target instanceof DemoPhone && event.target.phase === 'ringing') this.#show(event.target.userId);
  };

  readonly #onShown = (event: Event): void => {
    if (event.target instanceof HTMLElement && 'value' in event.target) this.#show(String(event.target.value));
  };

  readonly #onScroll = (event: Event): void => {
    if (event.currentTarget instanceof HTMLElement) this.shown = BOTH[event.currentTarget.scrollLeft > event.currentTarget.scrollWidth / 6 ? 1 : 0];
  };

  #show(userId: string): void {
    this.shown = userId;
    const row = this.renderRoot.querySelector('.row');
    const phone = this.#phone(userId);
    if (!row || !phone || row.scrollWidth <= row.clientWidth) return;
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    row.scrollTo({ left: phone.offsetLeft - (row.clientWidth - phone.offsetWidth) / 2, behavior: smooth ? 'smooth' : 'auto' });
  }

  #phone(userId: string): DemoPhone | null {
    return this.renderRoot.querySelector<DemoPhone>(`demo-phone[user-id="${userId}"]`);
  }

  readonly #letBobGo = (): void => {
    const phone = this.#phone('bob');
    if (phone) phone.away = true;
  };

  #onePhone(userId: string, query: DemoQuery, contacts: readonly string[]): TemplateResult {
    return html`
      <demo-phone user-id=${userId} transport=${query.transport} ring-timeout=${query.ringTimeout} picture=${query.picture}
        language=${this.preferences.language} theme=${this.preferences.theme} .say=${this.#say} .contacts=${contacts}></demo-phone>`;
  }

  #two(query: DemoQuery): TemplateResult {
    const say = this.#say;
    return html`
      <div class="first">
        <section class="intro">
          <h1><span>${say('headline1')}</span> <span>${say('headline2')}</span></h1>
          <p class="lead">${say('lead')}</p>
          <h2>${say('how')}</h2>
          <ol><li>${say('step1')}</li><li>${say('step2')}</li><li>${say('step3')}</li></ol>
          <demo-snippet .say=${say} .code=${DROP_IN}></demo-snippet>
        </section>
        <section class="phones" aria-label=${say('phones')}>
          <demo-choice class="switch" label=${say('phones')} .value=${this.shown} .options=${BOTH.map((value) => ({ value, label: nameOf(value) }))} @change=${this.#onShown}></demo-choice>
          <div class="row" @scroll=${this.#onScroll}>${BOTH.map((userId) => this.#onePhone(userId, query, BOTH.filter((each) => each !== userId)))}</div>
          <div class="notes">
            <p>${say('headphones')}</p>
            <p><a href=${addressOf('bob', location.search)} target="_blank" rel="opener" @click=${this.#letBobGo}>${say('secondTab')}</a> — ${say('secondTabHint')}</p>
          </div>
        </section>
      </div>
      ${this.#eventLog()}`;
  }

  #eventLog(): TemplateResult {
    return html`<demo-event-log .say=${this.#say} .log=${this.#log} .view=${this.#log.view}></demo-event-log>`;
  }

  #one(query: DemoQuery): TemplateResult {
    const say = this.#say;
    const [other = 'bob'] = contactsOf(query.user);
    return html`
      <div class="first one">
        <section class="intro">
          <h1>${say('onePhoneTitle', { name: nameOf(query.user) })}</h1>
          <p class="lead">${say('onePhoneLead')}</p>
          <p>${say('via', { way: say(WAYS[query.transport]) })}</p>
          <p class="links"><a href=${addressOf(other, location.search)} target="_blank" rel="opener">${say('openOther', { name: nameOf(other) })}</a><a href="./">${say('bothPhones')}</a></p>
        </section>
        <section class="phones">${this.#onePhone(query.user, query, [])}</section>
        ${this.#eventLog()}
      </div>`;
  }

  #problem({ parameter, value }: QueryProblem): TemplateResult {
    const say = this.#say;
    return html`
      <section class="card problem" role="alert">
        <h1>${say('badAddress')}</h1>
        <p>${say(PROBLEMS[parameter], { value })}</p>
        <p><a href="./">${say('toStart')}</a></p>
      </section>`;
  }

  protected override render(): TemplateResult {
    const query = this.#query;
    return html`
      <demo-top-bar here="first-call" .say=${this.#say} .preferences=${this.preferences} @change=${this.#onPreferences}></demo-top-bar>
      <main lang=${this.preferences.language} @phone-callback=${this.#onCallback} @phone-change=${this.#onPhone}>
        ${isProblem(query) ? this.#problem(query) : query.user ? this.#one(query) : this.#two(query)}
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-page': DemoPage;
  }
}
