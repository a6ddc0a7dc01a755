import { expect } from '@open-wc/testing';
import type { CallEvent, CallEventBody } from '../../src/calling/state/call-events.js';
import { reduce } from '../../src/calling/state/call-reducer.js';
import { initialState, type CoreState } from '../../src/calling/state/core-state.js';

const FLOOD = 2000;

const invitation = (count: number, { inviter, roomId }: { readonly inviter: string; readonly roomId: number }): CallEventBody => ({
  type: 'invitation', callId: `c${count}`, inviteId: `i${count}`, inviter, invitees: ['me'], groupId: '', ringMs: 60_000,
  signal: { kind: 'call', type: 2, roomId, userIds: ['me'] },
});

/** The state after a flood, and how many answers it drew. */
function flooded(of: (count: number) => CallEventBody): { readonly state: CoreState; readonly answers: number } {
  let state = reduce(initialState(), { type: 'login', command: 1, sdkAppId: 7, userId: 'me', userSig: 's', at: 0 }).state;
  state = reduce(state, { type: 'login-done', tag: 1, at: 0 }).state;
  let answers = 0;
  for (let count = 0; count < FLOOD; count += 1) {
    const turn = reduce(state, { ...of(count), at: count } as CallEvent);
    state = turn.state;
    answers += turn.effects.filter(({ type }) => type === 'answer').length;
  }
  return { state, answers };
}

describe('A flood of invitations', () => {
  it('of many people, each with a call of their own, rings once; the others are told that it is busy', () => {
    const { state, answers } = flooded((count) => invitation(count, { inviter: `u${count}`, roomId: count + 1 }));
    expect(state.call).to.include({ inviter: 'u0', phase: 'ringing' });
    expect(state.call?.incoming).to.have.length(1);
    expect(answers).to.equal(FLOOD - 1);
  });

  it('of many people into one room fills no memory: what rings and who is shown stay bounded', () => {
    const { state, answers } = flooded((count) => invitation(count, { inviter: `u${count}`, roomId: 9 }));
    expect(state.call?.incoming).to.have.length(32);
    expect(state.call?.participants).to.have.length(32);
    expect(answers).to.equal(FLOOD - 32);
  });

  it('of one person is one call that rings, the newest', () => {
    const { state } = flooded((count) => invitation(count, { inviter: 'mallory', roomId: count + 1 }));
    expect(state.call?.incoming.map(({ inviteId }) => inviteId)).to.deep.equal([`i${FLOOD - 1}`]);
  });
});
