import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { ROOT } from '../../.config/entries.js';

/** The TypeScript files, declarations left aside, below a folder, as paths from the project's root. @param {string} folder */
export const sourcesIn = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map((file) => posix.join(folder, String(file).replaceAll('\\', '/'))).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')).toSorted();

/** `import x from 'y'`, `export … from 'y'`, `import 'y'` (group 2), `import('y')` (group 3); group 1 is there for types only. */
const IMPORT = /^[ \t]*(?:import|export)\s+(type\s)?[^'"`;()]*?from\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/**
 * @typedef {{ from: string, to: string, typeOnly: boolean, lazy: boolean }} Import `to` is a path from the root, or a package
 * @param {string} file
 * @returns {Import[]}
 */
export function importsOf(file) {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, type, from, bare, lazy]) => {
    const name = from ?? bare ?? lazy ?? '';
    const to = name.startsWith('.') ? posix.join(dirname(file), name).replace(/\.js$/, '.ts') : name;
    return { from: file, to, typeOnly: type !== undefined, lazy: lazy !== undefined };
  });
}

export const importsIn = (/** @type {string} */ folder) => sourcesIn(folder).flatMap(importsOf);

/** One line per import, for a message that says where. @param {readonly Import[]} found */
export const listed = (found) => found.map(({ from, to }) => `${from} imports ${to}`);
