import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createServer as createVite, preview } from 'vite';
import { WebSocket, WebSocketServer } from 'ws';
import { createRelay, relayPlugin } from '../../src/relay/index.js';
import { Client, startStation } from './client.js';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

describe('relay: on a server', () => {
  it('leaves upgrades of other paths to others', async () => {
    const server = createServer();
    const relay = createRelay();
    relay.attach(server, '/calls');
    const other = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, socket, head) => {
      if (request.url === '/other') other.handleUpgrade(request, socket, head, (webSocket) => webSocket.close(4999));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const base = `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    const theirs = new Client(`${base}/other`);
    assert.equal(await theirs.ended(), 4999);
    const ours = new Client(`${base}/calls?with=query`);
    await ours.next('hello');
    await relay.close();
    other.close();
    server.close();
  });

  it('says goodbye to everybody when it closes, and frees the server', async () => {
    const station = await startStation();
    const alice = await station.login({ userId: 'alice' });
    const bystander = await station.connect();
    await station.relay.close();
    assert.equal(await alice.ended(), 1012);
    assert.equal(await bystander.ended(), 1012);
    assert.equal(station.relay.connectionCount, 0);
    assert.equal(station.relay.userCount, 0);
    assert.equal(station.server.listenerCount('upgrade'), 0);
    await new Promise((resolve) => { station.server.close(resolve); });
  });

  it('closes within two seconds even when a client does not answer', async () => {
    const station = await startStation();
    const alice = await station.login({ userId: 'alice' });
    alice.socket.pause();
    const started = Date.now();
    await station.relay.close();
    assert.ok(Date.now() - started < 2000);
    await station.close();
  });

  it('mounts on the server of Vite, beside its own socket', async () => {
    const vite = await createVite({ configFile: false, root: FOLDER, logLevel: 'silent', server: { host: '127.0.0.1', port: 0 }, optimizeDeps: { noDiscovery: true }, plugins: [relayPlugin()] });
    await vite.listen();
    const address = vite.httpServer?.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const alice = new Client(`ws://127.0.0.1:${port}/relay`);
    await alice.next('hello');
    alice.login({ userId: 'alice' });
    await alice.next('welcome');
    const hot = new WebSocket(`ws://127.0.0.1:${port}/?token=${vite.config.webSocketToken}`, 'vite-hmr');
    const [greeting] = await once(hot, 'message');
    hot.terminate();
    await vite.close();
    assert.deepEqual(JSON.parse(String(greeting)), { type: 'connected' });
    await alice.ended();
  });

  it('mounts on the preview server of Vite', async () => {
    const server = await preview({ configFile: false, root: FOLDER, logLevel: 'silent', build: { outDir: FOLDER }, preview: { host: '127.0.0.1', port: 0 }, plugins: [relayPlugin({ path: '/calls' })] });
    const address = server.httpServer.address();
    const alice = new Client(`ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/calls`);
    await alice.next('hello');
    await server.close();
    await alice.ended();
  });
});
