import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { ROOT } from '../entries.js';

/**
 * What editors complete from: VS Code's custom data (`html.customData`, `css.customData`) and JetBrains' web-types, which
 * `web-types` in package.json names.
 * @returns {Record<string, object>} the files by their names
 */
export function editorData() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));
  const manifest = read(join(ROOT, 'custom-elements.json'));
  const outdir = mkdtempSync(join(tmpdir(), 'editor-data-'));
  try {
    generateVsCodeCustomElementData(manifest, { outdir, hideLogs: true, descriptionSrc: 'summary' });
    generateJetBrainsWebTypes(manifest, { outdir, hideLogs: true, descriptionSrc: 'summary', packageJson: false });
    const files = ['vscode.html-custom-data.json', 'vscode.css-custom-data.json', 'web-types.json'];
    return Object.fromEntries(files.map((file) => [file, read(join(outdir, file))]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
