/** What the pages of the site are made with: `virtual:docs`, and Markdown as a module that has been rendered ahead. */
import { readdirSync } from 'node:fs';
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
      return id.endsWith('.md') ? { code: Object.entries(renderGuide(code)).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n'), map: null } : null;
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
