/** What the pages of the site are made with: `virtual:docs`, and Markdown as a module that has been rendered ahead. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { docs } from './docs-data.js';
import { entries, ROOT } from './entries.js';
import { renderGuide } from './render-guide.js';

const DOCS = 'virtual:docs';

/** The pages of the site, below demo/. */
export const sitePages = () =>
  readdirSync(join(ROOT, 'demo'), { recursive: true }).map((file) => String(file).replaceAll('\\', '/')).filter((file) => file.endsWith('.html')).toSorted();

/** The names that the package exports, as the sources: what a page of the site imports is what a reader imports. */
export const packageAliases = () => Object.entries(entries())
  .filter(([path]) => path !== './relay')
  .map(([path, source]) => ({ find: new RegExp(`^trtc-calling-elements${path.slice(1)}$`), replacement: join(ROOT, source) }));

/** The blocks of code of a page of the guide. @param {string} markdown */
export const snippetsOf = (markdown) => [...markdown.matchAll(/^```[^\n]*\n[\s\S]*?^```$/gm)].map(([block]) => block);

/**
 * A translated page has `{{1}}` where the English one has its first block of code: the code is written, and tested, once.
 * @param {string} markdown
 * @param {string} file
 */
export function withSnippets(markdown, file) {
  if (file.includes('/guide/en/')) return markdown;
  const english = snippetsOf(readFileSync(file.replace(/\/guide\/[\w-]+\//, '/guide/en/'), 'utf8'));
  return markdown.replaceAll(/\{\{(\d+)\}\}/g, (place, number) => english[Number(number) - 1] ?? place);
}

/** @returns {import('vite').Plugin} */
export function sitePlugin() {
  return {
    name: 'site',
    enforce: 'pre',
    resolveId: (id) => (id === DOCS ? `\0${DOCS}` : null),
    load(id) {
      if (id !== `\0${DOCS}`) return null;
      this.addWatchFile(join(ROOT, 'custom-elements.json'));
      return `export default ${JSON.stringify(docs())}`;
    },
    transform(code, id) {
      if (!id.endsWith('.md')) return null;
      const page = renderGuide(withSnippets(code, id));
      return { code: Object.entries(page).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n'), map: null };
    },
  };
}

/**
 * In the built site there is no relay: its phones find each other over BroadcastChannel unless the address asks for one.
 * @returns {import('vite').Plugin}
 */
export const withoutRelay = () => ({
  name: 'without-relay',
  transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'trtc-transport', content: 'broadcast' }, injectTo: 'head' }],
});
