import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { WebSocket } from 'ws';
import { startRelay } from '../support/relay-process.js';

const TOKEN = 'correct horse battery';

/**
 * @param {string} url
 * @param {{ userId: string, token?: string, resumes?: boolean }} login
 */
async function login(url, { userId, token = '', resumes = false }) {
  const socket = new WebSocket(url);
  const closed = once(socket, 'close').then(([code]) => code);
  /** @type {unknown[]} */
  const heard = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await once(socket, 'message');
  socket.send(JSON.stringify({ type: 'login', version: 1, token, login: { userId, sessionId: `session-${userId}`, sdkAppId: 1, ticket: '', resumes } }));
  const [answer] = await once(socket, 'message');
  const { type } = JSON.parse(String(answer));
  return { socket, closed, heard, type: String(type), say: (/** @type {object} */ frame) => socket.send(JSON.stringify(frame)) };
}

describe('trtc-calling-relay', () => {
  it('serves on loopback, says where, and ends when it is told to', async () => {
    const relay = await startRelay();
    assert.match(relay.url, /^ws:\/\/127\.0\.0\.1:\d+\/relay$/);
    const alice = await login(relay.url, { userId: 'alice' });
    const lost = new WebSocket(relay.url.replace('/relay', '/elsewhere'));
    const [error] = await once(lost, 'error');
    assert.match(String(error), /404/);
    const exit = relay.end();
    assert.equal(await alice.closed, 1012);
    assert.equal(await exit, 0);
  });

  it('says what is wrong with a port that is none, and with an option that it does not know', async () => {
    for (const args of [['--port', 'eighty'], ['--port', '70000'], ['--colour', 'red'], ['--path', 'relay']]) {
      await assert.rejects(startRelay({ args }), /Usage: trtc-calling-relay/);
    }
  });

  it('takes its token from the environment, and never says it', async () => {
    const relay = await startRelay({ env: { RELAY_TOKEN: TOKEN } });
    const [alice, mallory] = [await login(relay.url, { userId: 'alice', token: TOKEN }), await login(relay.url, { userId: 'mallory' })];
    assert.deepEqual([alice.type, mallory.type], ['welcome', 'refused']);
    assert.equal(await relay.end(), 0);
    assert.equal(await alice.closed, 1012);
    assert.equal(relay.stderr(), '');
  });

  it('does not start with a token that came out empty', async () => {
    await assert.rejects(startRelay({ env: { RELAY_TOKEN: '' } }), /16 to 512 characters/);
    await assert.rejects(startRelay({ args: ['--port', '0', '--token', 'short'] }), /16 to 512 characters/);
  });

  it('warns when everybody who reaches it may be anybody', async () => {
    const open = await startRelay({ args: ['--port', '0', '--host', '0.0.0.0'] });
    await open.end();
    assert.match(open.stderr(), /--token/);
  });

  it('killed and started again on its port, it takes everybody back and holds nothing against them', async () => {
    const first = await startRelay();
    const [alice, bob] = [await login(first.url, { userId: 'alice' }), await login(first.url, { userId: 'bob' })];
    await first.end('SIGKILL');
    assert.deepEqual([await alice.closed, await bob.closed], [1006, 1006]);
    const second = await startRelay({ args: ['--port', String(first.port)] });
    const [again, other] = [await login(second.url, { userId: 'alice', resumes: true }), await login(second.url, { userId: 'bob', resumes: true })];
    assert.deepEqual([again.type, other.type], ['welcome', 'welcome']);
    again.say({ type: 'watch', peer: { userId: 'bob', sessionId: 'session-bob' } });
    again.say({ type: 'join', topic: 'room:7' });
    await once(again.socket, 'message');
    again.say({ type: 'send', to: 'bob', body: 'still there?' });
    const [text] = await once(other.socket, 'message');
    assert.equal(JSON.parse(String(text)).body, 'still there?');
    assert.equal(again.heard.some((frame) => JSON.stringify(frame).includes('gone')), false);
    await second.end();
  });
});
