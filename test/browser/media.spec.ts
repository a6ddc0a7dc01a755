import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { Phone } from './support/phone.js';
import { writeSpeech } from './support/speech.js';
import { expect, test } from './support/test.js';

/** Three cameras (Chromium's second one gives depth, which no encoder takes), a microphone into which somebody speaks, and a screen that may be shared. */
let browser: Browser;
let folder: string;

test.beforeAll(async ({ launchOptions }) => {
  folder = mkdtempSync(join(tmpdir(), 'speech-'));
  writeSpeech(join(folder, 'speech.wav'));
  const args = (launchOptions.args ?? []).map((flag) => (flag === '--use-fake-device-for-media-stream' ? `${flag}=device-count=3` : flag));
  browser = await chromium.launch({ ...launchOptions, args: [...args, '--use-fake-ui-for-media-stream', `--use-file-for-fake-audio-capture=${join(folder, 'speech.wav')}`] });
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const open = (userId: string): Promise<Phone> => Phone.open(browser, userId, { permissions: ['camera', 'microphone'] });

async function inCall(type: 'audio' | 'video'): Promise<[Phone, Phone]> {
  const [alice, bob] = [await open('alice'), await open('bob')];
  await alice.call('bob', type);
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  return [alice, bob];
}

async function end(alice: Phone, bob: Phone): Promise<void> {
  await alice.hangUp();
  await Promise.all([alice.isReleased(), bob.isReleased()]);
  for (const phone of [alice, bob]) {
    phone.expectNoProblems();
    await phone.context.close();
  }
}

/** What has no room in a bar as narrow as this one waits in its menu. */
async function choose(phone: Phone, name: string): Promise<void> {
  await phone.panel.hover({ position: { x: 140, y: 200 } });
  await phone.button('More').click();
  await phone.panel.getByRole('menuitem', { name }).click();
}

/** How loud the microphone itself is, at its loudest within a second. */
const loudest = (phone: Phone): Promise<number> => phone.ask((calling) => new Promise<number>((resolve) => {
  let most = 0;
  const stop = calling.levels.watch(':microphone', (volume) => { most = Math.max(most, volume); });
  setTimeout(() => { stop(); resolve(most); }, 1000);
}), null);

test('settings in a call: picture, level, another camera, and back by Esc; a camera that is unplugged is replaced and comes back', async () => {
  const [alice, bob] = await inCall('video');
  await bob.sees('alice');
  await choose(alice, 'Settings');
  const dialog = alice.page.getByRole('dialog', { name: 'Sound and picture' });
  await expect(dialog.locator('video')).toBeVisible();
  await expect.poll(() => dialog.locator('video').evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0))).toBeGreaterThan(0);
  expect(await loudest(alice)).toBeGreaterThan(20);

  const cameras = dialog.getByLabel('Camera', { exact: true });
  const first = await cameras.inputValue();
  const other = (await cameras.locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))).at(-1) ?? '';
  expect(other).not.toBe(first);
  await cameras.selectOption(other);
  await expect.poll(async () => (await alice.state()).devices.camera.deviceId).toBe(other);
  await bob.sees('alice');
  await dialog.getByLabel('Noise suppression').uncheck();
  await expect.poll(async () => (await alice.state()).devices.microphone.settings.processing.noiseSuppression).toBe(false);
  await dialog.getByLabel('Picture quality').selectOption('low');
  await expect.poll(async () => (await alice.state()).devices.camera.settings.width).toBe(320);
  await alice.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await bob.sees('alice');

  const { label } = (await alice.state()).devices.camera;
  await alice.ask((calling, gone) => {
    const { mediaDevices } = navigator;
    const native = mediaDevices.enumerateDevices.bind(mediaDevices);
    Object.assign(window, { plugIn: () => { delete (mediaDevices as { enumerateDevices?: unknown }).enumerateDevices; } });
    mediaDevices.enumerateDevices = async () => (await native()).filter(({ deviceId }) => deviceId !== gone);
    const track = calling.tracks.get('', 'video');
    if (track instanceof MediaStreamTrack) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    mediaDevices.dispatchEvent(new Event('devicechange'));
  }, other);
  await expect(alice.panel.getByText(`${label} was disconnected.`)).toBeVisible();
  await expect.poll(async () => { const { camera } = (await alice.state()).devices; return [camera.on, camera.missing]; }).toEqual([true, label]);
  await bob.sees('alice');
  await alice.page.evaluate('plugIn(), navigator.mediaDevices.dispatchEvent(new Event("devicechange"))');
  await expect.poll(async () => { const { camera } = (await alice.state()).devices; return [camera.on, camera.missing, camera.deviceId]; }).toEqual([true, '', other]);
  await bob.sees('alice');
  await end(alice, bob);
});

