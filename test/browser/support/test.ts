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

export { expect } from '@playwright/test';
