/** Writes custom-elements.json from the sources; with --check, says instead whether the committed one is what would be written. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT } from './entries.js';

const COMMITTED = join(ROOT, 'custom-elements.json');
const ANALYZER = join(ROOT, 'node_modules/@custom-elements-manifest/analyzer/cem.js');

function analyze() {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  try {
    execFileSync(process.execPath, [ANALYZER, 'analyze', '--quiet', '--config', '.config/manifest.config.js', '--outdir', relative(ROOT, folder)], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    return readFileSync(join(folder, 'custom-elements.json'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const text = analyze();
if (!process.argv.includes('--check')) writeFileSync(COMMITTED, text);
else if (!existsSync(COMMITTED) || readFileSync(COMMITTED, 'utf8') !== text) {
  process.stderr.write('custom-elements.json is not what the sources say. Run: npm run manifest\n');
  process.exit(1);
}
