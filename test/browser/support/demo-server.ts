import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const STARTS_WITHIN = 60_000;

/** So many tests run at once. */
export const WORKERS = 2;

/**
 * Starts what `npm start` starts, once for each worker, on ports of their own, and puts the addresses it prints into
 * DEMO_URL, with a space between. Those that are set already are used.
 */
export default async function serveDemo(): Promise<() => Promise<void>> {
  if (process.env['DEMO_URL']) return async () => {};
  const servers: ChildProcess[] = [];
  const addresses: string[] = [];
  // One after the other: the first prepares what the next finds prepared.
  for (let index = 0; index < WORKERS; index += 1) {
    const server = spawn(process.execPath, ['demo/start.js', '--no-open', '--no-watch', '--port', '5300'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    servers.push(server);
    addresses.push(await printedAddress(server));
  }
  process.env['DEMO_URL'] = addresses.join(' ');
  return async () => { await Promise.all(servers.map(ended)); };
}

const ended = (server: ChildProcess): Promise<void> => new Promise((resolve) => {
  server.once('exit', () => resolve());
  server.kill('SIGTERM');
});

function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const timer = setTimeout(() => reject(new Error(`The demo did not start. It said:\n${printed}`)), STARTS_WITHIN);
    server.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /The demo\s+(http:\/\/\S+)/.exec(printed)?.[1];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    server.once('exit', (code) => reject(new Error(`The demo ended with ${code}. It said:\n${printed}`)));
  });
}
