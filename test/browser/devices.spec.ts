import { chromium } from '@playwright/test';
import { Phone } from './support/phone.js';
import { expect, test } from './support/test.js';

test('permission denied: the call goes on, says what is wrong and how to mend it', async ({ phone }) => {
  const [alice, bob] = [await phone('alice', { permissions: [] }), await phone('bob')];
  await alice.call('bob');
  await expect(alice.panel.getByText(/Allow it in the address bar/).first()).toBeVisible();
  await alice.hears('onError', 2);
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await alice.sees('bob');
  expect((await alice.books()).opened).toBe(0);
  await alice.hangUp();
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('no camera: the demo says so, the call goes on with sound, and the test picture takes the camera’s place', async ({ phone, launchOptions }) => {
  const args = (launchOptions.args ?? []).map((flag) => (flag === '--use-fake-device-for-media-stream' ? `${flag}=device-count=0` : flag));
  const cameraless = await chromium.launch({ ...launchOptions, args });
  try {
    const bob = await phone('bob');
    const alice = await Phone.open(cameraless, 'alice', { permissions: ['camera', 'microphone'] });
    await expect(alice.page.getByText('No camera here')).toBeVisible();
    await alice.call('bob');
    await bob.answer();
    await alice.sees('bob');
    await expect.poll(async () => { const there = (await bob.state()).call?.participants[0]; return { audio: there?.audio, video: there?.video }; }).toEqual({ audio: true, video: false });
    expect((await alice.state()).devices.camera).toMatchObject({ on: false, error: 60004 });
    await alice.hangUp();
    await Promise.all([alice.isReleased(), bob.isReleased()]);

    await alice.page.getByRole('button', { name: 'Close', exact: true }).click();
    await alice.page.getByRole('button', { name: 'Use the test picture' }).click();
    await alice.call('bob');
    await bob.answer();
    await bob.sees('alice');
    await alice.hangUp();
    await Promise.all([alice.isReleased(), bob.isReleased()]);
    alice.expectNoProblems();
  } finally {
    await cameraless.close();
  }
});
