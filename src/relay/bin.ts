#!/usr/bin/env node
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';
import { DEFAULT_RELAY_PATH } from '../engines/local/relay-protocol.js';
import { LOOPBACK, originList } from './origins.js';
import { createRelay } from './relay.js';

const USAGE = `Usage: trtc-calling-relay [--port 8787] [--host 127.0.0.1] [--path /relay] [--origin https://app.example.com]… [--token …]

Carries the signalling of trtc-calling-elements' local engine.
  --port     0 takes any free port
  --host     127.0.0.1 serves this machine only, 0.0.0.0 everybody who can reach it
  --origin   a site besides the relay's own host whose pages may connect; may be given several times
  --token    a secret of 16 characters or more that clients must know; RELAY_TOKEN in the environment does the same
             and is not shown in the list of processes
`;

interface Settings {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  readonly origins: readonly string[];
  readonly token: string | undefined;
}

function readSettings(): Settings | 'help' {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8787' },
      host: { type: 'string', default: '127.0.0.1' },
      path: { type: 'string', default: DEFAULT_RELAY_PATH },
      origin: { type: 'string', multiple: true, default: [] },
      token: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is not a port.`);
  if (!values.path.startsWith('/')) throw new Error('--path must begin with a slash.');
  return { port, host: values.host, path: values.path, origins: values.origin, token: values.token ?? process.env['RELAY_TOKEN'] };
}

function run({ port, host, path, origins, token }: Settings): void {
  const relay = createRelay({ allowOrigin: originList(origins), ...(token === undefined ? {} : { token }) });
  const server = createServer((_request, response) => {
    response.writeHead(426, { 'Content-Type': 'text/plain' }).end('This is a WebSocket relay.\n');
  });
  relay.attach(server, path);
  // After the relay's own listener: whoever asks for another path is sent away instead of waiting.
  server.on('upgrade', (request, socket) => {
    if (request.url?.split('?', 1)[0] !== path) socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  server.on('error', (error) => fail(error.message));
  server.listen(port, host, () => {
    const address = server.address();
    const bound = typeof address === 'object' && address ? address.port : port;
    if (token === undefined && !LOOPBACK.test(host)) process.stderr.write('Anybody who can reach this relay can log in as anybody: see --token.\n');
    process.stdout.write(`Relay at ws://${host.includes(':') ? `[${host}]` : host}:${bound}${path}\n`);
  });
  const stop = (): void => {
    server.close();
    void relay.close().then(() => server.closeAllConnections());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

try {
  const settings = readSettings();
  if (settings === 'help') process.stdout.write(USAGE);
  else run(settings);
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
}
