/** `npm run build`: modules, the single file, declarations, the theme. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './entries.js';

const node = (/** @type {readonly string[]} */ ...args) => execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });

node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn');
node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', '--mode', 'cdn');
node('node_modules/typescript/bin/tsc', '-p', '.config/tsconfig.build.json');

/** The tokens as a style sheet to start a brand from; the elements carry the same values themselves. */
const { TOKENS } = await import(pathToFileURL(join(ROOT, 'dist/components/theme/tokens.js')).href);
const lines = TOKENS.map((/** @type {{ name: string, value: string, use: string }} */ { name, value, use }) => `  /* ${use} */\n  ${name}: ${value};`);
writeFileSync(join(ROOT, 'dist/components/theme/theme.css'), `:root {\n  color-scheme: light dark;\n${lines.join('\n')}\n}\n`);
