/**
 * `npm run release -- 1.2.0`: what has to be true before a version goes out, and then out it goes: everything committed on
 * main, a section of that version in CHANGELOG.md, `npm test` passed, a commit and a tag. Publishing itself is the last
 * step and happens where provenance can be proven (an OpenID Connect token of the build service; npm calls it
 * `--provenance`); elsewhere, and with --dry-run, it says what it would do.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './entries.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } });
const dryRun = values['dry-run'];
const [version = ''] = positionals;

const git = (/** @type {readonly string[]} */ ...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
const npm = (/** @type {readonly string[]} */ ...args) => execFileSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');

/** @param {boolean} holds @param {string} otherwise */
function must(holds, otherwise) {
  if (holds) return;
  process.stderr.write(`${otherwise}\n`);
  process.exit(1);
}

must(/^\d+\.\d+\.\d+$/.test(version), 'Name the version: npm run release -- 1.2.0');
must(git('status', '--porcelain') === '', 'Commit everything first.');
must(git('branch', '--show-current') === 'main', 'Releases are made from main.');
must(git('tag', '--list', `v${version}`) === '', `v${version} is there already.`);
must(new RegExp(`^## ${version.replaceAll('.', '\\.')}$`, 'm').test(read('CHANGELOG.md')), `CHANGELOG.md has no section "## ${version}". Rename "Unreleased".`);

npm('test');
const provable = Boolean(process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? process.env['SIGSTORE_ID_TOKEN']);
if (dryRun || !provable) {
  npm('pack', '--dry-run');
  process.stdout.write(`\nAll is well. ${dryRun ? 'A dry run ends here.' : 'Nothing here can prove where the package was built; run this in the build service.'}\n`);
  process.exit(0);
}

const manifest = JSON.parse(read('package.json'));
writeFileSync(join(ROOT, 'package.json'), `${JSON.stringify({ ...manifest, version }, null, 2)}\n`);
npm('install', '--package-lock-only', '--ignore-scripts');
git('commit', '--all', '--message', version);
git('tag', `v${version}`);
npm('publish', '--provenance', '--access', 'public');
process.stdout.write(`\n${version} is out. Push main and v${version}.\n`);
