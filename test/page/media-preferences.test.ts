import { expect } from '@open-wc/testing';
import { DEFAULT_WISHES } from '../../src/calling/state/core-state.js';
import { MediaPreferences } from '../../src/page/media-preferences.js';

const KEY = 'trtc-calling.media';

describe('MediaPreferences', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('gives back what was saved', () => {
    const wishes = { processing: { noiseSuppression: false, echoCancellation: true, autoGainControl: false }, quality: 'hd', output: 'headset' } as const;
    new MediaPreferences().save(wishes);
    expect(new MediaPreferences().load()).to.deep.equal(wishes);
  });

  for (const [what, stored] of [
    ['nothing', null], ['no JSON', '{'], ['null', 'null'], ['a number', '7'], ['other types', '{"processing":{"noiseSuppression":"yes"},"quality":9,"output":{}}'],
    ['a quality that does not exist', '{"quality":"toString"}'], ['an endless id', JSON.stringify({ output: 'x'.repeat(600) })],
  ] as const) {
    it(`takes ${what} for no wishes`, () => {
      if (stored !== null) localStorage.setItem(KEY, stored);
      expect(new MediaPreferences().load()).to.deep.equal(DEFAULT_WISHES);
    });
  }

  it('does without a storage that refuses', () => {
    const native = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
    Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };
    try {
      new MediaPreferences().save(DEFAULT_WISHES);
    } finally {
      if (native) Object.defineProperty(Storage.prototype, 'setItem', native);
    }
    expect(localStorage.getItem(KEY)).to.equal(null);
  });
});
