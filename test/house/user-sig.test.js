import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { inflateSync } from 'node:zlib';
import { ROOT } from '../../.config/entries.js';
import { accountFrom, userSigHandler } from '../../.config/user-sig-plugin.js';

const SECRET = 'a-secret-that-no-page-may-see';
const ACCOUNT = accountFrom({ SDKAPPID: '1400000001', SECRETKEY: SECRET });

/** The fields of a userSig: base64 with three characters of its own, zlib, JSON. @param {string} userSig */
const unpack = (userSig) => JSON.parse(inflateSync(Buffer.from(userSig.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '='), 'base64')).toString());

describe('the dev server signs', () => {
  let now = 1_000_000;
  /** @type {import('node:http').Server} */
  let server;
  let port = 0;
  let account = ACCOUNT;

  before(async () => {
    const signing = userSigHandler(ACCOUNT, () => now);
    server = createServer((incoming, response) => void (account ? signing : userSigHandler(undefined))(incoming, response));
    await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
  });
  after(() => { server.close(); });

  /**
   * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [options]
   * @returns {Promise<{ status: number, text: string }>}
   */
  const ask = ({ method = 'POST', headers = {}, body = '{"userId":"alice"}' } = {}) => new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: '127.0.0.1', port, method, path: '/', headers: { host: `localhost:${port}`, 'content-type': 'application/json', ...headers } }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    outgoing.on('error', reject);
    outgoing.end(method === 'POST' ? body : undefined);
  });

  it('for a user of this machine, and never sends the key', async () => {
    const { status, text } = await ask();
    assert.equal(status, 200);
    assert.ok(!text.includes(SECRET));
    const { sdkAppId, userId, userSig, expiresAt } = JSON.parse(text);
    assert.deepEqual([sdkAppId, userId, expiresAt], [1_400_000_001, 'alice', now + 86_400_000]);
    const fields = unpack(userSig);
    assert.equal(fields['TLS.identifier'], 'alice');
    assert.equal(fields['TLS.expire'], 86_400);
    assert.ok(!JSON.stringify(fields).includes(SECRET));
    assert.deepEqual(await ask({ method: 'GET' }), { status: 200, text: '{"available":true}' });
  });

  it('not for a page of another origin, nor under another name', async () => {
    assert.equal((await ask({ headers: { origin: 'https://evil.example' } })).status, 403);
    assert.equal((await ask({ headers: { host: `evil.example:${port}` } })).status, 403);
    assert.equal((await ask({ method: 'GET', headers: { origin: 'https://evil.example' } })).status, 403);
    assert.equal((await ask({ headers: { origin: `http://localhost:${port}` } })).status, 200);
  });

  it('not for what is no user id, nor in another form', async () => {
    for (const body of ['', 'null', '{}', '{"userId":""}', '{"userId":7}', '{"userId":"a b"}', `{"userId":"${'a'.repeat(33)}"}`, `{"userId":"a"}${' '.repeat(300)}`]) {
      assert.equal((await ask({ body })).status, 400, body);
    }
    assert.equal((await ask({ headers: { 'content-type': 'text/plain' } })).status, 405);
    assert.equal((await ask({ method: 'PUT' })).status, 405);
  });

  it('at most thirty times a minute', async () => {
    now += 120_000;
    const statuses = [];
    for (let time = 0; time < 31; time++) statuses.push((await ask()).status);
    assert.deepEqual(statuses, [...Array.from({ length: 30 }, () => 200), 429]);
    now += 60_000;
    assert.equal((await ask()).status, 200);
  });

  it('not without a key, and half an account is none', async () => {
    account = undefined;
    assert.equal((await ask()).status, 404);
    assert.deepEqual(await ask({ method: 'GET' }), { status: 200, text: '{"available":false}' }, 'a page that asks reads no error in its console');
    account = ACCOUNT;
    for (const env of [{}, { SDKAPPID: '1' }, { SECRETKEY: 'x' }, { SDKAPPID: 'x', SECRETKEY: 'x' }, { SDKAPPID: '-1', SECRETKEY: 'x' }]) assert.equal(accountFrom(env), undefined);
  });
});

describe('the built package', () => {
  it('knows nothing of a secret key', () => {
    const files = readdirSync(join(ROOT, 'dist'), { recursive: true }).map(String).filter((name) => /\.(js|css|html|json)$/.test(name));
    assert.ok(files.length > 100);
    assert.deepEqual(files.filter((name) => /SECRETKEY|tls-sig-api/.test(readFileSync(join(ROOT, 'dist', name), 'utf8'))), []);
  });
});
