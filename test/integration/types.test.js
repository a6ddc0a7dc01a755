import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { FRAMEWORKS, HERE } from './frameworks.js';

/** @param {readonly string[]} args @returns {Promise<string>} what the checker says */
const check = (args) => new Promise((resolve) => {
  execFile(process.execPath, args, { cwd: HERE, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } }, (_error, stdout, stderr) => resolve(stripVTControlCharacters(stdout + stderr)));
});

/** A line that names an error, in the words of tsc, ngc, vue-tsc and svelte-check. */
const ERROR = /\berror (?:TS|NG)\d+|- error|^\d+ ERROR /;

describe('The types for', { concurrency: 2 }, () => {
  for (const [name, { check: args, mistakes }] of Object.entries(FRAMEWORKS)) {
    it(`${name} let the app pass, and refuse a wrong attribute, a wrong value and a wrong event detail`, async () => {
      const said = await check(args);
      const errors = said.split('\n').filter((line) => ERROR.test(line));
      for (const mistake of mistakes) assert.match(said, mistake);
      assert.equal(errors.length, mistakes.length, said);
      assert.deepEqual(errors.filter((line) => !/wrong\./i.test(line)), []);
    });
  }
});
