import { chromium, type Browser } from '@playwright/test';
import config from '../playwright.config.js';

export interface SecondBrowser {
  readonly browser: Browser;
  /** Ends it as a crash or the system would: nothing in it can say a word any more. */
  kill(): Promise<void>;
  /** The lid is closed: every process of it stands still, until it is opened. */
  sleep(): void;
  wake(): void;
  close(): Promise<void>;
}

/** Another Chromium, in a process of its own. */
export async function startSecondBrowser(): Promise<SecondBrowser> {
  const server = await chromium.launchServer(config.use?.launchOptions);
  const browser = await chromium.connect(server.wsEndpoint());
  const leader = server.process();
  const signal = (name: NodeJS.Signals): void => {
    // Playwright makes it the leader of a group of processes on everything but Windows.
    if (leader.pid !== undefined) process.kill(process.platform === 'win32' ? leader.pid : -leader.pid, name);
  };
  return {
    browser,
    async kill() {
      const gone = new Promise((resolve) => { leader.once('exit', resolve); });
      if (leader.exitCode === null && leader.signalCode === null) leader.kill('SIGKILL');
      await gone;
    },
    sleep: () => signal('SIGSTOP'),
    wake: () => signal('SIGCONT'),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
