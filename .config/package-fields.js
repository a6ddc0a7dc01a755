/** Writes `exports` and `sideEffects` of package.json from the tree (`npm run exports`). A house test says when they are behind. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsField, ROOT, sideEffectsField } from './entries.js';

const FILE = join(ROOT, 'package.json');
const manifest = JSON.parse(readFileSync(FILE, 'utf8'));
writeFileSync(FILE, `${JSON.stringify({ ...manifest, exports: exportsField(), sideEffects: sideEffectsField() }, null, 2)}\n`);
