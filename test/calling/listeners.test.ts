import { expect } from '@open-wc/testing';
import { DelegateListeners, SnapshotSubscribers } from '../../src/calling/listeners.js';
import { initialState } from '../../src/calling/state/core-state.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';

/** Runs `task` and returns what was reported as uncaught meanwhile. */
async function reported(task: () => void | Promise<void>): Promise<unknown[]> {
  const errors: unknown[] = [];
  const { onerror } = window;
  // In place of the test runner's own handler, which would call the test failed.
  Object.assign(window, {
    onerror(_message: unknown, _source: unknown, _line: unknown, _column: unknown, error: unknown) {
      errors.push(error);
      return true;
    },
  });
  try {
    await task();
  } finally {
    Object.assign(window, { onerror });
  }
  return errors;
}

describe('DelegateListeners', () => {
  it('a listener that throws does not stop the others, and its error is seen', async () => {
    const listeners = new DelegateListeners();
    const heard: string[] = [];
    const broken = new Error('broken listener');
    listeners.add(() => { throw broken; });
    listeners.add((type, _params) => void heard.push(type));
    const errors = await reported(() => listeners.emit({ type: 'onUserEnter', params: { userId: 'bob' } }));
    expect(heard).to.deep.equal(['onUserEnter']);
    expect(errors).to.deep.equal([broken]);
  });

  it('tells each listener once however often it was added, and none that was removed', () => {
    const listeners = new DelegateListeners();
    let count = 0;
    const listener = (): void => void (count += 1);
    listeners.add(listener);
    listeners.add(listener);
    listeners.emit({ type: 'onCallingCancel', params: {} });
    listeners.delete(listener);
    listeners.emit({ type: 'onCallingCancel', params: {} });
    expect(count).to.equal(1);
  });
});

describe('SnapshotSubscribers', () => {
  let snapshot: CallSnapshot;
  let subscribers: SnapshotSubscribers;
  const change = (changes: Partial<CallSnapshot>): void => {
    snapshot = { ...snapshot, ...changes };
    subscribers.changed();
  };

  beforeEach(() => {
    snapshot = initialState();
    subscribers = new SnapshotSubscribers(() => snapshot);
  });

  it('tells once per microtask however much changed, and only of a new answer', async () => {
    const seen: string[] = [];
    let all = 0;
    subscribers.add((userId) => seen.push(userId), { selector: ({ session }: CallSnapshot) => session.userId });
    subscribers.add(() => void (all += 1), {});
    change({ session: { ...snapshot.session, userId: 'a' } });
    change({ session: { ...snapshot.session, userId: 'b' } });
    expect(seen).to.deep.equal([]);
    await Promise.resolve();
    change({ profiles: {} });
    await Promise.resolve();
    expect([seen, all]).to.deep.equal([['b'], 2]);
  });

  it('ends with its signal, with its function, and within a round', async () => {
    const heard: string[] = [];
    const ending = new AbortController();
    const stopFirst = subscribers.add(() => {
      heard.push('first');
      stopThird();
    }, {});
    subscribers.add(() => heard.push('second'), { signal: ending.signal });
    const stopThird = subscribers.add(() => heard.push('third'), {});
    subscribers.add(() => heard.push('never'), { signal: AbortSignal.abort() });
    change({ profiles: {} });
    await Promise.resolve();
    ending.abort();
    stopFirst();
    change({ profiles: { x: { userId: 'x', nickname: '', avatarUrl: '' } } });
    await Promise.resolve();
    expect(heard).to.deep.equal(['first', 'second']);
  });
});
