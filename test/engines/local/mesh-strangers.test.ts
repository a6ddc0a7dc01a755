import { expect } from '@open-wc/testing';
import { BroadcastChannelTransport } from '../../../src/engines/local/broadcast-channel-transport.js';
import type { MemberMessage, RoomMessage } from '../../../src/engines/local/room-messages.js';
import { LocalSession } from '../../../src/engines/local/session.js';
import { createLocalWorld } from '../../contract/local-world.js';
import { never, Person, uniqueNames, uniqueRoom, until, type World } from '../../contract/world.js';

const MEDIA = { audio: 'off', video: 'off', screen: 'off', revision: 1 } as const;

/** Somebody who speaks the language of rooms and does with it what they like. */
class Stranger {
  readonly session: LocalSession;
  readonly member: string;
  readonly heard: RoomMessage[] = [];

  constructor(session: LocalSession, member: string) {
    this.session = session;
    this.member = member;
    session.mailbox.listen(({ message }) => {
      if (message.type === 'room') this.heard.push(message);
    });
  }

  hello(roomId: number): void {
    this.session.mailbox.publish(`room:${roomId}`, { type: 'room', roomId, member: this.member, to: '', message: { type: 'hello', media: MEDIA } });
  }

  say(userId: string, room: { readonly roomId: number; readonly to: string; readonly member?: string }, message: MemberMessage): void {
    this.session.mailbox.send(userId, () => ({ type: 'room', roomId: room.roomId, member: room.member ?? this.member, to: room.to, message }), { lifetime: 5000 });
  }

  hears(type: MemberMessage['type']): Promise<void> {
    return until(() => this.heard.some(({ message }) => message.type === type), () => `a "${type}", heard ${JSON.stringify(this.heard.map(({ message }) => message.type))}`, 5000);
  }
}

