import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const PREFIX = '/__tencent-sdks/';
const ENTRIES = /** @type {const} */ ({ 'tim-js-sdk': 'tim', tsignaling: 'tsignaling', 'trtc-js-sdk/trtc.esm.js': 'trtc' });

/**
 * Tencent's libraries, unmodified, in a form that a browser can import: two of them are not ES modules. Bundled once per
 * run, with one copy of TIM, as an application's bundler would.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const sdksInWtr = () => {
  /** @type {Promise<Map<string, string>> | undefined} */
  let files;
  return {
    name: 'tencent-sdks',
    resolveImport({ source }) {
      const name = Object.entries(ENTRIES).find(([specifier]) => specifier === source)?.[1];
      return name && `${PREFIX}${name}.js`;
    },
    async serve({ path }) {
      if (!path.startsWith(PREFIX)) return undefined;
      files ??= bundle();
      const body = (await files).get(path.slice(PREFIX.length));
      return body === undefined ? undefined : { body, type: 'js' };
    },
  };
};

async function bundle() {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    resolve: { alias: [{ find: /^tim-js-sdk$/, replacement: fileURLToPath(new URL('../../.config/tim-js-sdk-es.js', import.meta.url)) }] },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(ENTRIES).map(([specifier, name]) => [name, specifier])),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}
