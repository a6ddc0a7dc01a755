import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { Calling } from '../../src/calling/calling.js';
import { CallRecovery } from '../../src/page/call-recovery.js';
import { buildSnapshot } from '../support/snapshots.js';

const KEY = 'trtc-calling:interrupted:1:alice';

describe('CallRecovery', () => {
  let recovery: CallRecovery;

  beforeEach(() => {
    sessionStorage.clear();
    recovery = new CallRecovery();
  });

  afterEach(() => {
    recovery.dispose();
    sessionStorage.clear();
  });

  const leave = (state: Calling['state']): void => {
    // Recovery asks nothing of a calling but its state.
    recovery.follow({ state } as unknown as Calling);
    dispatchEvent(new Event('pagehide'));
  };

  it('remembers the running call when the page goes, once, for its user', () => {
    leave(buildSnapshot({ call: { phase: 'in-call', connectedAt: Date.now() - 5000, roomId: 9 } }));
    expect(recovery.recall(1, 'bob')).to.equal(null);
    expect(recovery.recall(2, 'alice')).to.equal(null);
    expect(recovery.recall(1, 'alice')).to.deep.include({ roomId: 9, userIds: ['bob'] });
    expect(recovery.recall(1, 'alice')).to.equal(null);
  });

  it('remembers nothing of a call that was not connected, and nothing when there is none', () => {
    for (const phase of ['dialling', 'ringing', 'connecting'] as const) leave(buildSnapshot({ call: { phase, connectedAt: null } }));
    leave(buildSnapshot());
    expect(sessionStorage.length).to.equal(0);
  });

  it('writes no more once it is disposed of', () => {
    recovery.follow({ state: buildSnapshot({ call: { phase: 'in-call', connectedAt: 1 } }) } as unknown as Calling);
    recovery.dispose();
    dispatchEvent(new Event('pagehide'));
    expect(sessionStorage.length).to.equal(0);
  });

  it('forgets it when the page comes back as it was, and not when it only was shown', () => {
    leave(buildSnapshot({ call: { phase: 'in-call', connectedAt: Date.now() - 5000 } }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(sessionStorage.length).to.equal(1);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(sessionStorage.length).to.equal(0);
  });

  it('does not offer a call that is long over, or lies in the future', () => {
    leave(buildSnapshot({ call: { phase: 'in-call', connectedAt: Date.now() - 5000 } }));
    const record: { leftAt: number } = JSON.parse(sessionStorage.getItem(KEY) ?? '');
    for (const leftAt of [Date.now() - 16_000, Date.now() + 16_000, NaN, null]) {
      sessionStorage.setItem(KEY, JSON.stringify({ ...record, leftAt }));
      expect(recovery.recall(1, 'alice'), String(leftAt)).to.equal(null);
    }
  });

  it('takes anything that stands in the storage without throwing, and nothing of it but a call', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.record({
      leftAt: fc.constant(Date.now()),
      interrupted: fc.record({ roomId: fc.oneof(fc.integer(), fc.string()), type: fc.nat({ max: 3 }), role: fc.constantFrom('inviter', 'x'), inviter: fc.string(), userIds: fc.array(fc.anything()), connectedAt: fc.integer() }),
    }).map((record) => JSON.stringify(record))), (text) => {
      sessionStorage.setItem(KEY, text);
      const recalled = recovery.recall(1, 'alice');
      if (recalled && !(recalled.roomId > 0 && recalled.userIds.length > 0 && (recalled.type === 1 || recalled.type === 2))) throw new Error(text);
    }), { numRuns: 2000 });
  });

  it('a page that may store nothing remembers nothing', () => {
    const without = new CallRecovery(undefined);
    expect(without.recall(1, 'alice')).to.equal(null);
    without.dispose();
  });
});
