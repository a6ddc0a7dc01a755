/**
 * `npm start`: the demo with the relay on one port, on a machine with nothing but Node and npm.
 * `npm start -- --no-open` opens no browser, `--port 8080` begins looking for a free port there, `--no-watch` leaves the
 * pages alone when a source changes, `--help` lists the options.
 */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { endChildren, ROOT, say, stop } from '../test/run/command.js';
import { onEnd } from '../test/run/ending.js';
import { install } from '../test/run/install.js';

const OPTIONS = 'The options are --no-open, --no-watch, --port <number> and --help.';
const FIRST_PORT = 5173;
const HELP = `npm start -- [options]: the demo and the relay on one port, until Ctrl+C.

  --port <number>  the first port to try; ${FIRST_PORT} unless said
  --no-open        opens no browser
  --no-watch       leaves the pages alone when a source changes
  --help           these lines`;
const PORTS_TO_TRY = 50;

function readOptions() {
  try {
    const { values } = parseArgs({ options: { 'no-open': { type: 'boolean', default: false }, 'no-watch': { type: 'boolean', default: false }, port: { type: 'string', default: String(FIRST_PORT) }, help: { type: 'boolean', short: 'h', default: false } } });
    if (values.help) {
      say(HELP);
      process.exit(0);
    }
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) stop(`--port takes a number from 1 to 65535, not "${values.port}".`);
    return { port, open: !values['no-open'], watch: !values['no-watch'] };
  } catch (error) {
    const what = (error instanceof Error ? error.message : String(error)).split(/\n|\. /)[0] ?? '';
    return stop(`${what.replace(/\.?$/, '.')} ${OPTIONS}`);
  }
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>} also true where the machine has no such address
 */
const isFreeAt = (port, host) => new Promise((resolve) => {
  const probe = createServer();
  probe.once('error', (error) => resolve('code' in error && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')));
  probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
});

/** `localhost` is two addresses: whoever holds one of them would get half of the visitors. */
const isFree = async (/** @type {number} */ port) => (await isFreeAt(port, '127.0.0.1')) && (await isFreeAt(port, '::1'));

/** @param {number} first */
async function findPort(first) {
  const last = Math.min(first + PORTS_TO_TRY - 1, 65_535);
  for (let port = first; port <= last; port += 1) {
    if (await isFree(port)) return port;
    say(`Port ${port} is taken; trying the next.`);
  }
  return stop(`No free port was found from ${first} to ${last}. Name another: npm start -- --port <number>`);
}

const hasDesktop = () =>
  !process.env['CI'] && !process.env['SSH_CONNECTION'] &&
  (process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']));

/** @param {string} url */
function openBrowser(url) {
  const [program, args] = process.platform === 'darwin' ? ['open', [url]] : process.platform === 'win32' ? ['cmd', ['/c', 'start', '', url]] : ['xdg-open', [url]];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.once('error', () => say(`No browser could be opened; go to ${url}`));
  child.unref();
}

/** @type {{ close(): Promise<void> }[]} */
const open = [];
onEnd(() => {
  endChildren();
  setTimeout(() => process.exit(0), 3000).unref();
  void Promise.allSettled(open.map((each) => each.close())).finally(() => process.exit(0));
});

const options = readOptions();
await install();
say('Starting the demo and the relay …');
const port = await findPort(options.port);
const vite = await import('vite');
open.push(await vite
  .createServer({ configFile: `${ROOT}vite.config.ts`, server: { host: 'localhost', port, strictPort: true, ...(options.watch ? {} : { hmr: false, watch: null }) }, logLevel: 'warn', clearScreen: false })
  .then((created) => created.listen())
  .catch((error) => stop(`The demo could not be started: ${error instanceof Error ? error.message : error}`)));

const url = `http://localhost:${port}/`;
say(`\n  The demo    ${url}`);
say(`  One phone   ${url}?user=alice`);
say(`  The relay   ws://localhost:${port}/relay\n`);
say('Ctrl+C ends it.');
if (options.open && hasDesktop()) openBrowser(url);
