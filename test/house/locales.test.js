import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { built, localeNames, ROOT } from '../../.config/entries.js';

/** @param {string} name @returns {Promise<Record<string, string | ((params: object) => string)>>} */
const load = async (name) => (await import(pathToFileURL(join(ROOT, `${built(`components/locales/${name}.ts`)}.js`)).href)).default;
const COUNTS = [0, 1, 2, 3, 11, 100];
const places = (/** @type {string} */ sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([place]) => place).toSorted();

describe('Locales', async () => {
  const english = await load('en');

  for (const name of localeNames()) {
    it(`${name} has every sentence of English, none empty, with the same places to fill`, async () => {
      const messages = await load(name);
      assert.deepEqual(Object.keys(messages).toSorted(), Object.keys(english).toSorted());
      for (const [key, sentence] of Object.entries(messages)) {
        const asked = places(String(english[key]));
        if (typeof sentence === 'string') {
          assert.ok(sentence.trim(), `${name}: ${key} is empty`);
          assert.deepEqual(places(sentence), asked, `${name}: ${key}`);
        } else {
          // What goes by a number may leave it out ("one more"), but says something for each.
          assert.ok(asked.length > 0, `${name}: ${key} is no sentence of a number`);
          for (const count of COUNTS) {
            const params = Object.fromEntries(asked.map((place) => [place, place === 'names' ? 'Ann' : count]));
            const said = sentence(params);
            assert.ok(said.trim() && !/undefined|NaN/.test(said), `${name}: ${key} of ${count}: ${said}`);
            assert.deepEqual(places(said).filter((place) => !asked.includes(place)), [], `${name}: ${key} of ${count}: ${said}`);
          }
        }
      }
    });
  }
});
