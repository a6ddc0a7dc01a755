import { Marked } from 'marked';

/** What a heading is called in an address; letters of every script count. @param {string} text */
export const slug = (text) => text.toLowerCase().replaceAll(/<[^>]+>|&\w+;/g, '').replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');

const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Comments, then names of tags, then strings, then words of the language. */
const TOKENS = /(<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<![:"'\w])\/\/[^\n]*|(?<=^|\n)\s*#[^\n]*)|(<\/?[a-z][\w-]*|\/?>)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|\b(import|from|export|const|let|await|async|new|if|else|return|function|type|default|true|false|null|undefined|for|of)\b/g;

/** Code with its parts marked, as HTML. @param {string} code @param {string} language */
export function coloured(code, language) {
  let html = '';
  let from = 0;
  for (const match of code.matchAll(TOKENS)) {
    const [text, comment, tag, value] = match;
    const isMarkup = ['html', 'vue', 'svelte', 'jsx', 'tsx'].includes(language);
    const isHash = comment?.trimStart().startsWith('#') && language !== 'sh';
    const kind = isHash || (tag && !isMarkup) ? '' : comment ? 'comment' : tag ? 'tag' : value ? 'value' : 'word';
    html += escaped(code.slice(from, match.index)) + (kind ? `<span class="${kind}">${escaped(text)}</span>` : escaped(text));
    from = match.index + text.length;
  }
  return html + escaped(code.slice(from));
}

/**
 * A page of the guide as HTML. The pages are our own files: what they say is trusted.
 * @param {string} markdown
 */
export function renderGuide(markdown) {
  /** @type {{ id: string, text: string, depth: number }[]} */
  const headings = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = slug(text);
        headings.push({ id, text: text.replaceAll('`', ''), depth });
        return `<h${depth} id="${id}" tabindex="-1">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      code({ text, lang = '' }) {
        const [language = ''] = lang.split(' ');
        return `<pre tabindex="0" data-language="${language}"><code>${coloured(text, language)}</code></pre>\n`;
      },
      table(token) {
        const cell = (/** @type {import('marked').Tokens.TableCell} */ { tokens }, /** @type {string} */ tag) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
        const row = (/** @type {import('marked').Tokens.TableCell[]} */ cells, /** @type {string} */ tag) => `<tr>${cells.map((one) => cell(one, tag)).join('')}</tr>`;
        return `<div class="table" tabindex="0"><table><thead>${row(token.header, 'th')}</thead><tbody>${token.rows.map((cells) => row(cells, 'td')).join('')}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false });
  return { html, title: headings.find(({ depth }) => depth === 1)?.text ?? '', headings: headings.filter(({ depth }) => depth > 1) };
}
