import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// The tests beside this file are TypeScript; Vite loads them into this process as they are.
const here = fileURLToPath(new URL('.', import.meta.url));
for (const file of readdirSync(here).filter((name) => name.endsWith('.test.ts')).toSorted()) {
  await runnerImport(`${here}${file}`, { configFile: false, logLevel: 'error' });
}
