import tlsSigApi from 'tls-sig-api-v2';
import { loadEnv } from 'vite';

/**
 * Lets the dev server sign in for people who try the Tencent engine with their own account: `POST /user-sig` with
 * `{ "userId": "alice" }` answers `{ sdkAppId, userId, userSig, expiresAt }`; `GET` answers `{ available }`, whether there is
 * a key, and never with an error, which a browser would print for a page that only asks. SDKAPPID and SECRETKEY come from `.env`, which is not under version control, and the key never leaves this
 * process. For development only: it signs for whoever can open the page, and so only for this machine.
 */

const PATH = '/user-sig';
const USER_ID = /^[A-Za-z0-9_-]{1,32}$/;
const LIFETIME_S = 24 * 60 * 60;
const MAX_BODY = 256;
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/** So many signatures in so long, for all pages together. */
const RATE = { count: 30, ms: 60_000 };

/**
 * @typedef {{ sdkAppId: number, secretKey: string }} Account
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/**
 * @param {Record<string, string | undefined>} env
 * @returns {Account | undefined} undefined where the dev server shall not sign
 */
export function accountFrom(env) {
  const sdkAppId = Number(env['SDKAPPID']);
  const secretKey = env['SECRETKEY'] ?? '';
  return Number.isInteger(sdkAppId) && sdkAppId > 0 && secretKey !== '' ? { sdkAppId, secretKey } : undefined;
}

/** A page of another origin, or a name that was pointed at this machine (DNS rebinding), is not this machine. @param {Request} request */
function isFromHere({ socket, headers }) {
  const name = headers.host?.replace(/:\d+$/, '') ?? '';
  const sameOrigin = headers.origin === undefined || headers.origin === `http://${headers.host}`;
  return LOOPBACK.has(socket.remoteAddress ?? '') && LOCAL_NAMES.has(name) && sameOrigin;
}

/** @param {Request} request @returns {Promise<string>} the user id; '' when the body holds none, or breaks off */
async function readUserId(request) {
  try {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
      if (body.length > MAX_BODY) return '';
    }
    const userId = JSON.parse(body)?.userId;
    return typeof userId === 'string' && USER_ID.test(userId) ? userId : '';
  } catch {
    return '';
  }
}

/**
 * @param {Account | undefined} account
 * @param {() => number} [now] ms
 * @returns {(request: Request, response: Response) => Promise<void>}
 */
export function userSigHandler(account, now = Date.now) {
  /** When the last signatures were made, ms. @type {number[]} */
  let recent = [];
  return async (request, response) => {
    /** @type {(status: number, body?: object) => void} */
    const answer = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(body ? JSON.stringify(body) : undefined);
    };
    if (!isFromHere(request)) return answer(403, { error: 'Only pages of this machine are signed for.' });
    if (request.method === 'GET') return answer(200, { available: account !== undefined });
    if (!account) return answer(404, { error: 'There is no SDKAPPID and SECRETKEY in .env.' });
    if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json')) return answer(405, { error: 'POST { "userId": … } as JSON.' });
    const at = now();
    recent = recent.filter((time) => at - time < RATE.ms);
    if (recent.length >= RATE.count) return answer(429, { error: `At most ${RATE.count} signatures a minute.` });
    recent.push(at);
    const userId = await readUserId(request);
    if (userId === '') return answer(400, { error: 'A userId has 1 to 32 characters of A-Z a-z 0-9 _ and -.' });
    const { sdkAppId, secretKey } = account;
    return answer(200, { sdkAppId, userId, userSig: new tlsSigApi.Api(sdkAppId, secretKey).genSig(userId, LIFETIME_S), expiresAt: at + LIFETIME_S * 1000 });
  };
}

/** @param {string} root where `.env` is @returns {import('vite').Plugin} */
export function userSigPlugin(root) {
  return {
    name: 'user-sig',
    apply: 'serve',
    configureServer({ middlewares, config }) {
      const handle = userSigHandler(accountFrom(loadEnv(config.mode, root, ['SDKAPPID', 'SECRETKEY'])));
      middlewares.use(PATH, (request, response) => void handle(request, response));
    },
  };
}
