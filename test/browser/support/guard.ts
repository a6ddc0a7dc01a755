import { expect, test as base, type Browser, type BrowserContext } from '@playwright/test';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether it goes to another machine. */
export const isForeign = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && !LOOPBACK.has(hostname);
};

/** Writes down what the pages of a context ask other machines for. The browser is started so that it gets nowhere. */
function watch(context: BrowserContext, strayed: string[]): void {
  const look = (address: string): void => {
    if (isForeign(address)) strayed.push(address);
  };
  context.on('request', (request) => look(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => look(socket.url())));
}

/** Every test fails when a page of it wanted to leave this machine. */
export const guarded = base.extend<{ readonly stays: undefined }, { readonly strayed: string[] }>({
  strayed: [async ({ browser }: { browser: Browser }, use) => {
    const strayed: string[] = [];
    const newContext = browser.newContext.bind(browser);
    browser.newContext = async (options) => {
      const context = await newContext(options);
      watch(context, strayed);
      return context;
    };
    await use(strayed);
    browser.newContext = newContext;
  }, { scope: 'worker', auto: true }],
  stays: [async ({ strayed }, use) => {
    await use(undefined);
    expect(strayed.splice(0), 'what wanted to leave this machine').toEqual([]);
  }, { auto: true }],
});
