import { expect } from '@open-wc/testing';
import { loadImSdks } from '../../../src/engines/tencent/load-sdks.js';
import { IM_CODES, toCallError } from '../../../src/engines/tencent/im-errors.js';
import { SIGNALING_EVENTS, TIM_EVENTS, toKickReason, toNetState } from '../../../src/engines/tencent/sdk-events.js';
import { ERRORS } from '../../../src/calling/error-table.js';
import { ImStandIn } from '../../support/im-stand-in/client.js';
import { FakeIm } from '../../support/im-stand-in/fake-im.js';
import { failureOf, ImPerson, never, soon } from './im-people.js';

/** What the script needs done by the other side, and how the fake and the stand-in do it. */
interface Service {
  readonly im: FakeIm | ImStandIn;
  refuseNext(userId: string, code: number): unknown;
  kick(userId: string): unknown;
  say(from: string, to: string, text: string): unknown;
}

/** Ids differ from run to run; everything else is compared. */
const known = (text: string, ids: readonly string[]): string => ids.reduce((result, id, i) => result.replaceAll(id, `id${i + 1}`), text);

/** One story, told by everybody in the order in which they heard it. */
async function runScript(service: Service): Promise<readonly string[]> {
  const { im } = service;
  const [alice, bob, laptop] = ['alice', 'bob', 'bob'].map((userId) => new ImPerson(im, { userId })) as [ImPerson, ImPerson, ImPerson];
  const notes: string[] = [];
  const note = (what: string, { reason, code }: { readonly reason: string; readonly code: number }): void => void notes.push(`${what}: ${reason} ${code}`);
  const invite = async (inviteId: string, timeout = 30): Promise<string> => {
    const before = bob.of('invitation').length;
    await alice.invite([bob], { inviteId, timeout });
    while (bob.of('invitation').length === before) await soon();
    return bob.of('invitation')[before]?.inviteId ?? '';
  };

  await alice.login();
  await bob.login();
  await laptop.login();
  await bob.signaling.accept(await invite('accepted'), '{"call_type":1}', never());
  await alice.hears('accepted');
  await laptop.hears('accepted');

  await bob.signaling.reject(await invite('rejected'), '{"line_busy":"line_busy"}', never());
  await alice.hears('rejected');
  await laptop.hears('rejected');

  const cancelled = await invite('cancelled');
  await alice.signaling.cancel('cancelled', '{"call_type":1}', never());
  await Promise.all([bob.hears('cancelled'), laptop.hears('cancelled')]);
  note('accept what was cancelled', await failureOf(bob.signaling.accept(cancelled, '', never())));

  await laptop.signaling.logout();
  await invite('silence', 1);
  await Promise.all([bob.hears('timed-out'), alice.hears('timed-out')]);

  await service.refuseNext('alice', 20007);
  note('invite somebody who blocks', await failureOf(alice.invite([bob], { inviteId: 'blocked' })));
  const again = await invite('again');
  await service.refuseNext('bob', 60022);
  note('accept while overloaded', await failureOf(bob.signaling.accept(again, '', never())));
  await bob.signaling.accept(again, '', never());
  await alice.hears('accepted', ({ inviteId }) => inviteId === 'again');

  const real = await invite('real');
  await service.say('mallory', 'bob', JSON.stringify({ businessID: 1, actionType: 1, inviteID: 'forged', inviter: 'alice', inviteeList: ['bob'], timeout: 30, data: '{}', groupID: '' }));
  await service.say('mallory', 'bob', JSON.stringify({ businessID: 1, actionType: 2, inviteID: real, inviter: 'alice', inviteeList: ['bob'], timeout: 0, data: '{}', groupID: '' }));
  await service.say('mallory', 'bob', 'null');
  await bob.signaling.reject(real, '', never());
  await alice.hears('rejected', ({ inviteId }) => inviteId === 'real');

  await service.kick('bob');
  await bob.hears('kicked');
  note('invite after a kick', await failureOf(bob.invite([alice])));
  note('log in with a bad userSig', await failureOf(new ImPerson(im, { userId: 'carol', userSig: '' }).login()));
  await alice.signaling.logout();
  await bob.signaling.logout();

  const ids = bob.of('invitation').map(({ inviteId }) => inviteId);
  const told = ({ userId, heard }: ImPerson): string[] => heard.map((event) => `${userId} ${known(JSON.stringify(event), ids)}`);
  return [...notes, ...told(alice), ...told(bob), ...told(laptop)];
}

