import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { elementNames, ROOT } from '../../.config/entries.js';
import { elements } from '../../.config/docs-data.js';

const STATES = join(ROOT, 'demo/gallery/states');

describe('The gallery', () => {
  it('lists every element of the manifest', () => {
    assert.deepEqual(elements().map(({ name }) => name), elementNames());
  });

  it('has a file of states for every element, each state with a name of its own that an address can hold', () => {
    for (const { name } of elements()) {
      const file = join(STATES, `${name}.ts`);
      assert.ok(existsSync(file), `demo/gallery/states/${name}.ts is missing: the states in which <trtc-${name}> is to be seen`);
      const names = [...readFileSync(file, 'utf8').matchAll(/\bname: '([^']*)'/g)].map(([, state]) => state);
      assert.deepEqual(names.filter((state) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(state ?? '')), [], name);
      assert.equal(new Set(names).size, names.length, `${name}: two states share a name`);
    }
  });

  it('has no states of an element that there is not', () => {
    const known = new Set(elements().map(({ name }) => `${name}.ts`));
    assert.deepEqual(readdirSync(STATES).filter((file) => !known.has(file)), []);
  });
});
