import { fileURLToPath } from 'node:url';

/** This folder. */
export const HERE = fileURLToPath(new URL('.', import.meta.url));

const bin = (/** @type {string} */ path) => `${HERE}node_modules/${path}`;
const tsc = (/** @type {string} */ project) => [bin('typescript/bin/tsc'), '-p', `${HERE}${project}`];

/** Angular's compiler: also what the app is built with. @param {string} config @returns {readonly string[]} */
export const ngc = (config) => [bin('@angular/compiler-cli/bundles/src/bin/ngc.js'), '-p', `${HERE}angular/${config}`];

/**
 * How each framework's types are checked, and what its checker must say of the mistakes in its file "wrong".
 * @type {Record<string, { check: readonly string[], mistakes: readonly RegExp[] }>}
 */
export const FRAMEWORKS = {
  html: { check: tsc('html'), mistakes: [/"circle"/, /noSuchProperty/, /noSuchDetail/] },
  react: { check: tsc('react'), mistakes: [/"circle"/, /noSuchAttribute/, /'?number'? is not assignable/, /noSuchDetail/] },
  solid: { check: tsc('solid'), mistakes: [/"circle"/, /noSuchAttribute/, /'?number'? is not assignable/, /noSuchDetail/] },
  vue: { check: [bin('vue-tsc/bin/vue-tsc.js'), '-p', `${HERE}vue`], mistakes: [/"circle"/, /noSuchAttribute/, /noSuchDetail/] },
  svelte: {
    check: [bin('svelte-check/bin/svelte-check'), '--workspace', `${HERE}svelte`, '--tsconfig', 'tsconfig.json', '--output', 'machine'],
    mistakes: [/circle/, /no-such-attribute/, /noSuchDetail/],
  },
  angular: { check: ngc('tsconfig.check.json'), mistakes: [/"circle"/, /noSuchProperty/, /noSuchDetail/] },
};
