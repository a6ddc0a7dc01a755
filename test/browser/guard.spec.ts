import { guarded as test } from './support/guard.js';
import { expect } from '@playwright/test';

test('what wants to leave this machine is noticed, also by a worker’s socket, and gets nowhere', async ({ browser, strayed }) => {
  const page = await (await browser.newContext()).newPage();
  const outcome = await page.evaluate(async () => {
    const work = `new WebSocket('wss://worker.example/').onerror = () => postMessage('refused')`;
    const worker = new Worker(URL.createObjectURL(new Blob([work], { type: 'text/javascript' })));
    const socket = new Promise((resolve) => { worker.addEventListener('message', ({ data }) => resolve(data)); });
    const request = fetch('https://page.example/').then(() => 'answered', () => 'refused');
    return Promise.all([request, socket]);
  });
  expect(outcome).toEqual(['refused', 'refused']);
  expect(strayed.splice(0).toSorted()).toEqual(['https://page.example/', 'wss://worker.example/']);
  await page.context().close();
});
