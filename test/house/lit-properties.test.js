import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { ROOT } from '../../.config/entries.js';

/** @type {{ modules: { declarations: { name: string, tagName?: string, attributes?: { name: string }[] }[] }[] }} */
const manifest = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName !== undefined);
const built = await import(pathToFileURL(join(ROOT, 'dist/src/index.js')).href);

describe('The built elements', () => {
  it('observe the attributes that their decorators say, and nothing else', () => {
    assert.ok(elements.length > 25);
    for (const { name, attributes = [] } of elements) {
      assert.deepEqual([...built[name].observedAttributes].toSorted(), attributes.map((attribute) => attribute.name).toSorted(), name);
    }
  });

  it('have no decorator left', () => {
    const files = readdirSync(join(ROOT, 'dist/components'), { recursive: true }).map(String).filter((file) => file.endsWith('.js'));
    assert.deepEqual(files.filter((file) => /__decorate|lit\/decorators/.test(readFileSync(join(ROOT, 'dist/components', file), 'utf8'))), []);
  });
});
