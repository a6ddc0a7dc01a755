import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { CLOSED_REFUSED } from '../../src/engines/local/relay-protocol.js';
import { createRelay } from '../../src/relay/index.js';
import { tokenCheck } from '../../src/relay/token-check.js';
import { startStation, type Station } from './client.js';

const TOKEN = 'correct horse battery';

describe('relay: its token', () => {
  let station: Station | undefined;
  afterEach(async () => {
    await station?.close();
    station = undefined;
  });

  it('lets in who knows it, and nobody else', async () => {
    station = await startStation({ token: TOKEN });
    const alice = await station.login({ userId: 'alice', token: TOKEN });
    assert.ok(await alice.isStillServed());
    for (const token of ['', TOKEN.slice(0, -1), `${TOKEN}!`, TOKEN.toUpperCase()]) {
      const client = await station.connect();
      client.login({ userId: 'mallory', token });
      await client.next('refused');
      assert.equal(await client.ended(), CLOSED_REFUSED);
    }
    const older = await station.connect();
    older.socket.send(JSON.stringify({ type: 'login', version: 1, login: { userId: 'mallory', sessionId: 's', sdkAppId: 1, ticket: '', resumes: false } }));
    assert.equal(await older.ended(), CLOSED_REFUSED);
    assert.equal(station.relay.userCount, 1);
  });

  it('is asked before the application, which may still refuse', async () => {
    const asked: string[] = [];
    station = await startStation({
      token: TOKEN,
      authenticate: ({ userId }) => {
        asked.push(userId);
        return userId === 'alice';
      },
    });
    for (const [userId, token] of [['mallory', 'wrong'], ['bob', TOKEN]] as const) {
      const client = await station.connect();
      client.login({ userId, token });
      await client.next('refused');
    }
    await station.login({ userId: 'alice', token: TOKEN });
    assert.deepEqual(asked, ['bob', 'alice']);
  });

  it('is not asked for where there is none', async () => {
    station = await startStation();
    assert.ok(await (await station.login({ userId: 'alice', token: 'whatever' })).isStillServed());
  });

  it('must not be guessable: a setting that came out empty opens nothing', () => {
    for (const token of ['', 'short', 'x'.repeat(513)]) assert.throws(() => createRelay({ token }), /16 to 512 characters/);
  });

  it('is compared whole: a right beginning is as wrong as anything', () => {
    const knows = tokenCheck(TOKEN);
    assert.deepEqual([TOKEN, TOKEN.slice(0, 5), '', `${TOKEN}\u0000`].map(knows), [true, false, false, false]);
  });
});
