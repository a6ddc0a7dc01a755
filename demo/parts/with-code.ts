import { html, type TemplateResult } from 'lit';

/** A text of a doc block: what stands between backticks is code. */
export const withCode = (text: string): readonly (string | TemplateResult)[] =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
