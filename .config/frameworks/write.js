/** Writes the types of the frameworks and the data of the editors, from custom-elements.json. Part of `npm run build`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../entries.js';
import { angularModule, angularTypes } from './angular.js';
import { editorData } from './editors.js';
import { elementTypes } from './elements.js';
import { reactTypes, solidTypes, svelteTypes, vueTypes } from './jsx.js';
import { elementModels } from './model.js';

const MADE = '// Made from custom-elements.json.\n';
const FOLDER = join(ROOT, 'dist/src/frameworks');

export function writeFrameworks() {
  const elements = elementModels();
  const types = { elements: elementTypes, react: reactTypes, solid: solidTypes, svelte: svelteTypes, vue: vueTypes, angular: angularTypes };
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, write] of Object.entries(types)) {
    writeFileSync(join(FOLDER, `${name}.d.ts`), `${MADE}${write(elements)}`);
    // Types alone; a file to import all the same, so that `import 'trtc-calling-elements/react'` may stand in a program.
    writeFileSync(join(FOLDER, `${name}.js`), name === 'angular' ? `${MADE}${angularModule(elements)}` : 'export {};\n');
  }
  for (const [file, data] of Object.entries(editorData())) writeFileSync(join(ROOT, 'dist', file), `${JSON.stringify(data, null, 2)}\n`);
}
