/** The blocks of code in README and guide: where each is, its language, and whether Node runs it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../.config/entries.js';

/** @typedef {{ where: string, language: string, isForNode: boolean, code: string }} Snippet */

const GUIDE = 'demo/guide/en';

export const guidePages = () => readdirSync(join(ROOT, GUIDE)).filter((file) => file.endsWith('.md')).map((file) => `${GUIDE}/${file}`).toSorted();

/** @param {string} file @returns {Snippet[]} */
export const snippetsIn = (file) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^```(\w+)( node)?\n([\s\S]*?)^```$/gm)]
    .map(([, language = '', node, code = ''], index) => ({ where: `${file}, block ${index + 1}`, language, isForNode: node !== undefined, code }));

/** @returns {Snippet[]} */
export const allSnippets = () => ['README.md', ...guidePages()].flatMap(snippetsIn);
