import { expect } from '@open-wc/testing';
import type { CallEvent, CallEventBody } from '../../src/calling/state/call-events.js';
import { reduce } from '../../src/calling/state/call-reducer.js';
import { initialState, type CoreState } from '../../src/calling/state/core-state.js';
import type { Effect } from '../../src/calling/state/effect.js';

const at = 5_000;
const LOGIN: readonly CallEventBody[] = [{ type: 'login', command: 1, sdkAppId: 7, userId: 'me', userSig: 's' }, { type: 'login-done', tag: 1 }];
const DIAL: CallEventBody = { type: 'call', command: 2, callId: 'c1', roomId: 42, callType: 2, groupId: '', invites: [{ inviteId: 'i1', userIds: ['bob'] }] };
const INVITED: CallEventBody = { type: 'invitation', callId: 'c2', inviteId: 'i2', inviter: 'bob', invitees: ['me'], groupId: '', signal: { kind: 'call', type: 2, roomId: 9, userIds: ['me'] }, ringMs: 0 };
const ENTERED: CallEventBody = { type: 'entered', callId: 'c1', userId: 'bob' };

/** The state after these events, and the effects of the last one. */
function after(...events: readonly CallEventBody[]): { readonly state: CoreState; readonly effects: readonly Effect[] } {
  let result: { readonly state: CoreState; readonly effects: readonly Effect[] } = { state: initialState(), effects: [] };
  for (const event of events) result = reduce(result.state, { ...event, at } as CallEvent);
  return result;
}

/** What the user's other pages are told has a test of its own below. */
const briefly = (effects: readonly Effect[]): string[] => effects.filter(({ type }) => type !== 'in-call').map((effect) => {
  if (effect.type === 'emit') return `emit ${effect.call.type}`;
  if (effect.type === 'settle') return `settle ${effect.command} ${effect.failure?.reason ?? 'ok'}`;
  if (effect.type === 'answer') return `${effect.answer.kind} ${effect.inviteId}${effect.answer.kind === 'reject' && effect.answer.busy ? ' busy' : ''}`;
  if (effect.type === 'invite') return `invite ${effect.userIds.join()} ${effect.invitation.kind}`;
  if (effect.type === 'start-timer' || effect.type === 'stop-timer') return `${effect.type} ${effect.timer.kind} ${effect.timer.id}`;
  if (effect.type === 'capture-open' || effect.type === 'capture-close') return `${effect.type} ${effect.kind}`;
  if (effect.type === 'publish' || effect.type === 'unpublish' || effect.type === 'mute') return `${effect.type} ${effect.kind}`;
  return effect.type;
});

interface Row {
  readonly when: string;
  readonly events: readonly CallEventBody[];
  readonly phase: string;
  readonly effects: readonly string[];
}