test('a shared screen is the other’s main stage, whole and as large as it is; the one who shares can stop, and so can the browser', async () => {
  const [alice, bob] = await inCall('audio');
  await choose(alice, 'Share your screen');
  await expect(alice.panel.getByText('You’re sharing your screen')).toBeVisible();
  const video = bob.panel.locator('trtc-video-view[user-id="alice"][stream-type="2"] video');
  const sent = (): Promise<number[]> => alice.ask((calling) => {
    const track = calling.tracks.get('', 'screen');
    const { width = 0, height = 0 } = track instanceof MediaStreamTrack ? track.getSettings() : {};
    return [width, height];
  }, null);
  const received = (): Promise<number[]> => video.evaluate((element) => (element instanceof HTMLVideoElement ? [element.videoWidth, element.videoHeight] : []));
  await expect.poll(async () => String(await received()) === String(await sent()) && (await received()).every((length) => length > 100)).toBe(true);
  expect(await video.evaluate((element) => [getComputedStyle(element).objectFit, getComputedStyle(element).transform])).toEqual(['contain', 'none']);
  const [stage, picture] = [await bob.panel.boundingBox(), await video.boundingBox()];
  expect((picture?.width ?? 0) / (stage?.width ?? 1)).toBeGreaterThan(0.5);

  await alice.panel.getByRole('button', { name: 'Stop sharing' }).last().click();
  await expect(video).toHaveCount(0);
  await choose(alice, 'Share your screen');
  await expect(video).toBeVisible();
  await alice.ask((calling) => {
    const track = calling.tracks.get('', 'screen');
    if (track instanceof MediaStreamTrack) track.dispatchEvent(new Event('ended'));
  }, null);
  await expect(video).toHaveCount(0);
  expect((await alice.state()).devices.screen).toMatchObject({ on: false, wanted: false });
  await end(alice, bob);
});

test('whoever talks while muted is told so, and the other hears nothing until the mute is over', async () => {
  const [alice, bob] = await inCall('audio');
  await alice.button('Microphone').click();
  await expect.poll(async () => (await bob.state()).call?.participants[0]?.audio).toBe(false);
  const hint = alice.panel.getByText('You’re muted. Others can’t hear you.');
  await expect(hint).toBeVisible();
  expect(await bob.ask((calling) => calling.levels.get('alice'), null)).toBe(0);
  await alice.panel.getByRole('button', { name: 'Unmute' }).click();
  await expect(hint).toHaveCount(0);
  await expect.poll(async () => (await bob.state()).call?.participants[0]?.audio).toBe(true);
  await end(alice, bob);
});

test('settings before any call turn the lights off again when they close', async () => {
  const alice = await open('alice');
  await alice.page.evaluate(`(async () => {
    const phone = document.querySelector('demo-page').shadowRoot.querySelector('demo-phone');
    const button = document.createElement('trtc-settings-button');
    button.calling = phone.calling;
    document.body.append(button);
  })()`);
  await alice.page.locator('trtc-settings-button button').click();
  await expect.poll(async () => (await alice.books()).live).toBeGreaterThan(1);
  expect((await alice.state()).devices.camera).toMatchObject({ on: false, previewed: true });
  await alice.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect.poll(async () => (await alice.books()).live).toBe(0);
  await expect(alice.page.locator('trtc-settings-button')).toBeFocused();
  alice.expectNoProblems();
  await alice.context.close();
});
