import type { Locator } from '@playwright/test';
import type { Phone } from './support/phone.js';
import { expect, test } from './support/test.js';

/** Presses a button of the bar, which may have to come back first, or a row of its menu. */
async function press(phone: Phone, name: string): Promise<void> {
  await phone.panel.hover({ position: { x: 120, y: 160 } });
  await phone.panel.hover({ position: { x: 140, y: 200 } });
  const button = phone.button(name);
  if (await button.isVisible()) return button.click();
  await phone.button('More').click();
  await phone.panel.getByRole('menuitem', { name, exact: true }).click();
}

/** The demo has no list of calls: one is put beside its panel. */
async function logOf(phone: Phone): Promise<Locator> {
  await phone.page.evaluate(() => {
    const demo = document.querySelector('demo-page')?.shadowRoot?.querySelector('demo-phone')?.shadowRoot;
    const log = document.createElement('trtc-call-log');
    log.style.cssText = 'position: fixed; inset: 0 auto auto 0; z-index: 1; inline-size: 340px; background: Canvas';
    demo?.querySelector('trtc-calling-provider')?.append(log);
  });
  return phone.page.locator('trtc-call-log');
}

const typeOf = async (phone: Phone): Promise<number | undefined> => (await phone.state()).call?.type;

test('video call → audio → back with consent → a third person invited, who declines with a message → the log shows it → redial, by clicks', async ({ phone }) => {
  const [alice, bob, carol] = await Promise.all(['alice', 'bob', 'carol'].map((userId) => phone(userId)));
  if (!alice || !bob || !carol) throw new Error('Three phones were asked for.');
  await alice.call('bob');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);

  await press(alice, 'Switch to audio');
  await expect.poll(async () => [await typeOf(alice), await typeOf(bob)]).toEqual([1, 1]);
  for (const each of [alice, bob]) await expect.poll(async () => (await each.state()).devices.camera.on, { message: `${each.userId}’s camera is off` }).toBe(false);

  await press(bob, 'Switch to video');
  await expect(bob.panel.getByText('Asking Alice to switch to video…')).toBeVisible();
  await expect(alice.panel.getByText('Bob wants to switch to video')).toBeVisible();
  await alice.button('Stay with audio').click();
  await expect(bob.panel.getByText('Alice would rather stay with audio')).toBeVisible();
  await press(bob, 'Switch to video');
  await alice.button('Turn on video').click();
  await expect.poll(async () => [await typeOf(alice), await typeOf(bob)]).toEqual([2, 2]);
  await Promise.all([alice.sees('bob'), bob.sees('alice')]);

  await press(alice, 'Add people');
  const picker = alice.page.getByRole('dialog', { name: 'Add people' });
  await picker.getByRole('combobox').fill('bob');
  await picker.getByRole('button', { name: 'Invite' }).click();
  await expect(picker.getByText('Bob is in the call already.')).toBeVisible();
  await picker.getByRole('combobox').fill('carol');
  await picker.getByRole('combobox').press('Enter');
  await picker.getByRole('button', { name: 'Invite 1' }).click();
  await expect(picker).toBeHidden();
  await carol.button('Decline with a message').click();
  await carol.page.getByRole('button', { name: 'Can’t talk now' }).click();
  await carol.endedWith('local-reject');
  await expect(alice.panel.getByText('Carol declined “Can’t talk now”')).toBeVisible();
  await alice.hears('onReject');
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);

  await alice.hangUp();
  await bob.endedWith('remote-hangup');
  await Promise.all([alice, bob, carol].map((each) => each.isReleased()));
  for (const each of [alice, carol]) await each.button('Close').click();
  const log = await logOf(alice);
  await expect(log.getByText(/Outgoing · \d+:\d\d/)).toBeVisible();
  await expect((await logOf(carol)).getByText('Incoming · Not connected')).toBeVisible();

  await log.getByRole('button', { name: 'Video call Bob, Carol' }).click();
  await Promise.all([bob.phaseIs('ringing'), carol.phaseIs('ringing')]);
  await expect(alice.panel.locator('trtc-people-list').getByText('Ringing…')).toHaveCount(2);
  await alice.button('Cancel').click();
  await Promise.all([alice, bob, carol].map((each) => each.isReleased()));
});
