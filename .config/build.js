/** `npm run build`: modules, the single file, declarations, the types of the frameworks, the theme. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './entries.js';
import { writeDefineTypes } from './frameworks/define-types.js';
import { writeFrameworks } from './frameworks/write.js';

const node = (/** @type {readonly string[]} */ ...args) => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'cdn');
node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'cdn-tencent');
node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'cdn-worker');
node('node_modules/typescript/bin/tsc', '-p', '.config/tsconfig.build.json');

writeDefineTypes();
writeFrameworks();

/** The tokens as a style sheet to start a brand from; the elements carry the same values themselves. */
const theme = readFileSync(join(ROOT, 'components/theme/theme.css'), 'utf8');
writeFileSync(join(ROOT, 'dist/components/theme/theme.css'), theme.replace(':root {', ':root {\n  color-scheme: light dark;').replace(/^ {2}(--.*;) (\/\*.*\*\/)$/gm, '  $2\n  $1'));
