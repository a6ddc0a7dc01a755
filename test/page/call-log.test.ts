import { expect, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { CallLogEntry } from '../../src/calling/call-log.js';
import { CallLogStore, MAX_ENTRIES } from '../../src/page/call-log-store.js';
import { PageCallLog } from '../../src/page/call-log.js';
import { FakeCalling } from '../support/fake-calling.js';
import { buildEnded, buildSnapshot, type SnapshotParts } from '../support/snapshots.js';

const ACCOUNT = '1:log-test';
const KEY = `trtc-calling:log:${ACCOUNT}`;
const OTHER_KEY = 'trtc-calling:log:1:log-other';
let room = 100;

const ended = (parts: SnapshotParts['ended'] = {}) => buildSnapshot({ ended: { callId: `c${room += 1}`, roomId: room, startedAt: room, ...parts } });

/** A storage that refuses, as in private windows. */
const refusing = (): Storage => new Proxy(localStorage, {
  get: (target, name) => (name === 'getItem' || name === 'setItem' || name === 'removeItem'
    ? () => { throw new DOMException('No.', 'SecurityError'); } : Reflect.get(target, name)),
});

afterEach(() => {
  localStorage.removeItem(KEY);
  localStorage.removeItem(OTHER_KEY);
});

describe('CallLogStore', () => {
  const open = (storage?: Storage) => new CallLogStore(ACCOUNT, () => {}, storage);

  it('remembers who, which way, what kind, when, how long, why and what was said; newest first', () => {
    const store = open();
    store.add(ended({ role: 'inviter', type: 2, userIds: ['bob', 'carol'], isGroup: true, duration: 65, reason: 'local-hangup' }));
    store.add(ended({ role: 'inviter', userIds: ['bob'], duration: 0, reason: 'remote-reject', message: 'Later' }));
    const [second, first] = open().entries;
    expect(first).to.deep.include({
      direction: 'outgoing', missed: false, type: 2, isGroup: true, duration: 65, reason: 'local-hangup',
      people: [{ userId: 'bob', nickname: 'Bob' }, { userId: 'carol', nickname: 'Carol' }],
    });
    expect(second).to.deep.include({ reason: 'remote-reject', message: 'Later' });
    expect(Object.isFrozen(second)).to.equal(true);
  });

  const ROWS = [
    ['missed', 'invitee', true], ['remote-cancel', 'invitee', true], ['connection-lost', 'invitee', true], ['local-reject', 'invitee', false],
    ['answered-elsewhere', 'invitee', false], ['rejected-elsewhere', 'invitee', false], ['kicked', 'invitee', false], ['no-answer', 'inviter', false],
  ] as const;
  for (const [reason, role, missed] of ROWS) {
    it(`${reason} as ${role} is ${missed ? 'a missed call' : 'no missed call'}`, () => {
      const store = open();
      store.add(ended({ reason, role, inviter: 'bob', duration: 0 }));
      expect([store.entries[0]?.missed, store.unseen]).to.deep.equal([missed, missed ? 1 : 0]);
    });
  }

  it('a missed call counts until somebody has looked, in every tab', () => {
    const [here, there] = [open(), open()];
    here.add(ended({ reason: 'missed', role: 'invitee', inviter: 'bob', duration: 0 }));
    here.add(ended({ reason: 'missed', role: 'invitee', inviter: 'bob', duration: 0 }));
    expect(there.unseen).to.equal(2);
    there.markSeen();
    expect([here.unseen, there.unseen, here.entries.length]).to.deep.equal([0, 0, 2]);
  });

  it('two words about one room are one call: the tab that talked knows better than the tab that rang', () => {
    const store = open();
    store.add(ended({ roomId: 5, role: 'invitee', inviter: 'bob', reason: 'answered-elsewhere', duration: 0 }));
    store.add(ended({ roomId: 5, role: 'invitee', inviter: 'bob', reason: 'local-hangup', duration: 30 }));
    store.add(ended({ roomId: 5, role: 'invitee', inviter: 'bob', reason: 'answered-elsewhere', duration: 0 }));
    expect(store.entries.map(({ reason, duration }) => [reason, duration])).to.deep.equal([['local-hangup', 30]]);
  });

  it('keeps the newest 200', () => {
    const store = open();
    for (let n = 1; n <= MAX_ENTRIES + 5; n++) store.add(ended({ startedAt: n, userIds: [`u${n}`] }));
    expect(store.entries.length).to.equal(MAX_ENTRIES);
    expect(store.entries[0]?.people[0]?.userId).to.equal(`u${MAX_ENTRIES + 5}`);
  });

  it('clear leaves nothing in the storage', () => {
    const store = open();
    store.add(ended());
    store.clear();
    expect([store.entries.length, localStorage.getItem(KEY)]).to.deep.equal([0, null]);
  });

  it('remembers for as long as the page lives where nothing may be stored', () => {
    const store = open(refusing());
    store.add(ended());
    store.add(ended());
    expect(store.entries.length).to.equal(2);
    store.clear();
    expect(store.entries.length).to.equal(0);
  });

  it('reads anything and keeps what is a call: 2,000 texts', () => {
    const store = open();
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('bob', 'outgoing', 'missed', 1, 2, 5, true));
    const entry = fc.dictionary(fc.constantFrom('callId', 'roomId', 'direction', 'missed', 'type', 'people', 'at', 'duration', 'reason', 'message', '__proto__'), value);
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.record({ seenAt: value, entries: fc.array(entry) }).map((record) => JSON.stringify(record))), (text) => {
      localStorage.setItem(KEY, text);
      for (const one of store.entries) check(one);
      if (!(store.unseen >= 0)) throw new Error(text);
    }), { numRuns: 2000 });
  });

  it('reads its own entries back and drops the crooked ones among them', () => {
    open().add(ended());
    const record = JSON.parse(localStorage.getItem(KEY) ?? '') as { entries: object[] };
    const [good] = record.entries;
    const crooked = [{ type: 3 }, { roomId: 0 }, { at: 'x' }, { duration: -1 }, { reason: 'bored' }, { direction: 'up' }, { people: [] }, { people: [{ userId: 'a\nb' }] }, { callId: 'x'.repeat(200) }];
    localStorage.setItem(KEY, JSON.stringify({ entries: [good, ...crooked.map((parts) => Object.assign({}, good, parts)), null, 7] }));
    expect(open().entries.length).to.equal(1);
  });
});

