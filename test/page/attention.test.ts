import { expect } from '@open-wc/testing';
import { SoleSounder, type SoundState } from '../../src/page/attention/sole-sounder.js';
import { IconBadge } from '../../src/page/attention/icon-badge.js';
import { TitleBadge } from '../../src/page/attention/title-badge.js';
import { bufferOf } from '../../src/page/attention/melodies.js';
import { isWorkerMessage } from '../../src/page/attention/worker-messages.js';
import { CallNotification } from '../../src/page/attention/call-notification.js';
import { Sound } from '../../src/page/attention/sounds.js';
import { until } from '../contract/world.js';
import { replace } from '../support/replace.js';

/** A sound that a test lets be heard or not. */
class FakeSound {
  sounds = false;
  constructor(public allowed: boolean) {}
  async mayBeHeard(): Promise<boolean> { return this.allowed; }
  async start(): Promise<boolean> { this.sounds = this.allowed; return this.sounds; }
  stop(): void { this.sounds = false; }
  watch(changed: () => void, signal: AbortSignal): void { this.changes.addEventListener('change', changed, { signal }); }
  readonly changes = new EventTarget();
}

describe('SoleSounder', () => {
  let key: string;
  const open: SoleSounder[] = [];
  const page = (sound: FakeSound): { sound: FakeSound; sounder: SoleSounder; states: SoundState[] } => {
    const states: SoundState[] = [];
    const sounder = new SoleSounder(key, sound, (state) => states.push(state));
    open.push(sounder);
    return { sound, sounder, states };
  };
  const sounding = (...pages: readonly { sound: FakeSound }[]): number => pages.filter(({ sound }) => sound.sounds).length;

  beforeEach(() => { key = `test ${Math.random()}`; });
  afterEach(() => { for (const sounder of open.splice(0)) sounder.stop(); });

  it('lets one of several sound, and the next one when that goes', async () => {
    const pages = [page(new FakeSound(true)), page(new FakeSound(true)), page(new FakeSound(true))];
    await until(() => sounding(...pages) === 1, () => 'one to sound');
    await until(() => pages.filter(({ sounder }) => sounder.state === 'elsewhere').length === 2, () => 'the others to know');
    expect(sounding(...pages)).to.equal(1);
    const first = pages.find(({ sound }) => sound.sounds);
    first?.sounder.stop();
    const rest = pages.filter((one) => one !== first);
    await until(() => sounding(...rest) === 1, () => 'another one to take over');
    expect(sounding(...pages)).to.equal(1);
  });

  it('never lets a silent page win over one that is heard', async () => {
    const [silent, heard] = [page(new FakeSound(false)), page(new FakeSound(true))];
    await until(() => heard.sound.sounds, () => 'the audible one to sound');
    await until(() => silent.sounder.state === 'elsewhere', () => 'the silent one to know');
    expect(silent.sound.sounds).to.equal(false);
  });

  it('says when nobody is heard, and sounds after a gesture', async () => {
    const alone = page(new FakeSound(false));
    await until(() => alone.sounder.state === 'blocked', () => 'to be blocked');
    alone.sound.allowed = true;
    dispatchEvent(new KeyboardEvent('keydown'));
    await until(() => alone.sounder.state === 'sounding', () => 'to sound');
  });

  it('sounds without a gesture when the browser only took its time to begin', async () => {
    const alone = page(new FakeSound(false));
    await until(() => alone.sounder.state === 'blocked', () => 'to be silent');
    alone.sound.allowed = true;
    alone.sound.changes.dispatchEvent(new Event('change'));
    await until(() => alone.sounder.state === 'sounding', () => 'to sound');
  });

  it('leaves another sound alone, and what is no word of a page', async () => {
    const one = page(new FakeSound(true));
    key = `${key} other`;
    const other = page(new FakeSound(true));
    const channel = new BroadcastChannel('trtc-calling attention');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other target than its own origin
    for (const words of [null, 'x', { key }, { key, asks: true, rank: { id: 'x', audible: true, sounding: true, visible: true, touched: true } }]) channel.postMessage(words);
    await until(() => sounding(one, other) === 2, () => 'both to sound');
    channel.close();
  });
});

describe('TitleBadge', () => {
  const before = document.title;
  afterEach(() => { document.title = before; });

  it('keeps what the page makes of its title meanwhile', async () => {
    const badge = new TitleBadge();
    document.title = 'Inbox';
    badge.show('Bob is calling');
    expect(document.title).to.equal('Bob is calling · Inbox');
    document.title = 'Inbox (2)';
    await until(() => document.title === 'Bob is calling · Inbox (2)', () => 'the words to come back');
    badge.show('');
    expect(document.title).to.equal('Inbox (2)');
  });

  it('leaves a page without a title without one', () => {
    document.head.querySelector('title')?.remove();
    const badge = new TitleBadge();
    badge.show('Bob is calling');
    expect(document.title).to.equal('Bob is calling');
    badge.show('');
    expect(document.head.querySelector('title')).to.equal(null);
  });
});

