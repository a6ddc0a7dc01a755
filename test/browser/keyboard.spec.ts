import { Caller } from './support/caller.js';
import { BarePage } from './support/bare-page.js';
import { guarded as test } from './support/guard.js';
import { ScreenReader } from './support/screen-reader.js';
import { expect } from './support/test.js';

test('a whole call by keyboard alone: dialled, answered, muted, settings, hung up; and what a screen reader makes of it', async ({ browser }) => {
  const local = { transport: 'relay', relayUrl: BarePage.relay } as const;
  const [alice, bob] = [await Caller.open(browser, 'alice', { local }), await Caller.open(browser, 'bob', { local })];
  await alice.page.evaluate(() => document.querySelector('trtc-call-panel')?.setAttribute('dialer', ''));
  await expect(alice.page.getByRole('textbox')).toBeEnabled();
  const [hers, his] = [await ScreenReader.on(alice.page), await ScreenReader.on(bob.page)];

  await alice.page.bringToFront();
  await hers.go('Tab', /textbox/);
  await alice.page.keyboard.type('bob');
  await hers.go('Tab', /Audio call/);
  await alice.page.keyboard.press('Enter');
  await alice.phaseIs('dialling');
  await hers.hasFocus(/"Call"/);

  await bob.page.bringToFront();
  await bob.phaseIs('ringing');
  await his.go('Tab', /"Answer"/);
  await bob.page.keyboard.press('Enter');
  await Promise.all([alice.phaseIs('in-call'), bob.phaseIs('in-call')]);

  await alice.page.bringToFront();
  await hers.go('Tab', /"Microphone"/);
  await alice.page.keyboard.press('Space');
  await hers.hasFocus(/not pressed/);
  expect((await alice.state()).devices.microphone.muted).toBe(true);
  await alice.page.keyboard.press('m');
  await hers.hasFocus(/"Microphone", pressed/);
  expect((await alice.state()).devices.microphone.muted).toBe(false);

  await hers.go('Tab', /"More"/);
  await alice.page.keyboard.press('Enter');
  await hers.hasFocus(/menuitem/);
  await hers.go('ArrowDown', /"Settings"/);
  await alice.page.keyboard.press('Enter');
  await hers.hasFocus(/"Close"/);
  await alice.page.keyboard.press('Escape');
  await hers.hasFocus(/"More"/);
  await hers.go('Tab', /"Hang up"/);
  await alice.page.keyboard.press('Enter');
  await Promise.all([alice.endedWith('local-hangup'), bob.endedWith('remote-hangup')]);
  await hers.hears(/^Call ended/);
  await his.hears(/^Call ended/);

  expect(hers.focused).toEqual([
    'textbox "User ID"',
    'button "Audio call"',
    'region "Call"',
    'button "Microphone", pressed',
    'button "Microphone", not pressed',
    'button "Microphone", pressed',
    'button "Speaker", pressed',
    'button "Share screen", not pressed',
    'button "Switch to video"',
    'button "More"',
    'menuitem "Add people"',
    'menuitem "Pop out the picture"',
    'menuitem "Settings"',
    'button "Close"',
    'button "More"',
    'button "Hang up"',
  ]);
  expect(await hers.said()).toEqual(['Ringing…', 'Connecting…', 'Connected', 'Call ended']);
  expect(his.focused).toEqual(['button "Decline"', 'button "Decline with a message"', 'button "Answer"']);
  expect(await his.said()).toEqual(['Incoming audio call from alice', 'Connecting…', 'Connected', 'Call ended']);

  for (const caller of [alice, bob]) {
    caller.expectNoProblems();
    await caller.page.context().close();
  }
});
