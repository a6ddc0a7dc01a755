import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { partStyles } from '../parts/part.styles.js';
import type { Advise } from './report.js';
import type { StepResult, StepState } from './steps.js';
import type { SelfCheckSay } from './words.js';

const SIGNS: Readonly<Record<StepState, string>> = { waiting: '·', running: '…', passed: '✓', failed: '✕', skipped: '–' };

/** The steps with their states, and for each that failed its code, its sentence and what to do. */
@customElement('self-check-steps')
export class SelfCheckSteps extends LitElement {
  static override styles = [partStyles, css`
    ol { display: grid; gap: 2px; list-style: none; }
    li { display: grid; grid-template-columns: 28px minmax(0, 1fr) auto; gap: 2px 8px; align-items: baseline; padding: 8px 0; border-block-end: 1px solid var(--line); }
    li:last-child { border: 0; }
    .sign { display: inline-grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 50%; background: var(--card-raised); font-weight: 700; font-size: 14px; }
    .passed .sign { color: var(--good); }
    .failed .sign { color: var(--trouble); }
    .waiting, .skipped { color: var(--ink-muted); }
    .time, .more { font-size: 13px; color: var(--ink-muted); }
    .more { grid-column: 2 / -1; display: grid; gap: 2px; overflow-wrap: anywhere; }
    .todo { color: var(--ink); font-weight: 500; }
  `];

  @property({ attribute: false }) say: SelfCheckSay = String;
  @property({ attribute: false }) advise: Advise = () => '';
  @property({ attribute: false }) results: readonly StepResult[] = [];

  readonly #step = (result: StepResult): TemplateResult => {
    const { id, state, ms, code, detail } = result;
    return html`
      <li class=${state} data-step=${id} data-state=${state}>
        <span class="sign" role="img" aria-label=${this.say(state)}>${SIGNS[state]}</span>
        <span>${this.say(id)}</span>
        <span class="time">${ms > 0 ? this.say('seconds', { seconds: (ms / 1000).toFixed(1) }) : nothing}</span>
        ${state === 'failed'
          ? html`<span class="more"><span>${this.say('code', { code })} · ${detail}</span><span class="todo">${this.advise(result)}</span></span>`
          : detail === '' ? nothing : html`<span class="more">${detail}</span>`}
      </li>`;
  };

  protected override render(): TemplateResult {
    return html`<ol>${this.results.map(this.#step)}</ol>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'self-check-steps': SelfCheckSteps;
  }
}
