import { expect } from '@open-wc/testing';
import { TRTCCalling } from '../../src/index.js';
import { uniqueNames, until } from '../contract/world.js';

const SECRET = 'eJx-secret-signature-of-a-test';
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const;

/** Notes what is given to `target[name]`, and does it. */
function spied(target: object, name: string, note: (args: readonly unknown[]) => void): () => void {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') throw new TypeError(`${name} is no function.`);
  Reflect.set(target, name, function spy(this: unknown, ...args: unknown[]): unknown {
    note(args);
    return Reflect.apply(original, this, args);
  });
  return () => { Reflect.set(target, name, original); };
}

describe('A userSig', () => {
  it('is in no snapshot, event, storage, console or word to another page: a whole call over the local engine', async () => {
    const said: string[] = [];
    const note = (args: readonly unknown[]): void => { said.push(args.map((arg) => (arg instanceof Error ? `${arg.message} ${arg.stack}` : JSON.stringify(arg) ?? '')).join(' ')); };
    const restore = [
      ...METHODS.map((method) => spied(console, method, note)), spied(BroadcastChannel.prototype, 'postMessage', note), spied(Storage.prototype, 'setItem', note),
    ];
    const name = uniqueNames();
    const people = await Promise.all(['alice', 'bob'].map(() => TRTCCalling.create({ local: { transport: 'broadcast' } })));
    const [alice, bob] = people;
    if (!alice || !bob) throw new Error('Nobody is there.');
    try {
      for (const calling of people) calling.subscribe((state) => note([state]));
      note([await alice.login(1, name('alice'), SECRET), await bob.login(1, name('bob'), SECRET)]);
      // And where something goes wrong.
      note([await alice.login(1, name('carol'), SECRET), await alice.login(-1, name('alice'), SECRET), await alice.login(1, 'no user', SECRET)]);
      note([await alice.call(name('bob'), 1)]);
      await until(() => bob.state.call?.phase === 'ringing', () => 'an invitation', 5000);
      note([await bob.accept({ camera: false })]);
      await until(() => alice.state.call?.phase === 'in-call', () => 'a call', 15_000);
      note([await alice.hangup()]);
      await until(() => bob.state.call === null, () => 'an end', 5000);
      note([alice.state, bob.state, alice.callLog.entries, { ...localStorage }, { ...sessionStorage }]);
    } finally {
      for (const calling of people) calling.destroy();
      for (const undo of restore) undo();
    }
    expect(said.length).to.be.greaterThan(20);
    expect(said.filter((text) => text.includes(SECRET))).to.deep.equal([]);
  });
});