describe('The fake TIM', function honesty() {
  this.timeout(60_000);

  it('tells one long story as the real one does', async () => {
    const fake = new FakeIm();
    const fromFake = await runScript({
      im: fake,
      refuseNext: (userId, code) => fake.clientsOf(userId)[0]?.fail('sendMessage', { code }),
      kick: (userId) => fake.clientOf(userId).kick('multipleAccount'),
      say: (from, to, text) => fake.say(from, to, text),
    });
    const standIn = await ImStandIn.open();
    const fromReal = await runScript({
      im: standIn,
      refuseNext: (userId, code) => standIn.addFault({ kind: 'refuse', command: 'openim.sendmsg', userId, code, times: 1 }),
      kick: (userId) => standIn.kick(userId, 'multipleAccount'),
      say: (from, to, text) => standIn.say(from, to, text),
    });
    standIn.close();
    expect(fromFake.length).to.be.greaterThan(25);
    expect(fromFake).to.deep.equal(fromReal);
  });
});

describe('The tables of the Tencent signalling', () => {
  it('name the events as the libraries do', async () => {
    const { tim, signaling } = await loadImSdks() as unknown as Record<'tim' | 'signaling', { readonly EVENT: Readonly<Record<string, string>>; readonly TYPES: Readonly<Record<string, string>> }>;
    const { NEW_INVITATION_RECEIVED, INVITEE_ACCEPTED, INVITEE_REJECTED, INVITATION_CANCELLED, INVITATION_TIMEOUT, SDK_READY, SDK_NOT_READY, KICKED_OUT, NET_STATE_CHANGE } = signaling.EVENT;
    expect(SIGNALING_EVENTS).to.deep.equal({
      invitation: NEW_INVITATION_RECEIVED, accepted: INVITEE_ACCEPTED, rejected: INVITEE_REJECTED, cancelled: INVITATION_CANCELLED, timedOut: INVITATION_TIMEOUT,
      ready: SDK_READY, notReady: SDK_NOT_READY, kickedOut: KICKED_OUT, netStateChange: NET_STATE_CHANGE,
    });
    const { MESSAGE_RECEIVED, PROFILE_UPDATED } = tim.EVENT;
    expect(TIM_EVENTS).to.deep.equal({ messageReceived: MESSAGE_RECEIVED, profileUpdated: PROFILE_UPDATED });
    expect(tim.TYPES['MSG_CUSTOM']).to.equal('TIMCustomElem');
    const kicks = Object.entries(tim.TYPES).filter(([name]) => name.startsWith('KICKED_OUT_')).map(([, type]) => toKickReason({ type }));
    expect(kicks.toSorted()).to.deep.equal(['by-service', 'other-login', 'other-login', 'signature-expired']);
    expect(['NET_STATE_CONNECTED', 'NET_STATE_CONNECTING', 'NET_STATE_DISCONNECTED'].map((name) => toNetState({ state: tim.TYPES[name] }))).to.deep.equal(['connected', 'connecting', 'disconnected']);
  });

  it('take anything where a kick or a network state was to come', () => {
    for (const data of [undefined, null, 'x', {}, { type: '__proto__' }, { type: 5 }, { state: null }]) {
      expect(toKickReason(data)).to.equal('by-service');
      expect(toNetState(data)).to.equal('disconnected');
    }
  });

  it('give every code a cause, and keep it', () => {
    for (const [code, { cause, reason }] of Object.entries(IM_CODES)) {
      expect(cause.length, code).to.be.greaterThan(10);
      const failure = toCallError({ code: Number(code) }, 'invitation-failed');
      expect(failure.code).to.equal(Number(code));
      expect(failure.reason).to.equal(reason ?? 'invitation-failed');
      expect(failure.message).to.contain(cause);
    }
  });

  it('fall back on what was tried for anything else, and repeat none of its words', () => {
    for (const thrown of [undefined, null, 'SECRET', {}, new Error('SECRET'), { code: 'SECRET' }, { code: 0 }, { code: NaN }, { code: 1.5 }]) {
      const failure = toCallError(thrown, 'login-refused');
      expect(failure).to.include({ reason: 'login-refused', code: ERRORS['login-refused'].code });
      expect(failure.message).to.not.contain('SECRET');
    }
    expect(toCallError({ code: 123456, message: 'SECRET' }, 'network').message).to.contain('123456').and.to.not.contain('SECRET');
  });
});