const TABLE: readonly Row[] = [
  { when: 'dialling', events: [...LOGIN, DIAL], phase: 'dialling',
    effects: ['room-join', 'invite bob call', 'start-timer ring i1', 'fetch-profiles', 'capture-open microphone', 'capture-open camera'] },
  { when: 'the invitation was sent', events: [...LOGIN, DIAL, { type: 'invite-sent', callId: 'c1', inviteId: 'i1' }], phase: 'dialling', effects: ['settle 2 ok'] },
  { when: 'it reached a device', events: [...LOGIN, DIAL, { type: 'delivered', inviteId: 'i1', userId: 'bob' }], phase: 'dialling', effects: [] },
  { when: 'it was accepted', events: [...LOGIN, DIAL, { type: 'accepted', inviteId: 'i1', userId: 'bob' }], phase: 'connecting',
    effects: ['stop-timer ring i1', 'settle 2 ok', 'start-timer connect bob'] },
  { when: 'it was accepted by somebody else', events: [...LOGIN, DIAL, { type: 'accepted', inviteId: 'i1', userId: 'eve' }], phase: 'dialling', effects: [] },
  { when: 'it was declined', events: [...LOGIN, DIAL, { type: 'rejected', inviteId: 'i1', userId: 'bob', busy: false, message: '' }], phase: 'idle',
    effects: ['stop-timer ring i1', 'settle 2 ok', 'emit onReject', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'the line was busy', events: [...LOGIN, DIAL, { type: 'rejected', inviteId: 'i1', userId: 'bob', busy: true, message: '' }], phase: 'idle',
    effects: ['stop-timer ring i1', 'settle 2 ok', 'emit onLineBusy', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'nobody answered', events: [...LOGIN, DIAL, { type: 'timer', timer: { kind: 'ring', id: 'i1' } }], phase: 'idle',
    effects: ['cancel i1', 'stop-timer ring i1', 'settle 2 ok', 'emit onNoResp', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'the invitation could not be sent', phase: 'idle',
    events: [...LOGIN, DIAL, { type: 'invite-failed', callId: 'c1', inviteId: 'i1', failure: { reason: 'network', code: 61009, desc: 'd' } }],
    effects: ['settle 2 network', 'emit onError', 'stop-timer ring i1', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'the room cannot be joined', phase: 'idle',
    events: [...LOGIN, DIAL, { type: 'room-join-failed', callId: 'c1', failure: { reason: 'room-join-failed', code: 61016, desc: 'd' } }],
    effects: ['emit onError', 'stop-timers', 'cancel i1', 'settle 2 room-join-failed', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'they come into the room', events: [...LOGIN, DIAL, { type: 'accepted', inviteId: 'i1', userId: 'bob' }, ENTERED], phase: 'in-call',
    effects: ['stop-timer connect bob', 'fetch-profiles', 'emit onUserEnter'] },
  { when: 'they come into the room and the accept was lost', events: [...LOGIN, DIAL, ENTERED], phase: 'in-call',
    effects: ['stop-timer connect bob', 'stop-timer ring i1', 'settle 2 ok', 'fetch-profiles', 'emit onUserEnter'] },
  { when: 'they leave as the last', events: [...LOGIN, DIAL, ENTERED, { type: 'left', callId: 'c1', userId: 'bob', gone: false }], phase: 'idle',
    effects: ['stop-timer return bob', 'emit onUserLeave', 'invite bob hangup', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'they vanish', events: [...LOGIN, DIAL, ENTERED, { type: 'left', callId: 'c1', userId: 'bob', gone: true }], phase: 'in-call', effects: ['start-timer return bob'] },
  { when: 'they vanish and come back', phase: 'in-call', effects: ['stop-timer return bob'],
    events: [...LOGIN, DIAL, ENTERED, { type: 'left', callId: 'c1', userId: 'bob', gone: true }, ENTERED] },
  { when: 'they vanish and do not come back', phase: 'idle',
    events: [...LOGIN, DIAL, ENTERED, { type: 'left', callId: 'c1', userId: 'bob', gone: true }, { type: 'timer', timer: { kind: 'return', id: 'bob' } }],
    effects: ['stop-timer return bob', 'emit onUserLeave', 'invite bob hangup', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'an event of another room comes', events: [...LOGIN, DIAL, ENTERED, { type: 'left', callId: 'c0', userId: 'bob', gone: false }], phase: 'in-call', effects: [] },
  { when: 'an invitation comes', events: [...LOGIN, INVITED], phase: 'ringing', effects: ['start-timer incoming i2', 'fetch-profiles', 'emit onInvited'] },
  { when: 'the same invitation comes twice', events: [...LOGIN, INVITED, INVITED], phase: 'ringing', effects: [] },
  { when: 'an invitation of oneself comes from another device', events: [...LOGIN, { ...INVITED, inviter: 'me' } as CallEventBody], phase: 'idle', effects: [] },
  { when: 'an invitation comes and nobody is logged in', events: [INVITED], phase: 'idle', effects: [] },
  { when: 'it was answered on another device', events: [...LOGIN, INVITED, { type: 'accepted', inviteId: 'i2', userId: 'me' }], phase: 'idle', effects: ['stop-timers', 'emit onCallEnd'] },
  { when: 'it was declined on another device', events: [...LOGIN, INVITED, { type: 'rejected', inviteId: 'i2', userId: 'me', busy: false, message: '' }], phase: 'idle', effects: ['stop-timers', 'emit onCallEnd'] },
  { when: 'it is cancelled by its inviter', events: [...LOGIN, INVITED, { type: 'cancelled', inviteId: 'i2', userId: 'bob' }], phase: 'idle', effects: ['stop-timers', 'emit onCallingCancel'] },
  { when: 'it is cancelled by a stranger', events: [...LOGIN, INVITED, { type: 'cancelled', inviteId: 'i2', userId: 'eve' }], phase: 'ringing', effects: [] },
  { when: 'it rang too long', events: [...LOGIN, INVITED, { type: 'timer', timer: { kind: 'incoming', id: 'i2' } }], phase: 'idle', effects: ['stop-timers', 'emit onCallingTimeOut'] },
  { when: 'the service says that it rang too long', events: [...LOGIN, INVITED, { type: 'timed-out', inviteId: 'i2', userIds: ['me'] }], phase: 'idle', effects: ['stop-timers', 'emit onCallingTimeOut'] },
  { when: 'it is answered', events: [...LOGIN, INVITED, { type: 'accept', command: 3, camera: true }], phase: 'connecting',
    effects: ['stop-timers', 'accept i2', 'room-join', 'start-timer connect bob', 'capture-open microphone', 'capture-open camera'] },
  { when: 'it is declined', events: [...LOGIN, INVITED, { type: 'reject', command: 3, message: '' }], phase: 'idle', effects: ['reject i2', 'stop-timers', 'emit onCallEnd', 'settle 3 ok'] },
  { when: 'it is answered and then hung up before anybody came', phase: 'idle',
    events: [...LOGIN, INVITED, { type: 'accept', command: 3, camera: true }, { type: 'hangup' }],
    effects: ['invite bob hangup', 'stop-timers', 'settle 3 aborted', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'another invitation comes while it rings', phase: 'ringing', effects: ['reject i3 busy'],
    events: [...LOGIN, INVITED, { ...INVITED, callId: 'c3', inviteId: 'i3', inviter: 'eve', signal: { kind: 'call', type: 1, roomId: 10, userIds: [] } } as CallEventBody] },
  { when: 'the one whom I dial dials me, and their name comes first', phase: 'connecting', events: [...LOGIN, DIAL, INVITED],
    effects: ['stop-timers', 'cancel i1', 'settle 2 ok', 'room-leave', 'accept i2', 'room-join', 'start-timer connect bob'] },
  { when: 'the one whom I dial dials me, and my name comes first', phase: 'dialling', effects: [],
    events: [...LOGIN, { ...DIAL, invites: [{ inviteId: 'i1', userIds: ['zoe'] }] } as CallEventBody, { ...INVITED, inviter: 'zoe' } as CallEventBody] },
  { when: 'and their client, which does not know the rule, says busy', phase: 'connecting',
    events: [...LOGIN, { ...DIAL, invites: [{ inviteId: 'i1', userIds: ['zoe'] }] } as CallEventBody, { ...INVITED, inviter: 'zoe' } as CallEventBody,
      { type: 'rejected', inviteId: 'i1', userId: 'zoe', busy: true, message: '' }],
    effects: ['stop-timers', 'cancel i1', 'settle 2 ok', 'room-leave', 'accept i2', 'room-join', 'start-timer connect zoe'] },
  { when: 'and their client never answers', phase: 'idle',
    events: [...LOGIN, { ...DIAL, invites: [{ inviteId: 'i1', userIds: ['zoe'] }] } as CallEventBody, { ...INVITED, inviter: 'zoe' } as CallEventBody,
      { type: 'timer', timer: { kind: 'ring', id: 'i1' } }],
    effects: ['cancel i1', 'stop-timer ring i1', 'settle 2 ok', 'emit onNoResp', 'stop-timers', 'reject i2 busy', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'the word comes that a call is over, from somebody in it', phase: 'idle',
    events: [...LOGIN, DIAL, ENTERED, { ...INVITED, inviteId: 'e', signal: { kind: 'hangup', duration: 3, roomId: 0 } } as CallEventBody],
    effects: ['emit onUserLeave', 'stop-timers', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd'] },
  { when: 'the word comes that another room is over', phase: 'in-call', effects: [],
    events: [...LOGIN, DIAL, ENTERED, { ...INVITED, inviteId: 'e', signal: { kind: 'hangup', duration: 3, roomId: 41 } } as CallEventBody] },
  { when: 'the session is taken away', phase: 'idle', events: [...LOGIN, DIAL, { type: 'kicked', reason: 'other-login' }],
    effects: ['stop-timers', 'cancel i1', 'settle 2 kicked-offline', 'room-leave', 'capture-close microphone', 'capture-close camera', 'emit onCallEnd', 'logout', 'emit onKickedOffline'] },
  { when: 'the same user logs in again, with whatever signature', events: [...LOGIN, DIAL, { type: 'login', command: 9, sdkAppId: 7, userId: 'me', userSig: 'fresh' }], phase: 'dialling', effects: ['renew', 'settle 9 ok'] },
  { when: 'another user logs in', events: [...LOGIN, DIAL, { type: 'login', command: 9, sdkAppId: 7, userId: 'you', userSig: 'fresh' }], phase: 'dialling', effects: ['settle 9 already-logged-in'] },
  { when: 'the signature is about to expire', events: [...LOGIN, DIAL, { type: 'signature-expiring' }], phase: 'dialling', effects: ['emit onWarning'] },
  { when: 'a login that was given up comes through', phase: 'idle',
    events: [{ type: 'login', command: 1, sdkAppId: 7, userId: 'me', userSig: 's' }, { type: 'logout', command: 2 }, { type: 'login-done', tag: 1 }], effects: [] },
];

describe('reduce', () => {
  for (const { when, events, phase, effects } of TABLE) {
    it(`when ${when}: ${phase}`, () => {
      const result = after(...events);
      expect(result.state.call?.phase ?? 'idle').to.equal(phase);
      expect(briefly(result.effects)).to.deep.equal(effects);
    });
  }

  it('tells the other pages of a call before anything else is said of it, and of its end when all is said', () => {
    const about = (events: readonly CallEventBody[]): readonly [number, unknown] => {
      const { effects } = after(...events);
      const place = effects.findIndex(({ type }) => type === 'in-call');
      return [place === effects.length - 1 ? -1 : place, effects[place]];
    };
    expect(about([...LOGIN, DIAL])).to.deep.equal([0, { type: 'in-call', callId: 'c1', inCall: true }]);
    expect(about([...LOGIN, INVITED, { type: 'accept', command: 3, camera: true }])).to.deep.equal([0, { type: 'in-call', callId: 'c2', inCall: true }]);
    expect(about([...LOGIN, DIAL, { type: 'hangup' }])).to.deep.equal([-1, { type: 'in-call', callId: 'c1', inCall: false }]);
    for (const quiet of [[...LOGIN, INVITED], [...LOGIN, INVITED, { type: 'hangup' }], [...LOGIN, DIAL, ENTERED]] as const) {
      expect(after(...quiet).effects.some(({ type }) => type === 'in-call')).to.equal(false);
    }
  });

  it('is pure: the same state and event give equal results, and the old state is untouched', () => {
    const { state } = after(...LOGIN, DIAL);
    const before = JSON.stringify(state);
    const event = { ...ENTERED, at } as CallEvent;
    expect(reduce(state, event)).to.deep.equal(reduce(state, event));
    expect(JSON.stringify(state)).to.equal(before);
  });

  it('gives whoever vanished 9 s after their last sign of life to come back, and 4 s however late it was noticed', () => {
    const patience = (silence?: number): number[] => {
      const { effects } = after(...LOGIN, DIAL, ENTERED, { type: 'left', callId: 'c1', userId: 'bob', gone: true, ...(silence === undefined ? {} : { silence }) });
      return effects.flatMap((effect) => (effect.type === 'start-timer' ? [effect.ms] : []));
    };
    expect([0, 900, 4300, 60_000, -5, undefined].map(patience)).to.deep.equal([[9000], [8100], [4700], [4000], [9000], [4000]]);
  });

  it('gives the same object back when nothing changed', () => {
    const { state } = after(...LOGIN, DIAL, ENTERED);
    for (const event of [ENTERED, { type: 'delivered', inviteId: 'i1', userId: 'bob' }, { type: 'connection', state: 'connected' }, { type: 'timer', timer: { kind: 'connect', id: 'bob' } }] as const) {
      expect(reduce(state, { ...event, at }).state, event.type).to.equal(state);
    }
  });

  it('freezes every snapshot to the ground', () => {
    const check = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      expect(Object.isFrozen(value), path).to.equal(true);
      for (const [key, inner] of Object.entries(value)) check(inner, `${path}.${key}`);
    };
    check(after(...LOGIN, DIAL, ENTERED, { type: 'available', callId: 'c1', userId: 'bob', kind: 'video', available: true }).state, 'in a call');
    check(after(...LOGIN, INVITED, { type: 'cancelled', inviteId: 'i2', userId: 'bob' }, { type: 'profiles', profiles: [{ userId: 'constructor', nickname: 'n', avatarUrl: '' }] }).state, 'after it');
  });

  it('keeps how good one\'s own network is apart from theirs, and of nobody who is not in the room', () => {
    const rows = [['', 5, [5, 0]], ['bob', 4, [0, 4]], ['carol', 3, [0, 0]]] as const;
    for (const [userId, quality, known] of rows) {
      const { state, effects } = after(...LOGIN, DIAL, ENTERED, { type: 'quality', callId: 'c1', userId, quality });
      expect([state.call?.quality, state.call?.participants[0]?.quality], userId).to.deep.equal(known);
      expect(briefly(effects), userId).to.deep.equal(userId === 'carol' ? [] : ['emit onNetworkQuality']);
    }
    expect(after(...LOGIN, DIAL, ENTERED, { type: 'quality', callId: 'c0', userId: '', quality: 5 }).state.call?.quality).to.equal(0);
  });

  it('remembers a bounded number of profiles, also of users with awkward names', () => {
    const profiles = Array.from({ length: 700 }, (_, index) => ({ userId: `u${index}`, nickname: '', avatarUrl: '' }));
    const { state } = after({ type: 'profiles', profiles: [...profiles, { userId: '__proto__', nickname: 'Eve', avatarUrl: '' }] });
    expect(Object.keys(state.profiles).length).to.equal(500);
    expect(Object.getPrototypeOf(state.profiles)).to.equal(null);
    expect(state.profiles['__proto__']?.nickname).to.equal('Eve');
  });
});

describe('reduce, with connectWhileRinging', () => {
  const ringing = (connectWhileRinging: boolean, ...events: readonly CallEventBody[]): readonly string[] => {
    let state = initialState({ connectWhileRinging });
    const all: Effect[] = [];
    for (const event of [...LOGIN, INVITED, ...events]) {
      const reduction = reduce(state, { ...event, at } as CallEvent);
      ({ state } = reduction);
      all.push(...reduction.effects);
    }
    return briefly(all).filter((effect) => effect.startsWith('room-'));
  };
  const CANCELLED: CallEventBody = { type: 'cancelled', inviteId: 'i2', userId: 'bob' };

  it('makes the way into the room ready as soon as it rings, and goes in by the answer', () => {
    expect(ringing(true)).to.deep.equal(['room-prepare']);
    expect(ringing(true, { type: 'accept', command: 3, camera: true })).to.deep.equal(['room-prepare', 'room-join']);
  });

  it('gives it up however the ringing ends', () => {
    for (const end of [CANCELLED, { type: 'reject', command: 3, message: '' }, { type: 'timer', timer: { kind: 'incoming', id: 'i2' } }] as const) {
      expect(ringing(true, end), end.type).to.deep.equal(['room-prepare', 'room-leave']);
    }
  });

  it('does nothing of the kind unless it is asked for', () => {
    expect(ringing(false, CANCELLED)).to.deep.equal([]);
  });
});

describe('since when it is reconnecting', () => {
  const steps = (start: CoreState, events: readonly (readonly [event: CallEventBody, at: number])[]): readonly CoreState[] => {
    let state = start;
    return events.map(([event, when]) => { state = reduce(state, { ...event, at: when } as CallEvent).state; return state; });
  };

  it('the service: from the first loss until it is reached again, over every further try, and not after the logout', () => {
    const connection = (state: 'connecting' | 'connected' | 'reconnecting'): CallEventBody => ({ type: 'connection', state });
    const states = steps(after(...LOGIN).state, [
      [connection('reconnecting'), 10], [connection('connecting'), 20], [connection('reconnecting'), 30], [connection('connected'), 40],
      [connection('connecting'), 50], [connection('reconnecting'), 60], [{ type: 'logout', command: 9 }, 70], [{ type: 'logout-done', tag: 2 }, 80],
    ]);
    expect(states.map(({ session }) => session.reconnectingSince)).to.deep.equal([10, 10, 10, null, null, 60, 60, null]);
  });

  it('the room: from the first loss until there is a way again', () => {
    const room = (state: 'connected' | 'reconnecting'): CallEventBody => ({ type: 'room-connection', callId: 'c1', state });
    const states = steps(after(...LOGIN, DIAL, ENTERED).state, [[room('reconnecting'), 10], [room('reconnecting'), 20], [room('connected'), 30], [room('reconnecting'), 40]]);
    expect(states.map(({ call }) => [call?.reconnecting, call?.reconnectingSince])).to.deep.equal([[true, 10], [true, 10], [false, null], [true, 40]]);
  });
});
