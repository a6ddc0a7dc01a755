import type { Worker } from '@playwright/test';
import { listenIn, notificationsOf, openTab, soundingOf, theOneHeard } from './support/listening.js';
import { expect, test } from './support/test.js';

test('Bob in three tabs: all show the call and one is heard; closed, another takes over; one answers, the other says so at once', async ({ browser }) => {
  const context = await browser.newContext();
  await context.addInitScript(listenIn);
  const alice = await openTab(await browser.newContext(), 'alice');
  const tabs = [await openTab(context, 'bob'), await openTab(context, 'bob'), await openTab(context, 'bob')];
  await alice.page.evaluate(() => void window.calling.call('bob', 1));
  await Promise.all(tabs.map((tab) => tab.phaseIs('ringing')));
  for (const tab of tabs) await expect.poll(() => tab.page.title()).toBe('alice is calling · A page with a panel');

  const first = await theOneHeard(tabs);
  await first.page.close();
  const rest = tabs.filter((tab) => tab !== first);
  const second = await theOneHeard(rest);

  const silent = rest.find((tab) => tab !== second);
  if (!silent) throw new Error('There is no third tab.');
  await silent.press('Answer');
  await second.endedWith('answered-elsewhere', 3000);
  await second.reads('Answered in another tab');
  expect(await soundingOf([second])).toEqual([]);
  expect(await second.page.title()).toBe('A page with a panel');
  await silent.phaseIs('in-call');
  expect(await second.page.evaluate(async () => (await window.calling.call('carol', 1)).code)).toBe(61_027);
  expect((await second.state()).session).toMatchObject({ busyElsewhere: true, otherPages: 1 });
  await alice.hangUp();
  await Promise.all([alice, second, silent].map((each) => each.isReleased()));
  for (const each of [alice, ...tabs]) each.expectNoProblems();
  await Promise.all([alice.page.context().close(), context.close()]);
});

test('a call to a page out of view: a notification of its service worker, gone while a tab is in view, which answers the call', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone', 'notifications'] });
  await context.addInitScript(listenIn);
  const alice = await openTab(await browser.newContext(), 'alice');
  const [bob, other] = [await openTab(context, 'bob'), await openTab(context, 'bob')];
  const registered = context.waitForEvent('serviceworker');
  await bob.page.evaluate(async () => {
    await navigator.serviceWorker.register('./notification-worker.js', { type: 'module' });
    await navigator.serviceWorker.ready;
  });
  const worker = await registered;
  for (const { page } of [bob, other]) {
    await page.evaluate(() => document.querySelector('trtc-call-panel')?.toggleAttribute('notify', true));
    await page.evaluate(() => window.comeIntoView(false));
  }

  await alice.page.evaluate(() => void window.calling.call('bob', 1));
  await bob.phaseIs('ringing');
  await expect.poll(() => notificationsOf(bob.page)).toEqual(['alice is calling: Incoming audio call']);
  await expect(bob.page.locator('link[rel="icon"]')).toHaveAttribute('href', /^data:image\/png/);
  await other.page.evaluate(() => window.comeIntoView(true));
  await expect.poll(() => notificationsOf(bob.page), { message: 'no notification of what is in view' }).toEqual([]);
  await other.page.evaluate(() => window.comeIntoView(false));
  await expect.poll(() => notificationsOf(bob.page)).toHaveLength(1);

  await pressOn(worker, 'answer');
  await expect.poll(async () => (await Promise.all([bob, other].map((each) => each.state()))).map(({ call }) => call?.phase ?? 'idle').toSorted()).toEqual(['idle', 'in-call']);
  await alice.phaseIs('in-call');
  await expect.poll(() => notificationsOf(bob.page)).toEqual([]);
  await expect(bob.page.locator('link[rel="icon"]')).toHaveCount(0);
  await alice.hangUp();
  await Promise.all([alice, bob, other].map((each) => each.isReleased()));
  for (const each of [alice, bob, other]) each.expectNoProblems();
  await Promise.all([alice.page.context().close(), context.close()]);
});

/** Presses a button of the notification, as the browser tells the worker of it. Only a real press may bring a page to the front. */
function pressOn(worker: Worker, action: string): Promise<void> {
  return worker.evaluate(`(async () => {
    const [notification] = await registration.getNotifications();
    const work = [];
    const event = new NotificationEvent('notificationclick', { notification, action: ${JSON.stringify(action)} });
    // What a page makes up may not be waited for; what the handler waits for is what counts here.
    Object.defineProperty(event, 'waitUntil', { value: (task) => work.push(task) });
    dispatchEvent(event);
    await Promise.all(work).catch((error) => { if (error.name !== 'InvalidAccessError') throw error; });
  })()`);
}
