import { existsSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallFirefox } from './browser.js';
import { prepareApps } from '../integration/run.js';
import { ROOT, runNode, say } from './command.js';
import { findOrInstallCoturn } from './coturn.js';
import { emptyTally, failedFiles, readTally, sumOf, tallyOfBoth, tallyOfPlaywright, writeTally } from './tally.js';

const APP_TESTS = ['test/integration/types.test.js', 'test/integration/server-rendering.test.js'];
const TSC = 'node_modules/typescript/bin/tsc';
const PROJECTS = ['.', 'src/calling', 'src/relay', 'test/tsconfig.node.json'];

/**
 * @typedef {import('./tally.js').Tally} Tally
 * @typedef {{ chromium: string }} Context
 * @typedef {{ name: string, what: string, run: (context: Context) => Promise<Tally> }} Step
 */

/** A check that is right or wrong as a whole counts as one. */
const check = async (/** @type {readonly string[]} */ args) => {
  const { code } = await runNode(args);
  return code === 0 ? { ...emptyTally(), passed: 1 } : { ...emptyTally(), failed: 1, failures: [args.join(' ')] };
};

const checks = async (/** @type {readonly (readonly string[])[]} */ commands) => {
  const all = [];
  for (const args of commands) all.push(await check(args));
  return sumOf(all);
};

const tallyFile = () => join(mkdtempSync(join(tmpdir(), 'trtc-calling-elements-')), 'tally.json');

/** @param {(file: string) => Promise<{ code: number }>} runner */
async function tallied(runner) {
  const file = tallyFile();
  const { code } = await runner(file);
  return readTally(file, code);
}

const filesIn = (/** @type {string} */ folder, /** @type {string} */ ending) =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true }).map(String).filter((file) => file.endsWith(ending)).map((file) => join(folder, file)).toSorted()
    : [];

/** @param {() => readonly string[]} files @param {Record<string, string>} [env] */
const nodeTests = (files, env = {}) => () =>
  tallied((file) => runNode(
    ['--test', '--test-reporter=spec', '--test-reporter-destination=stdout', '--test-reporter=./test/run/node-tally.js', '--test-reporter-destination=stderr', ...files()],
    { env: { ...env, TALLY_FILE: file } },
  ));

/** @param {Record<string, string>} env */
async function inBrowser(env) {
  const run = (/** @type {string} */ file, /** @type {string[]} */ ...files) =>
    runNode(['node_modules/@web/test-runner/dist/bin.js', ...files.flatMap((each) => ['--files', each])], { env: { ...env, TALLY_FILE: file }, minutes: 12 });
  const first = tallyFile();
  const { code } = await run(first);
  // As with whole calls: on a build machine, where nobody can look again, one more try. What needed it is named.
  const again = process.env['CI'] ? failedFiles(first) : [];
  if (again.length === 0) return readTally(first, code);
  say(`\nOnce more, after a failure: ${again.join(', ')}`);
  const second = tallyFile();
  return tallyOfBoth(first, second, (await run(second, ...again)).code);
}

/** @param {string} chromium @param {string} config @param {string} [project] */
const playwright = (chromium, config, project = '') => tallied(async (file) => {
  const report = `${file}.playwright`;
  const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--config', config, ...(project === '' ? [] : ['--project', project])], {
    env: { CHROME_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    minutes: 15,
  });
  if (existsSync(report)) writeTally(file, tallyOfPlaywright(readFileSync(report, 'utf8')));
  return { code };
});

/** In the order of what fails soonest. @type {readonly Step[]} */
export const STEPS = [
  { name: 'lint', what: 'Lint (oxlint)', run: () => check(['node_modules/oxlint/bin/oxlint']) },
  { name: 'types', what: `Types (tsc: ${PROJECTS.join(', ')})`, run: () => checks(PROJECTS.map((project) => [TSC, '-p', project])) },
  { name: 'manifest', what: 'custom-elements.json is what the sources say', run: () => check(['.config/manifest.js', '--check']) },
  { name: 'unit', what: 'Unit and element tests in Chromium (web test runner)', run: ({ chromium }) => inBrowser({ CHROME_PATH: chromium, TEST_BROWSER: 'chromium' }) },
  {
    name: 'firefox',
    what: 'The same in Firefox; whole calls in it, and between it and Chromium',
    run: async ({ chromium }) => {
      const firefox = await findOrInstallFirefox();
      if (!firefox) {
        say('No Firefox here; left out. FIREFOX_PATH names one.');
        return emptyTally();
      }
      const env = { CHROME_PATH: chromium, FIREFOX_PATH: firefox };
      return sumOf([await inBrowser({ ...env, TEST_BROWSER: 'firefox' }), await nodeTests(() => filesIn('test/browsers', '.test.js'), env)()]);
    },
  },
  { name: 'build', what: 'Build, sizes; publint, attw, knip', run: () => checks([['.config/build.js'], ['.config/size.js', '--check'], ['.config/package-check.js']]) },
  { name: 'house', what: 'The built package and the house rules (Node)', run: nodeTests(() => filesIn('test/house', '.test.js')) },
  { name: 'simulation', what: 'Simulated worlds; every rule broken once is noticed (Node)', run: nodeTests(() => filesIn('test/simulation', '.test.js')) },
  { name: 'relay', what: 'The relay (Node)', run: nodeTests(() => filesIn('test/relay', '.test.js')) },
  {
    name: 'frameworks',
    what: 'The package as it is published in apps of React, Vue, Svelte, Solid, Angular and plain HTML: types, server, a call in each',
    run: async ({ chromium }) => {
      if (!(await prepareApps())) return { ...emptyTally(), failed: 1, failures: ['The apps could not be prepared.'] };
      return sumOf([await nodeTests(() => APP_TESTS)(), await playwright(chromium, 'test/integration/playwright.config.ts')]);
    },
  },
  {
    name: 'calls',
    what: 'Whole calls between browser contexts (Playwright)',
    run: async ({ chromium }) => {
      await findOrInstallCoturn();
      const config = 'test/browser/playwright.config.ts';
      return sumOf([await playwright(chromium, config, 'together'), await playwright(chromium, config, 'alone')]);
    },
  },
];
