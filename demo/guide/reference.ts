import { html, nothing, type TemplateResult } from 'lit';
import { DOM_EVENT_NAMES, ERRORS, type DelegateEvent } from '../../src/index.js';
import type { ElementDoc, ItemDoc, MemberDoc, TypeDoc } from '../docs-data.js';
import { docs } from '../docs.js';
import { withCode } from '../parts/with-code.js';
import type { Language } from '../preferences.js';
import { inChinese } from './chinese.js';
import { referenceWords } from './reference-words.js';

/** The pages that are made from the sources: whatever is added there is here, too. */
export type Reference = (language: Language) => TemplateResult;

const rows = (title: string, items: readonly ItemDoc[], head: readonly string[]): TemplateResult | typeof nothing => (items.length === 0 ? nothing : html`
  <h3>${title}</h3>
  <div class="table" tabindex="0"><table>
    <thead><tr>${head.map((word) => html`<th>${word}</th>`)}</tr></thead>
    <tbody>${items.map(({ name, type, initial, description }) => html`
      <tr><td><code>${name || '–'}</code></td>${head.length > 2 ? html`<td>${type ? html`<code>${type}</code>` : nothing}${initial === undefined ? nothing : html` <span class="initial">= <code>${initial}</code></span>`}</td>` : nothing}<td lang="en">${withCode(description)}</td></tr>`)}</tbody>
  </table></div>`);

function element(doc: ElementDoc, language: Language): TemplateResult {
  const say = referenceWords(language);
  const typed = [say.name, say.type, say.meaning];
  const plain = [say.name, say.meaning];
  return html`
    <section>
      <h2 id=${doc.name} tabindex="-1">&lt;${doc.tag}&gt;</h2>
      <p lang="en">${withCode(doc.summary)}</p>
      <p class="links"><a href=${`./gallery.html#/${doc.name}`}>${say.inGallery}</a> <code>import 'trtc-calling-elements/${doc.name}/define'</code></p>
      ${rows(say.attributes, doc.attributes, typed)}
      ${rows(say.properties, doc.properties, typed)}
      ${rows(say.methods, doc.methods, typed)}
      ${rows(say.events, doc.events, typed)}
      ${rows(say.slots, doc.slots, plain)}
      ${rows(say.parts, doc.parts, plain)}
      ${rows(say.cssProperties, doc.cssProperties, typed)}
      ${rows(say.states, doc.states, plain)}
    </section>`;
}

function member({ name, signature, description }: MemberDoc, language: Language): TemplateResult {
  return html`
    <section class="member">
      <h3 id=${name} tabindex="-1">${name}</h3>
      <pre tabindex="0"><code>${signature.replace(/^static async /, 'static ')}</code></pre>
      <p>${withCode(language === 'zh-CN' ? inChinese(name) ?? description : description)}</p>
    </section>`;
}

const type = ({ name, description, text }: TypeDoc): TemplateResult => html`
  <section class="member"><h3 id=${name} tabindex="-1">${name}</h3>${description ? html`<p lang="en">${withCode(description)}</p>` : nothing}<pre tabindex="0"><code>${text}</code></pre></section>`;

const isCallback = (name: string): name is DelegateEvent => Object.hasOwn(DOM_EVENT_NAMES, name);

export const REFERENCES: Readonly<Record<string, Reference>> = {
  elements: (language) => {
    const say = referenceWords(language);
    return html`<h1>${say.elements}</h1><p>${say.elementsLead}</p>
      <ul class="index">${docs.elements.map(({ name, tag }) => html`<li><a href=${`#/elements/${name}`}>${tag}</a></li>`)}</ul>
      ${docs.elements.map((each) => element(each, language))}`;
  },
  api: (language) => {
    const say = referenceWords(language);
    return html`<h1>TRTCCalling</h1><p>${say.apiLead}</p>
      <h2>${say.making}</h2>${docs.statics.map((each) => member(each, language))}
      <h2>${say.properties}</h2>${docs.calling.filter(({ kind }) => kind === 'property').map((each) => member(each, language))}
      <h2>${say.methods}</h2>${docs.calling.filter(({ kind }) => kind === 'method').map((each) => member(each, language))}
      <h2>${say.options}</h2>${docs.options.map(type)}`;
  },
  events: (language) => {
    const say = referenceWords(language);
    return html`<h1>${say.events}</h1><p>${say.eventsLead}</p>
      ${docs.callbacks.map(({ name, signature, description }) => html`
        <section class="member"><h3 id=${name} tabindex="-1">${name}</h3>
          <p>${isCallback(name) ? html`<code>${DOM_EVENT_NAMES[name]}</code>` : nothing}</p>
          <pre tabindex="0"><code>${signature.replace(/^readonly \w+: /, '').replaceAll('readonly ', '').replace(/^Readonly<Record<never, never>>$/, '{}')}</code></pre>
          <p>${withCode(language === 'zh-CN' ? inChinese(name) ?? description : description)}</p></section>`)}`;
  },
  errors: (language) => {
    const say = referenceWords(language);
    return html`<h1>${say.errors}</h1><p>${say.errorsLead}</p>
      <div class="table" tabindex="0"><table><thead><tr><th>${say.code}</th><th>${say.name}</th><th>${say.meaning}</th><th>${say.remedy}</th></tr></thead>
      <tbody>${Object.entries(ERRORS).map(([name, { code, desc, remedy }]) => html`<tr><td id=${name} tabindex="-1">${code}</td><td><code>${name}</code></td><td lang="en">${desc}</td><td lang="en">${withCode(remedy)}</td></tr>`)}</tbody></table></div>`;
  },
  types: (language) => {
    const say = referenceWords(language);
    return html`<h1>${say.types}</h1><p>${say.typesLead}</p>${docs.types.map(type)}`;
  },
  tokens: (language) => {
    const say = referenceWords(language);
    return html`<h1>${say.tokens}</h1><p>${say.tokensLead}</p>${rows('', docs.tokens, [say.name, say.initial, say.meaning])}`;
  },
};
