/** `npm run build`: modules, the single file, declarations, the theme. */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './entries.js';

const node = (/** @type {readonly string[]} */ ...args) => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'cdn');
node('node_modules/typescript/bin/tsc', '-p', '.config/tsconfig.build.json');
cpSync(join(ROOT, 'components/theme/theme.css'), join(ROOT, 'dist/components/theme/theme.css'));
