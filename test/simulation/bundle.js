import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The simulation as a module that Node runs. `change` may alter a source on its way: how the rules are broken on purpose.
 * @param {(file: string, source: string) => string} [change] `file` relative to the project
 * @returns {Promise<typeof import('./simulate.js')>}
 */
export async function loadSimulation(change = (_file, source) => source) {
  const folder = mkdtempSync(join(tmpdir(), 'trtc-calling-simulation-'));
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      plugins: [{ name: 'change-sources', enforce: 'pre', transform: (source, id) => change(id.slice(ROOT.length).split('\\').join('/'), source) }],
      build: { ssr: 'test/simulation/simulate.ts', outDir: folder, emptyOutDir: true, minify: false, rollupOptions: { output: { entryFileNames: 'simulate.mjs' } } },
    });
    return await import(pathToFileURL(join(folder, 'simulate.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
