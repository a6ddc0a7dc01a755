/** Tests stay on this machine: what wants to leave it gets nowhere, by the browser's flags, and here it makes the test fail. */

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An address that cannot be read leads nowhere; a browser tells of it all the same. @param {string} address */
const isForeign = (address) => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && !LOOPBACK.has(hostname);
};

/**
 * Watches a page of the web test runner and its workers. A page that sets `window.strayed` to a list gets the addresses
 * there instead of an error. Pictures are left out: element tests show people with addresses that lead nowhere.
 *
 * @template {import('puppeteer-core').Page} P
 * @param {P} page
 * @returns {Promise<P>}
 */
export async function guarded(page) {
  /** @param {string} address */
  const tell = (address) => {
    if (!isForeign(address)) return;
    page.evaluate((url) => {
      const strayed = /** @type {unknown} */ (Reflect.get(window, 'strayed'));
      if (Array.isArray(strayed)) strayed.push(url);
      else reportError(new Error(`A test wanted to leave this machine: ${url}`));
    }, address).catch(() => undefined);
  };
  /** @param {import('puppeteer-core').CDPSession} session */
  const watch = async (session) => {
    session.on('Network.requestWillBeSent', ({ request, type }) => { if (type !== 'Image') tell(request.url); });
    session.on('Network.webSocketCreated', ({ url }) => tell(url));
    await session.send('Network.enable');
  };
  await watch(await page.createCDPSession());
  page.on('workercreated', (worker) => { watch(worker.client).catch(() => undefined); });
  return page;
}