function check({ people, type, direction, at, duration }: CallLogEntry): void {
  if (people.length === 0 || (type !== 1 && type !== 2) || (direction !== 'outgoing' && direction !== 'incoming') || !(at >= 0) || !(duration >= 0)) throw new Error('crooked');
}

describe('PageCallLog', () => {
  const session = { sdkAppId: 1, userId: 'log-test' };
  let log: PageCallLog;
  let calling: FakeCalling;

  beforeEach(() => {
    calling = new FakeCalling({ session });
    log = new PageCallLog();
    log.follow(calling);
  });

  afterEach(() => log.dispose());

  it('writes down each call that ends, and tells', async () => {
    let told = 0;
    log.subscribe(() => { told += 1; });
    calling.set({ session, ended: { roomId: 1, userIds: ['bob'] } });
    await waitUntil(() => log.entries.length === 1);
    calling.set({ session, call: {} });
    await Promise.resolve();
    calling.set({ session, ended: { callId: 'next', roomId: 2, userIds: ['carol'] } });
    await waitUntil(() => log.entries.length === 2);
    expect(told).to.be.greaterThan(1);
  });

  it('a call that a logout ends is written into the log of the one who was logged in; afterwards nothing is to be read', async () => {
    calling.set({ session: { ...session, phase: 'logging-out' }, ended: { roomId: 3, reason: 'logged-out' } });
    await waitUntil(() => localStorage.getItem(KEY) !== null);
    expect(log.entries.length).to.equal(0);
    calling.set({ session: { sdkAppId: 1, userId: 'log-other' } });
    await Promise.resolve();
    expect(log.entries.length).to.equal(0);
    calling.set({ session });
    await waitUntil(() => log.entries.length === 1);
  });

  it('hears of a change in another tab', async () => {
    const heard = new Promise<void>((resolve) => { log.subscribe(() => { if (log.entries.length === 1) resolve(); }); });
    await waitUntil(() => log.entries.length === 0);
    // Another document of this origin is another tab.
    const frame = document.body.appendChild(document.createElement('iframe'));
    const entry: CallLogEntry = { callId: 'x', roomId: 9, direction: 'incoming', missed: true, type: 1, isGroup: false, people: [{ userId: 'bob', nickname: '' }], at: 5, duration: 0, reason: 'missed', message: '' };
    // Until the part that reads is there, nobody listens for its key.
    await waitUntil(() => {
      frame.contentWindow?.localStorage.setItem(KEY, JSON.stringify({ seenAt: 0, entries: [{ ...entry, at: performance.now() }] }));
      return log.entries.length === 1;
    });
    await heard;
    frame.remove();
    expect(log.unseen).to.equal(1);
  });

  it('lets go of everything', async () => {
    log.dispose();
    expect(calling.state).to.deep.include({ ended: null });
    calling.set({ session, ended: buildEnded({ roomId: 4 }) });
    await Promise.resolve();
    expect(localStorage.getItem(KEY)).to.equal(null);
  });
});