describe('MeshRoom among strangers', () => {
  let world: World;
  let name: (name: string) => string;
  let roomId: number;
  const strangers: Stranger[] = [];

  beforeEach(async () => {
    world = await createLocalWorld({ transport: 'broadcast' });
    name = uniqueNames();
    roomId = uniqueRoom();
  });
  afterEach(async () => {
    for (const { session } of strangers.splice(0)) session.end();
    await world.close();
    await world.assertReleased();
  });

  const stranger = async (who: string): Promise<Stranger> => {
    const session = await LocalSession.open(new BroadcastChannelTransport(), { sdkAppId: 1, userId: name(who), userSig: '' }, never());
    await session.transport.join(`room:${roomId}`, never());
    const one = new Stranger(session, name(`member-${who}`));
    strangers.push(one);
    return one;
  };
  const joined = async (who: string): Promise<Person> => {
    const person = await new Person(world, await world.engine(), name(who)).login();
    await person.engine.room.join(roomId, never());
    return person;
  };
  /** The member id under which `person` is in the room. */
  const memberOf = async (one: Stranger): Promise<string> => {
    one.hello(roomId);
    await one.hears('welcome');
    return one.heard.find(({ message }) => message.type === 'welcome')?.member ?? '';
  };

  it('takes eight others and tells the ninth that the room is full', async () => {
    const alice = await joined('alice');
    for (let count = 1; count <= 8; count += 1) (await stranger(`guest${count}`)).hello(roomId);
    await until(() => alice.roomEventsOf('entered').length === 8, () => 'eight people');
    const ninth = await stranger('guest9');
    ninth.hello(roomId);
    await ninth.hears('full');
    expect(alice.roomEventsOf('entered')).to.have.length(8);
  });

  it('leaves a room that is full, and says so', async () => {
    const alice = await joined('alice');
    const one = await stranger('bob');
    const to = await memberOf(one);
    one.say(alice.userId, { roomId, to }, { type: 'full' });
    expect((await alice.sees('error')).error.reason).to.equal('call-full');
    expect((await alice.sees('connection')).state).to.equal('lost');
    await alice.engine.room.join(uniqueRoom(), never());
  });

  it('gives up somebody whose offer makes no sense, and goes on', async () => {
    const alice = await joined('zoe');
    const one = await stranger('bob');
    const to = await memberOf(one);
    one.say(alice.userId, { roomId, to }, { type: 'description', kind: 'offer', sdp: 'v=0\r\nnonsense', offerId: 1 });
    expect((await alice.sees('error')).error.reason).to.equal('peer-unreachable');
    await alice.sees('left', ({ gone }) => gone);
    await one.hears('bye');
    const carol = await joined('carol');
    await alice.sees('link', ({ userId, state }) => userId === carol.userId && state === 'connected');
  });

  it('gives up somebody whose offer has other sections than ours', async () => {
    const alice = await joined('zoe');
    const one = await stranger('bob');
    const to = await memberOf(one);
    const connection = new RTCPeerConnection();
    connection.addTransceiver('video');
    await connection.setLocalDescription();
    one.say(alice.userId, { roomId, to }, { type: 'description', kind: 'offer', sdp: connection.localDescription?.sdp ?? '', offerId: 1 });
    connection.close();
    await alice.sees('error');
    await alice.sees('left', ({ gone }) => gone);
  });

  it('is not moved by answers and candidates that belong to nothing', async () => {
    const alice = await joined('alice');
    const one = await stranger('bob');
    const to = await memberOf(one);
    one.say(alice.userId, { roomId, to }, { type: 'description', kind: 'answer', sdp: 'v=0', offerId: 99 });
    for (let count = 0; count < 200; count += 1) one.say(alice.userId, { roomId, to }, { type: 'candidate', candidate: 'candidate:nothing', mid: '0', line: 0, fragment: `f${count}` });
    await until(() => one.session.mailbox.pending === 0, () => 'receipts for all');
    expect(alice.roomEventsOf('error')).to.deep.equal([]);
    expect(alice.roomEventsOf('left')).to.deep.equal([]);
  });

  it('does not let one person say goodbye for another', async () => {
    const alice = await joined('alice');
    const [bob, mallory] = [await stranger('bob'), await stranger('mallory')];
    const to = await memberOf(bob);
    mallory.say(alice.userId, { roomId, to, member: bob.member }, { type: 'bye' });
    await until(() => mallory.session.mailbox.pending === 0, () => 'a receipt');
    expect(alice.roomEventsOf('left')).to.deep.equal([]);
    // Nor does it shut the other one out.
    bob.say(alice.userId, { roomId, to }, { type: 'media', media: { ...MEDIA, audio: 'on', revision: 2 } });
    await alice.sees('available', ({ userId }) => userId === bob.session.self.userId);
  });

  it('does not take a word of an earlier stay for an entrance', async () => {
    const alice = await joined('alice');
    const one = await stranger('bob');
    const to = await memberOf(one);
    one.say(alice.userId, { roomId, to }, { type: 'bye' });
    await alice.sees('left', ({ gone }) => !gone);
    one.say(alice.userId, { roomId, to }, { type: 'media', media: { ...MEDIA, revision: 3 } });
    await until(() => one.session.mailbox.pending === 0, () => 'a receipt');
    expect(alice.roomEventsOf('entered')).to.have.length(1);
  });

  it('takes a second stay of somebody for the end of the first', async () => {
    const alice = await joined('alice');
    const one = await stranger('bob');
    await memberOf(one);
    const again = new Stranger(one.session, name('member-again'));
    again.hello(roomId);
    await until(() => alice.roomEventsOf('entered').length === 2, () => 'the second entrance');
    expect(alice.room.filter(({ type }) => type === 'entered' || type === 'left').map(({ type }) => type)).to.deep.equal(['entered', 'left', 'entered']);
  });

  it('answers with a goodbye whoever speaks to a stay that is over', async () => {
    const alice = await joined('alice');
    const one = await stranger('bob');
    const to = await memberOf(one);
    await alice.engine.room.leave();
    one.heard.length = 0;
    one.say(alice.userId, { roomId, to }, { type: 'media', media: MEDIA });
    await one.hears('bye');
  });

  it('takes what is older than the last word about media for out of date', async () => {
    const alice = await joined('alice');
    const one = await stranger('bob');
    const to = await memberOf(one);
    one.say(alice.userId, { roomId, to }, { type: 'media', media: { ...MEDIA, audio: 'on', revision: 9 } });
    await alice.sees('available');
    one.say(alice.userId, { roomId, to }, { type: 'media', media: { ...MEDIA, audio: 'off', revision: 8 } });
    await until(() => one.session.mailbox.pending === 0, () => 'a receipt');
    expect(alice.roomEventsOf('available').map(({ available }) => available)).to.deep.equal([true]);
  });
});
