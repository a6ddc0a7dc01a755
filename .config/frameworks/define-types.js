import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { built, entries, ROOT } from '../entries.js';

/**
 * The compiler leaves nothing in the declarations of a module that is imported for what it does. A program whose only
 * import is `trtc-calling-elements/define` shall know the elements all the same, so these declarations point at them.
 */
export function writeDefineTypes() {
  for (const [path, source] of Object.entries(entries())) {
    if (!path.endsWith('/define')) continue;
    const file = join(ROOT, `${built(source)}.d.ts`);
    const classes = path === './define' ? './index.js' : `./${basename(source, '.define.ts')}.js`;
    writeFileSync(file, `${readFileSync(file, 'utf8').replace(/^export \{\};\n/m, '')}export type * from '${classes}';\n`);
  }
}
