import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const STARTS_WITHIN = 60_000;

/** Starts what `npm start` starts, on a port of its own, and puts the address it prints into DEMO_URL. One that is set already is used. */
export default async function serveDemo(): Promise<() => Promise<void>> {
  if (process.env['DEMO_URL']) return async () => {};
  const server = spawn(process.execPath, ['demo/start.js', '--no-open', '--no-watch', '--port', '5300'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  process.env['DEMO_URL'] = await printedAddress(server);
  return () => new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

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
