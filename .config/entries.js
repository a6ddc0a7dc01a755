import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const FIXED = {
  '.': 'src/index.ts',
  './define': 'components/define.ts',
  './core': 'src/core.ts',
  './engines/local': 'src/engines/local/index.ts',
  './engines/memory': 'src/engines/memory/index.ts',
  './engines/tencent': 'src/engines/tencent/index.ts',
  './notification-worker': 'src/page/notification-worker.ts',
  './relay': 'src/relay/index.ts',
};

/** Whose types for the elements the build makes from the manifest. */
export const FRAMEWORKS = /** @type {const} */ (['angular', 'react', 'solid', 'svelte', 'vue']);

/** What the build makes for editors. */
const EDITOR_DATA = ['vscode.html-custom-data.json', 'vscode.css-custom-data.json', 'web-types.json'];

const there = (/** @type {string} */ path) => existsSync(join(ROOT, path));

/** The folders of components/ that hold an element: `<name>/<name>.ts` and `<name>/<name>.define.ts`. */
export const elementNames = () =>
  readdirSync(join(ROOT, 'components'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && there(`components/${entry.name}/${entry.name}.define.ts`))
    .map(({ name }) => name)
    .toSorted();

/** The languages of components/locales. */
export const localeNames = () =>
  readdirSync(join(ROOT, 'components/locales'))
    .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
    .map((file) => file.slice(0, -3))
    .toSorted();

/**
 * What the package offers for import, and the source of each.
 * @returns {Record<string, string>}
 */
export function entries() {
  /** @type {Record<string, string>} */
  const all = { ...FIXED };
  for (const name of elementNames()) {
    all[`./${name}`] = `components/${name}/${name}.ts`;
    all[`./${name}/define`] = `components/${name}/${name}.define.ts`;
  }
  for (const name of localeNames()) all[`./locales/${name}`] = `components/locales/${name}.ts`;
  return all;
}

/** The command line of the relay. */
export const RELAY_BIN = 'src/relay/bin.ts';

/** Where the build puts a source file, without its ending. */
export const built = (/** @type {string} */ source) => `./dist/${source.replace(/\.ts$/, '')}`;

/** The `exports` of package.json. Types come first, as TypeScript asks. */
export function exportsField() {
  /** @type {Record<string, string | { types: string, default: string }>} */
  const field = {};
  for (const [path, source] of Object.entries(entries())) field[path] = { types: `${built(source)}.d.ts`, default: `${built(source)}.js` };
  for (const name of FRAMEWORKS) field[`./${name}`] = { types: `./dist/src/frameworks/${name}.d.ts`, default: `./dist/src/frameworks/${name}.js` };
  for (const file of EDITOR_DATA) field[`./${file}`] = `./dist/${file}`;
  field['./theme.css'] = './dist/components/theme/theme.css';
  field['./custom-elements.json'] = './custom-elements.json';
  field['./package.json'] = './package.json';
  return field;
}

const REGISTERING = ['components/define', 'components/define-parts', 'components/*/*.define'];

/**
 * The `sideEffects` of package.json: the files that register elements, and nothing else that a bundler must keep. The
 * sources are named beside what is built of them, because the build itself goes by this field.
 */
export const sideEffectsField = () => [
  ...REGISTERING.flatMap((path) => [`./${path}.ts`, `./dist/${path}.js`]),
  './demo/**',
  './dist/cdn/*.js',
  './dist/components/theme/*.css',
  './src/page/notification-worker.ts',
  './dist/src/page/notification-worker.js',
  `./${RELAY_BIN}`,
  `${built(RELAY_BIN)}.js`,
];
