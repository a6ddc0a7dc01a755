import { expect } from '@open-wc/testing';
import { until } from '../contract/world.js';

declare global {
  interface Window {
    /** Where the guard of the test run puts what wanted to leave this machine; without it, it fails the test. */
    strayed?: string[];
  }
}

describe('the guard of the test run', () => {
  it('notices what wants to leave this machine, also from a worker, and it gets nowhere', async () => {
    const strayed: string[] = [];
    window.strayed = strayed;
    const work = "new WebSocket('wss://worker.example/').onerror = () => postMessage('refused')";
    const worker = new Worker(URL.createObjectURL(new Blob([work], { type: 'text/javascript' })));
    try {
      const refused = new Promise((resolve) => { worker.addEventListener('message', ({ data }) => resolve(data)); });
      expect(await fetch('https://page.example/').then(() => 'answered', () => 'refused')).to.equal('refused');
      expect(await refused).to.equal('refused');
      await until(() => strayed.length >= 2, () => `both to be noticed; ${strayed.join()}`);
      expect(strayed.toSorted()).to.deep.equal(['https://page.example/', 'wss://worker.example/']);
    } finally {
      worker.terminate();
      delete window.strayed;
    }
  });
});
