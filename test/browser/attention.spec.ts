import { expect, test } from './support/test.js';

test('Bob in two tabs: both ring, one is heard, one answers, the other says so at once', async ({ phone }) => {
  const alice = await phone('alice');
  const first = await phone('bob');
  const second = await phone('bob', { context: first.context });
  await alice.call('bob', 'audio');
  await Promise.all([first.phaseIs('ringing'), second.phaseIs('ringing')]);
  await expect.poll(() => second.page.title()).toMatch(/^Alice is calling/);
  await second.answer();
  await second.talksWith('alice');
  await first.endedWith('answered-elsewhere');
  await expect(first.panel.getByText('Answered in another tab').first()).toBeVisible();
  expect(await first.page.title()).not.toMatch(/is calling/);
  expect((await first.state()).session).toMatchObject({ busyElsewhere: true, otherPages: 1 });
  await alice.hangUp();
  await Promise.all([alice.isReleased(), first.isReleased(), second.isReleased()]);
});
