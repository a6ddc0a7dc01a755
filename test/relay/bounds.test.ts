import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { WebSocket } from 'ws';
import { CLOSED_REFUSED, MAX_BODY_LENGTH, MAX_FRAME_BYTES } from '../../src/engines/local/relay-protocol.js';
import { originList } from '../../src/relay/index.js';
import { startStation, until, type Station } from './client.js';

/** The http status with which an upgrade is refused. */
function refusalOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { headers });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', reject);
  });
}

describe('relay: bounds', () => {
  let station: Station;
  afterEach(() => station.close());

  it('survives any text and any bytes, before and after a login', async () => {
    station = await startStation({ limits: { messagesPerSecond: 1e6, messageBurst: 1e6, bytesPerSecond: 1e9, byteBurst: 1e9 } });
    const frames = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.uint8Array({ maxLength: 200 }),
      fc.record({
        type: fc.constantFrom('login', 'logout', 'send', 'join', 'leave', 'publish', 'watch', 'unwatch', 'hello', '__proto__', 'constructor'),
        to: fc.anything(), topic: fc.anything(), body: fc.anything(), peer: fc.anything(), login: fc.anything(), version: fc.anything(),
      }, { requiredKeys: ['type'] }).map((value) => JSON.stringify(value) ?? ''),
    );
    await fc.assert(fc.asyncProperty(fc.array(frames, { maxLength: 20 }), fc.boolean(), async (said, loggedIn) => {
      const client = loggedIn ? await station.login({ userId: 'fuzz' }) : await station.connect();
      for (const one of said) client.socket.send(one);
      client.socket.close();
      await client.ended();
      const witness = await station.login({ userId: 'witness' });
      assert.ok(await witness.isStillServed());
      witness.socket.close();
      await witness.ended();
    }), { numRuns: 100 });
  });

  it('survives bytes that are no WebSocket frames, and an upgrade that breaks off', async () => {
    station = await startStation();
    const request = 'GET /relay HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
    for (const garbage of [Buffer.from([0xff, 0xff, 0xff, 0xff]), Buffer.from([0x81, 0x7f, 0xff]), Buffer.alloc(4096, 0x88), Buffer.from('GET / HTTP/1.1\r\n\r\n')]) {
      const socket = connectTcp(station.port, '127.0.0.1');
      socket.on('error', () => { /* The relay may reset it. */ });
      socket.write(request);
      await once(socket, 'data');
      socket.write(garbage);
      socket.destroySoon();
      await once(socket, 'close');
    }
    const broken = connectTcp(station.port, '127.0.0.1');
    broken.write(request);
    broken.resetAndDestroy();
    await once(broken, 'close');
    const alice = await station.login({ userId: 'alice' });
    assert.ok(await alice.isStillServed());
    await until(() => station.relay.connectionCount === 1, () => `one connection, there are ${station.relay.connectionCount}`);
  });

  it('closes on a frame that is too large, and drops a body that is too long', async () => {
    station = await startStation();
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    alice.say({ type: 'send', to: 'bob', body: 'x'.repeat(MAX_BODY_LENGTH + 1) });
    alice.say({ type: 'send', to: 'bob', body: 'x'.repeat(MAX_BODY_LENGTH) });
    assert.equal((await bob.next('message')).body.length, MAX_BODY_LENGTH);
    alice.socket.send('x'.repeat(MAX_FRAME_BYTES + 1));
    assert.equal(await alice.ended(), 1009);
    assert.ok(await bob.isStillServed());
  });

  it('closes on binary messages', async () => {
    station = await startStation();
    const alice = await station.login({ userId: 'alice' });
    alice.socket.send(Buffer.from('{}'));
    assert.equal(await alice.ended(), 1003);
  });

  it('cuts off a client that says too much', async () => {
    station = await startStation({ limits: { messageBurst: 20, messagesPerSecond: 1 } });
    const alice = await station.login({ userId: 'alice' });
    for (let count = 0; count < 30; count += 1) alice.say({ type: 'send', to: 'bob', body: '' });
    assert.equal(await alice.ended(), 1013);
  });

  it('cuts off a client that does not take what is sent to it', async () => {
    station = await startStation({ limits: { backlogBytes: 64 * 1024, messageBurst: 1e6, byteBurst: 1e9 } });
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    bob.socket.pause();
    for (let count = 0; count < 400 && station.relay.connectionCount === 2; count += 1) {
      alice.say({ type: 'send', to: 'bob', body: 'x'.repeat(60_000) });
      await new Promise((resolve) => { setImmediate(resolve); });
    }
    await until(() => station.relay.connectionCount === 1, () => 'the slow client to be cut off');
    assert.ok(await alice.isStillServed());
  });

  it('closes a socket that does not log in', async () => {
    station = await startStation({ limits: { loginMs: 50 } });
    const client = await station.connect();
    assert.equal(await client.ended(), 1008);
  });

  it('takes no more connections than it may', async () => {
    station = await startStation({ limits: { connections: 1 } });
    await station.login({ userId: 'alice' });
    assert.equal(await refusalOf(`ws://127.0.0.1:${station.port}/relay`), 503);
  });

  it('takes pages of its own host and loopback, and no others unless they are listed', async () => {
    station = await startStation({ allowOrigin: originList(['https://app.example.com']) });
    const url = `ws://127.0.0.1:${station.port}/relay`;
    const statusFor = (origin: string): Promise<number> => refusalOf(url, { Origin: origin });
    assert.equal(await statusFor('https://evil.example.com'), 403);
    assert.equal(await statusFor('null'), 403);
    assert.equal(await statusFor('http://127.0.0.1.evil.example.com'), 403);
    assert.equal(await statusFor('http://localhost:5173'), 101);
    assert.equal(await statusFor('https://app.example.com'), 101);
    assert.equal(await refusalOf(url), 101);
  });

  it('admits whom the application admits, and nobody when its check fails', async () => {
    station = await startStation({
      authenticate: async ({ userId, ticket }) => {
        if (ticket === 'broken') throw new Error('The check does not work.');
        return ticket === `ticket of ${userId}`;
      },
    });
    await station.login({ userId: 'alice', ticket: 'ticket of alice' });
    for (const ticket of ['ticket of bob', 'broken', '']) {
      const client = await station.connect();
      client.login({ userId: 'alice', ticket });
      await client.next('refused');
      assert.equal(await client.ended(), CLOSED_REFUSED);
    }
  });
});
