import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import * as fc from 'fast-check';
import { decodeClientFrame } from '../../src/engines/local/relay-protocol.js';
import { startStation, until, type Client, type Station } from './client.js';

const UNBOUNDED = { messagesPerSecond: 1e6, messageBurst: 1e6, bytesPerSecond: 1e9, byteBurst: 1e9 };
const UPGRADE = 'GET /relay HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

/** A frame of RFC 6455 section 5.2, with every bit as it may not be. */
const frames = fc.record({
  head: fc.nat(255), length: fc.oneof(fc.nat(125), fc.constantFrom(126, 127)), masked: fc.boolean(),
  extended: fc.uint8Array({ maxLength: 8 }), payload: fc.uint8Array({ maxLength: 64 }),
}).map(({ head, length, masked, extended, payload }) => Buffer.concat([Buffer.from([head, length | (masked ? 0x80 : 0)]), extended, payload]));

const KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'type', 'login', 'userId', 'sessionId', 'to', 'topic', 'body', 'peer', 'version', 'token'];
const values = fc.oneof(
  fc.anything({ withNullPrototype: true, key: fc.oneof(fc.constantFrom(...KEYS), fc.string()) }),
  fc.constantFrom(1e308, -1e308, Number.MAX_SAFE_INTEGER + 1, -0, 'x'.repeat(70_000), '\u0000', '\ud800'),
);
const words = fc.oneof(
  fc.record({
    type: fc.constantFrom('login', 'logout', 'send', 'join', 'leave', 'publish', 'watch', 'unwatch', ...KEYS),
    to: values, topic: values, body: values, peer: values, login: values, version: values, token: values,
  }, { requiredKeys: ['type'] }).map(toText),
  // What no serializer writes: it is read all the same.
  fc.constantFrom(
    '{"__proto__":{"type":"logout"}}', '{"type":"login","__proto__":{"login":{}},"version":1}', '{"type":"join","topic":{"toString":1}}',
    '{"type":"send","to":"bob","body":1e999}', '{"type":"login","version":1e999}', '{"constructor":{"prototype":{"admin":true}}}',
  ),
  fc.nat(100_000).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
  fc.nat(20_000).map((depth) => `{"type":"send","to":"bob","body":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`),
);

function toText(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
}

describe('relay: anything at all', () => {
  let station: Station;
  let witness: Client;
  beforeEach(async () => {
    station = await startStation({ limits: UNBOUNDED });
    witness = await station.login({ userId: 'witness' });
  });
  afterEach(async () => {
    await station.close();
    assert.deepEqual(Object.keys(Object.prototype), []);
  });

  const raw = async (parts: readonly Uint8Array[]): Promise<void> => {
    const socket = connectTcp(station.port, '127.0.0.1');
    socket.on('error', () => { /* The relay may reset it. */ });
    socket.resume();
    for (const part of parts) socket.write(part);
    socket.end();
    const timer = setTimeout(() => socket.destroy(), 60);
    await once(socket, 'close');
    clearTimeout(timer);
  };

  it('survives any bytes on its port', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), async (parts) => {
      await raw(parts);
      assert.ok(await witness.isStillServed());
    }), { numRuns: 50 });
  });

  it('survives broken frames after a proper beginning', async () => {
    await fc.assert(fc.asyncProperty(fc.array(frames, { minLength: 1, maxLength: 6 }), async (parts) => {
      await raw([Buffer.from(UPGRADE), ...parts]);
      assert.ok(await witness.isStillServed());
    }), { numRuns: 60 });
    await until(() => station.relay.connectionCount === 1, () => `only the witness to be connected, not ${station.relay.connectionCount}`);
  });

  it('survives wrong types, deep nesting, huge numbers and the names of prototypes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 12 }), fc.boolean(), async (said, loggedIn) => {
      const client = loggedIn ? await station.login({ userId: 'fuzz' }) : await station.connect();
      for (const one of said) client.socket.send(one);
      client.socket.close();
      await client.ended();
      assert.ok(await witness.isStillServed());
    }), { numRuns: 60 });
  });

  it('reads out of any text a frame of exactly its own fields, or nothing', () => {
    const fields: Readonly<Record<string, readonly string[]>> = {
      login: ['type', 'version', 'token', 'login'], logout: ['type'], send: ['type', 'to', 'body'], join: ['type', 'topic'], leave: ['type', 'topic'],
      publish: ['type', 'topic', 'body'], watch: ['type', 'peer'], unwatch: ['type', 'peer'],
    };
    fc.assert(fc.property(fc.oneof(words, fc.json(), fc.string({ unit: 'binary' })), (text) => {
      const frame = decodeClientFrame(text);
      if (frame) assert.deepEqual(Object.keys(frame), fields[frame.type]);
    }), { numRuns: 500 });
  });
});
