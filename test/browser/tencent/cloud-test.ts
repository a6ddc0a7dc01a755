import { Cloud } from '../support/cloud.js';
import { guarded } from '../support/guard.js';
import type { CloudPerson, CloudPersonSettings } from '../support/cloud-person.js';

export { expect } from '@playwright/test';
export { sigOf } from '../support/cloud-person.js';

interface Fixtures {
  /** Logged in, idle. Without settings it is the one of the test before. Afterwards everybody's book is looked at. */
  readonly person: (userId: string, settings?: CloudPersonSettings) => Promise<CloudPerson>;
}

/** Real pages with the real SDKs; one pair of local, unofficial stand-ins for all of these tests. */
export const test = guarded.extend<Fixtures, { readonly cloud: Cloud }>({
  cloud: [async ({ browser }, use) => {
    const cloud = await Cloud.open(browser);
    await use(cloud);
    await cloud.close();
  }, { scope: 'worker' }],
  person: async ({ cloud }, use) => {
    await use((userId, settings) => cloud.person(userId, settings));
    await cloud.calm();
  },
});
