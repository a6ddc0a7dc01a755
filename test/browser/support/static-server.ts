import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.svg': 'image/svg+xml' };

export interface StaticServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Sent with everything. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Is given the server before it listens. */
  readonly attach?: (server: Server) => void;
}

/** The plainest web server there is: texts by path, and files by path. It knows nothing of modules or of calls. */
export async function serve(texts: Readonly<Record<string, string>>, files: Readonly<Record<string, string>>, { headers = {}, attach }: ServeOptions = {}): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const send = (body: string | Buffer): void => { response.writeHead(200, { ...headers, 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(body); };
    const file = files[path];
    if (texts[path] !== undefined) send(texts[path]);
    else if (file) readFile(file).then(send, (error: Error) => { response.writeHead(500).end(error.message); });
    else response.writeHead(404).end();
  });
  attach?.(server);
  return listening(server);
}

/** A folder as files below `base`, which begins and ends with a slash. */
export async function serveFolder(folder: string, base: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = normalize(path.endsWith('/') ? `${path}index.html` : path);
    const notFound = (): void => { response.writeHead(404).end(); };
    if (!file.startsWith(base)) return notFound();
    readFile(join(folder, file.slice(base.length))).then((body) => { response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body); }, notFound);
    return undefined;
  });
  return listening(server);
}

async function listening(server: Server): Promise<StaticServer> {
  await new Promise<void>((resolve) => { server.listen(0, 'localhost', resolve); });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
