import type { BrowserContext } from '@playwright/test';
import { guarded } from './guard.js';
import { Phone, type PhoneSettings } from './phone.js';

interface Fixtures {
  /** Opens a phone in a context of its own. When the test is over, none of them may have had an unforeseen error. */
  readonly phone: (userId: string, settings?: PhoneSettings) => Promise<Phone>;
}

export const test = guarded.extend<Fixtures>({
  phone: async ({ browser }, use) => {
    const opened: Phone[] = [];
    const contexts = new Set<BrowserContext>();
    await use(async (userId, settings) => {
      const phone = await Phone.open(browser, userId, settings);
      opened.push(phone);
      contexts.add(phone.context);
      return phone;
    });
    for (const phone of opened) phone.expectNoProblems();
    await Promise.all([...contexts].map((context) => context.close()));
  },
});

/** A figure that somebody may want to know: with the test in the report, and on the screen. */
export function measured(what: string, ms: number): void {
  const line = `${what}: ${Math.round(ms)} ms`;
  test.info().annotations.push({ type: 'measured', description: line });
  process.stdout.write(`      ${line}\n`);
}

export { expect } from '@playwright/test';
