import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';
import { litProperties } from '../../../.config/lit-properties.js';
import { minifyTemplates } from '../../../.config/minify-templates.js';
import { attachBareHub } from './bare-hub.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A page's script as an application ships it: bundled and minified, with the steps of this package's own build.
 * @param {string} entry relative to the project
 * @returns {Promise<{ script: string, files: Map<string, string>, preloads: string }>} the entry's file, all of them by path, and what a
 *   bundler puts into the page's head so that they do not wait for each other
 */
export async function bundle(entry) {
  const name = entry.replace(/^.*\/|\.ts$/g, '');
  const result = await build({
    root: ROOT, configFile: false, logLevel: 'error', publicDir: false,
    plugins: [litProperties(), minifyTemplates()],
    resolve: { alias: [{ find: /^tim-js-sdk$/, replacement: fileURLToPath(new URL('../../../.config/tim-js-sdk-es.js', import.meta.url)) }] },
    build: {
      write: false, target: 'es2022', modulePreload: { polyfill: false }, minify: true,
      rolldownOptions: { input: { [name]: fileURLToPath(new URL(`../../../${entry}`, import.meta.url)) }, output: { format: 'es', entryFileNames: `${name}/[name].js`, chunkFileNames: `${name}/[name]-[hash].js` } },
    },
  });
  const chunks = [result].flat().flatMap((each) => ('output' in each ? each.output : [])).filter((part) => part.type === 'chunk');
  const first = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A Set visits what is added to it meanwhile.
  for (const { imports } of first) for (const chunk of chunks) if (imports.includes(chunk.fileName)) first.add(chunk);
  const preloads = [...first].map(({ fileName }) => `<link rel="modulepreload" href="/${fileName}">`).join('');
  return { script: `/${name}/${name}.js`, files: new Map(chunks.map(({ fileName, code }) => [`/${fileName}`, code])), preloads };
}

/** The relay, from its source. */
async function startRelay(/** @type {import('node:http').Server} */ server) {
  const { module } = await runnerImport(fileURLToPath(new URL('../../../src/relay/index.ts', import.meta.url)), { configFile: false, logLevel: 'error' });
  const relay = module.createRelay();
  relay.attach(server);
  return relay;
}

/**
 * Serves texts by path on loopback, with the relay at /relay and the least possible one at /bare.
 * @param {ReadonlyMap<string, string>} texts
 */
export async function serve(texts) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const body = texts.get(pathname);
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Type': pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(body);
  });
  const relay = await startRelay(server);
  const closeHub = attachBareHub(server);
  await new Promise((resolve) => { server.listen(0, 'localhost', () => resolve(undefined)); });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    async close() {
      closeHub();
      await relay.close();
      server.closeAllConnections();
      await new Promise((resolve) => { server.close(() => resolve(undefined)); });
    },
  };
}

/** @param {string} body @param {string} [head] */
export const html = (body, head = '') => `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">${head}<body>${body}</body></html>`;