describe('several badges in a page', () => {
  const before = document.title;
  afterEach(() => { document.title = before; });

  it('show the first of them, then the next, and end', async () => {
    document.title = 'Inbox';
    const [one, two] = [new TitleBadge(), new TitleBadge()];
    one.show('Bob is calling');
    two.show('(2)');
    await Promise.resolve();
    expect(document.title).to.equal('Bob is calling · Inbox');
    one.show('');
    expect(document.title).to.equal('(2) Inbox');
    two.show('');
    expect(document.title).to.equal('Inbox');
  });

  it('put one mark on the icon, and give the page its own back', async () => {
    const own = document.createElement('link');
    own.rel = 'icon';
    own.href = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
    document.head.append(own);
    const [one, two] = [new IconBadge(), new IconBadge()];
    const marked = (): string => document.head.querySelector<HTMLLinkElement>('link[rel="icon"][href^="data:image/png"]')?.href ?? '';
    one.show({ rings: true, missed: 0 });
    two.show({ rings: false, missed: 12 });
    await until(() => marked() !== '', () => 'the mark');
    expect(own.rel).not.to.equal('icon');
    const call = marked();
    one.show({ rings: false, missed: 0 });
    await until(() => marked() !== call, () => 'the number');
    two.show({ rings: false, missed: 0 });
    expect([marked(), own.rel]).to.deep.equal(['', 'icon']);
    own.remove();
  });
});

describe('the built-in tones', () => {
  it('are heard, stay below full scale, and begin and end without a click', () => {
    const context = new OfflineAudioContext(1, 24_000, 24_000);
    for (const tone of ['ring', 'ringback', 'busy', 'end'] as const) {
      const samples = bufferOf(context, tone).getChannelData(0);
      const peak = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
      expect(peak, tone).to.be.within(0.05, 0.8);
      expect(Math.abs(samples[0] ?? 1), tone).to.be.below(0.01);
      expect(Math.abs(samples.at(-1) ?? 1), tone).to.be.below(0.01);
    }
  });
});

describe('CallNotification', () => {
  const native = Object.getOwnPropertyDescriptor(window, 'Notification');
  afterEach(() => { if (native) Object.defineProperty(window, 'Notification', native); });
  const words = { title: 'Bob is calling', body: 'Incoming video call', answer: 'Answer', decline: 'Decline', icon: '' };

  function stand(permission: NotificationPermission, make: () => void = () => {}): { readonly shown: { title: string; tag: string | undefined; closed: boolean }[] } {
    const shown: { title: string; tag: string | undefined; closed: boolean }[] = [];
    class FakeNotification extends EventTarget {
      static permission = permission;
      readonly #entry;
      constructor(title: string, options: NotificationOptions = {}) {
        super();
        make();
        this.#entry = { title, tag: options.tag, closed: false };
        shown.push(this.#entry);
      }
      close(): void { this.#entry.closed = true; }
    }
    Object.defineProperty(window, 'Notification', { configurable: true, value: FakeNotification });
    return { shown };
  }

  it('is shown where it is allowed, and closed with the ring', async () => {
    const { shown } = stand('granted');
    const notification = new CallNotification('1 alice bob 7', () => {});
    await notification.show(words);
    expect(shown).to.deep.equal([{ title: 'Bob is calling', tag: 'trtc-call 1 alice bob 7', closed: false }]);
    notification.close();
    expect(shown[0]?.closed).to.equal(true);
  });

  it('is not shown without permission, after its end, or where a page may make none', async () => {
    const { shown } = stand('default');
    await new CallNotification('k', () => {}).show(words);
    const granted = stand('granted');
    const late = new CallNotification('k', () => {});
    const showing = late.show(words);
    late.close();
    await showing;
    const refusing = stand('granted', () => { throw new TypeError('Illegal constructor'); });
    await new CallNotification('k', () => {}).show(words);
    expect([shown, granted.shown, refusing.shown]).to.deep.equal([[], [], []]);
  });

  it('takes only words that its worker says', () => {
    expect(isWorkerMessage({ kind: 'trtc-call', action: 'answer', key: 'k' })).to.equal(true);
    for (const value of [null, 'x', {}, { kind: 'trtc-call', action: 'dance', key: 'k' }, { kind: 'other', action: 'answer', key: 'k' }, { kind: 'trtc-call', action: 'answer', key: 'k'.repeat(300) }]) {
      expect(isWorkerMessage(value)).to.equal(false);
    }
  });
});

describe('Sound', () => {
  it('tells when its AudioContext begins late, or is held back, until it is no longer asked to', async () => {
    const contexts: AudioContext[] = [];
    const restore = replace(window, {
      AudioContext: { writable: true, value: new Proxy(AudioContext, { construct: (target) => {
        const context = new target();
        contexts.push(context);
        return context;
      } }) },
    });
    const sound = new Sound({ tone: 'ring', address: '', output: '', loop: true });
    restore();
    const asked = new AbortController();
    let changes = 0;
    sound.watch(() => { changes += 1; }, asked.signal);
    const [context] = contexts;
    expect(contexts).to.have.length(1);
    context?.dispatchEvent(new Event('statechange'));
    expect(changes).to.be.greaterThan(0);
    asked.abort();
    const before = changes;
    context?.dispatchEvent(new Event('statechange'));
    expect(changes).to.equal(before);
    sound.stop();
    expect(await sound.mayBeHeard()).to.equal(false);
  });
});
