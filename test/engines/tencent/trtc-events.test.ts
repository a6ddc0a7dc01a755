import { expect } from '@open-wc/testing';
import type TRTC from 'trtc-js-sdk';
import { CallError } from '../../../src/calling/errors.js';
import { toBan, toConnection, toLink, toQuality, toStream, toTrtcError, toUserId } from '../../../src/engines/tencent/trtc-events.js';
import type { TrtcSdk } from '../../../src/engines/tencent/trtc-types.js';
import { FakeRtcError } from './trtc-fake.js';
import { FakeRemoteStream } from './trtc-fake-stream.js';

/** Their typings are a default within a default where TypeScript resolves as Node does. */
type RealTrtcSdk = typeof TRTC extends { readonly default: infer Inner } ? Inner : typeof TRTC;

/** Does not compile when the engine uses the SDK in a way that its own typings do not allow. */
export const realFits = (sdk: RealTrtcSdk): TrtcSdk => sdk;

describe('toTrtcError', () => {
  const cases = [
    [0x1000, 0, 'room-join-failed'], [0x1001, 0, 'room-join-failed'], [0x1002, 0, 'webrtc-unsupported'], [0x4001, 0, 'network'],
    [0x4002, 0, 'network'], [0x4003, 0, 'network'], [0x4004, -100013, 'room-join-failed'], [0x4006, 0, 'network'], [0x4007, 0, 'network'],
    [0x4008, 0, 'network'], [0x4040, 0, 'removed-from-room'], [0x4041, 0, 'timed-out'], [0x4042, 0, 'timed-out'], [0x404b, 0, 'timed-out'],
    [0x404c, -1, 'room-join-failed'], [0x404c, 4, 'network'], [0xffff, 0, 'room-join-failed'], [-5, 0, 'room-join-failed'],
  ] as const;
  for (const [code, extra, reason] of cases) {
    it(`reads 0x${code.toString(16)} with ${extra} as ${reason} and keeps the number`, () => {
      const error = toTrtcError(new FakeRtcError(code, extra), 'room-join-failed');
      expect([error.reason, error.code]).to.deep.equal([reason, code]);
    });
  }

  it('says in words what the service is known to mean, and never repeats the SDK\'s message', () => {
    for (const code of [-100006, -100013, -100018, -42]) {
      const { message } = toTrtcError(new FakeRtcError(0x4004, code), 'room-join-failed');
      expect(message).to.include(String(code)).and.not.include('userSig=');
    }
    expect(toTrtcError(new FakeRtcError(0x4004, -100018), 'room-join-failed').message).to.include('Sign a new one');
  });

  it('takes anything else thrown for the fallback, and a CallError as it is', () => {
    const own = new CallError('aborted');
    expect(toTrtcError(own, 'network')).to.equal(own);
    for (const thrown of [new TypeError('null'), 'text', undefined, null, { getCode: () => 'x' }, { getCode: 5 }]) {
      const error = toTrtcError(thrown, 'internal');
      expect([error.reason, error.code]).to.deep.equal(['internal', 61099]);
    }
  });
});

describe('toBan', () => {
  it('tells the same user elsewhere from an operator, and takes what it does not know for the latter', () => {
    const reasons = ['kick', 'banned', 'room-disband', 'toString', 7, undefined].map((reason) => toBan({ reason }));
    expect(reasons.map(({ reason }) => reason)).to.deep.equal(['kicked-offline', ...Array.from({ length: 5 }, () => 'removed-from-room')]);
    expect(new Set(reasons.map(({ code }) => code))).to.deep.equal(new Set([0x4040]));
    expect(toBan(null).reason).to.equal('removed-from-room');
  });
});

describe('the states of a connection', () => {
  const states = ['DISCONNECTED', 'CONNECTING', 'RECONNECTING', 'CONNECTED', 'else', undefined];
  it('are two for the room: a dropped socket is said to be DISCONNECTED before it is RECONNECTING', () => {
    expect(states.map((state) => toConnection({ state }))).to.deep.equal(['reconnecting', null, 'reconnecting', 'connected', null, null]);
    expect(toConnection(null)).to.equal(null);
  });

  it('are two for a person: DISCONNECTED is said when they stop sending', () => {
    expect(states.map((state) => toLink({ state }))).to.deep.equal([null, null, 'reconnecting', 'connected', null, null]);
    expect(toLink('CONNECTED')).to.equal(null);
  });
});

describe('toQuality', () => {
  it('reads 0 to 6 both ways and takes anything else for unknown', () => {
    expect(toQuality({ uplinkNetworkQuality: 0, downlinkNetworkQuality: 6 })).to.deep.equal({ up: 0, down: 6 });
    for (const odd of [7, -1, 2.5, '3', NaN, null]) expect(toQuality({ uplinkNetworkQuality: odd, downlinkNetworkQuality: 2 })).to.deep.equal({ up: 0, down: 2 });
    expect(toQuality(undefined)).to.deep.equal({ up: 0, down: 0 });
  });
});

describe('whom an event is about', () => {
  it('is a user id that can be shown', () => {
    expect(toUserId({ userId: 'bob' })).to.equal('bob');
    for (const odd of [{ userId: '' }, { userId: 5 }, { userId: 'a\u0000b' }, {}, null, 'bob']) expect(toUserId(odd)).to.equal(null);
  });

  it('is a stream with all that is asked of one, of somebody with such an id', () => {
    const stream = new FakeRemoteStream('bob', 'main', () => null);
    expect(toStream({ stream })).to.equal(stream);
    const nobody = new FakeRemoteStream('', 'main', () => null);
    for (const odd of [{ stream: nobody }, { stream: {} }, { stream: null }, {}, undefined]) expect(toStream(odd)).to.equal(null);
  });
});
