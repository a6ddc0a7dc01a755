import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { EventLog, LogEntry, LogView } from '../event-log.js';
import { nameOf } from '../people.js';
import type { Say } from '../words/words.js';
import { partStyles } from './part.styles.js';

const timeOf = (at: number): string => {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
};

const TROUBLE = /^on(Error|Warning|KickedOffline)$/;
const textOf = (params: object): string => (Object.keys(params).length === 0 ? '{}' : JSON.stringify(params).replaceAll(/([{,:])(?=\S)/g, '$1 ').replaceAll('}', ' }'));

/** Each delegate callback as it arrived: when, on whose phone, which, with what. */
@customElement('demo-event-log')
export class DemoEventLog extends LitElement {
  static override styles = [partStyles, css`
    .card { overflow: hidden; }
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; padding: 14px 20px; border-block-end: 1px solid var(--line); }
    h2 { font-size: 16px; font-weight: 600; }
    header p { flex: 1 1 16rem; color: var(--ink-muted); font-size: 14px; }
    .actions { display: flex; gap: 8px; }

    .scroll { block-size: 340px; overflow: auto; overscroll-behavior: contain; }
    .scroll:focus-visible { outline-offset: -2px; border-radius: 0 0 16px 16px; }
    table { inline-size: 100%; border-collapse: collapse; font-size: 13px; line-height: 1.45; }
    th {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      padding: 8px 12px;
      background: var(--card-raised);
      color: var(--ink-muted);
      font-weight: 600;
      text-align: start;
    }
    td { padding: 6px 12px; border-block-end: 1px solid var(--line); vertical-align: baseline; }
    th:first-child, td:first-child { padding-inline-start: 20px; }
    .time { color: var(--ink-muted); font-variant-numeric: tabular-nums; white-space: nowrap; }
    .name { font-family: var(--mono); font-size: 12.500px; font-weight: 600; white-space: nowrap; }
    .params { inline-size: 100%; font-family: var(--mono); font-size: 12.500px; color: var(--ink-muted); overflow-wrap: anywhere; }
    .count { margin-inline-start: 6px; font-family: var(--font); font-weight: 400; color: var(--ink-muted); font-variant-numeric: tabular-nums; }
    .trouble .name { color: var(--trouble); }

    .who { display: inline-block; padding: 0 8px; border-radius: 999px; font-size: 12px; font-weight: 600; white-space: nowrap; background: var(--chip); color: var(--chip-ink); }
    .alice { --chip: light-dark(#dce8fb, #1d3a66); --chip-ink: light-dark(#164a9c, #c5dcff); }
    .bob { --chip: light-dark(#eadffa, #43286d); --chip-ink: light-dark(#5b2ba3, #e2d0ff); }
    .other { --chip: light-dark(#d9f0e4, #1d4a37); --chip-ink: light-dark(#14603f, #bdeed6); }

    .empty { display: grid; place-items: center; block-size: 100%; color: var(--ink-muted); }
    .held { padding: 6px 20px; background: light-dark(#fff6e0, #3a2f12); color: var(--trouble); font-size: 13px; }

    @media (width <= 640px) {
      header { padding: 12px 16px; }
      thead { display: none; }
      tr { display: grid; grid-template-columns: auto auto 1fr; align-items: baseline; gap: 0 8px; padding: 7px 16px; border-block-end: 1px solid var(--line); }
      td, td:first-child { padding: 0; border: 0; }
      .name { grid-column: 1 / -1; grid-row: 2; }
      .params { grid-column: 1 / -1; inline-size: auto; }
    }
  `];

  @property({ attribute: false }) say: Say = String;
  @property({ attribute: false }) log: EventLog | undefined;
  @property({ attribute: false }) view: LogView = { entries: [], paused: false, heldBack: 0 };

  readonly #onPause = (): void => {
    if (this.view.paused) this.log?.resume();
    else this.log?.pause();
  };

  #row({ at, userId, type, params, count }: LogEntry): TemplateResult {
    return html`
      <tr class=${TROUBLE.test(type) ? 'trouble' : ''}>
        <td class="time">${timeOf(at)}</td>
        <td><span class="who ${userId === 'alice' || userId === 'bob' ? userId : 'other'}">${nameOf(userId)}</span></td>
        <td class="name">${type}${count > 1 ? html`<span class="count">${this.say('times', { count })}</span>` : nothing}</td>
        <td class="params">${textOf(params)}</td>
      </tr>`;
  }

  protected override render(): TemplateResult {
    const { entries, paused, heldBack } = this.view;
    const { say } = this;
    return html`
      <section class="card" aria-labelledby="title">
        <header>
          <h2 id="title">${say('log')}</h2>
          <p>${say('logHint')}</p>
          <div class="actions">
            <button class="quiet-button" type="button" @click=${this.#onPause}>${say(paused ? 'resume' : 'pause')}</button>
            <button class="quiet-button" type="button" @click=${() => this.log?.clear()}>${say('clear')}</button>
          </div>
        </header>
        ${paused ? html`<p class="held" role="status">${say('logPaused', { count: heldBack })}</p>` : nothing}
        <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
          ${entries.length === 0
            ? html`<p class="empty">${say('logEmpty')}</p>`
            : html`
              <table>
                <thead><tr><th scope="col">${say('time')}</th><th scope="col">${say('who')}</th><th scope="col">${say('callback')}</th><th scope="col">${say('parameters')}</th></tr></thead>
                <tbody>${repeat(entries, ({ id }) => id, (entry) => this.#row(entry))}</tbody>
              </table>`}
        </div>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-event-log': DemoEventLog;
  }
}
