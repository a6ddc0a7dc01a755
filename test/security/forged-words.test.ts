import { expect } from '@open-wc/testing';
import { BroadcastChannelTransport } from '../../src/engines/local/broadcast-channel-transport.js';
import type { ClientMessage, SignalMessage } from '../../src/engines/local/client-messages.js';
import { LocalSession } from '../../src/engines/local/session.js';
import { createLocalWorld } from '../contract/local-world.js';
import { never, Person, uniqueNames, until, type World } from '../contract/world.js';

describe('The local engine and whoever speaks its language', () => {
  let world: World;
  let name: (name: string) => string;
  const sessions: LocalSession[] = [];

  beforeEach(async () => {
    world = await createLocalWorld({ transport: 'broadcast' });
    name = uniqueNames();
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.end();
    await world.close();
    await world.assertReleased();
  });

  const present = async (who: string): Promise<Person> => new Person(world, await world.engine(), name(who)).login();
  const stranger = async (who: string): Promise<LocalSession> => {
    const session = await LocalSession.open(new BroadcastChannelTransport(), { sdkAppId: 1, userId: name(who), userSig: '' }, never());
    sessions.push(session);
    return session;
  };
  /** Resolves when it was taken and dealt with. */
  const says = async (session: LocalSession, { userId }: Person, message: ClientMessage): Promise<void> => {
    let delivered = false;
    session.mailbox.send(userId, () => message, { lifetime: 5000, onDelivered: () => { delivered = true; } });
    await until(() => delivered, () => `a receipt for "${message.type}"`, 5000);
  };
  const invitation = (inviteId: string, invitees: readonly string[]): SignalMessage => ({ type: 'invite', inviteId, invitees, groupId: '', data: '{}', ringMs: 30_000 });

  it('does not believe an answer by somebody who was not invited', async () => {
    const [alice, bob, mallory] = [await present('alice'), await present('bob'), await stranger('mallory')];
    await alice.invite(name('one'), [bob]);
    const { inviteId } = await bob.hears('invitation');
    await says(mallory, alice, { type: 'accept', inviteId, data: '' });
    await says(mallory, alice, { type: 'reject', inviteId, data: '' });
    expect([alice.signalsOf('accepted'), alice.signalsOf('rejected')]).to.deep.equal([[], []]);
    await bob.engine.signaling.accept(inviteId, '', never());
    expect((await alice.hears('accepted')).userId).to.equal(bob.userId);
  });

  it('does not let a stranger take an invitation back', async () => {
    const [alice, bob, mallory] = [await present('alice'), await present('bob'), await stranger('mallory')];
    await alice.invite(name('one'), [bob]);
    const { inviteId } = await bob.hears('invitation');
    await says(mallory, bob, { type: 'cancel', inviteId, data: '' });
    expect(bob.signalsOf('cancelled')).to.deep.equal([]);
  });

  it('rings once for an invitation however often it is replayed, also after it was taken back', async () => {
    const [bob, mallory] = [await present('bob'), await stranger('mallory')];
    const invite = invitation(name('one'), [bob.userId]);
    for (let count = 0; count < 3; count += 1) await says(mallory, bob, invite);
    expect(bob.signalsOf('invitation')).to.have.length(1);
    await says(mallory, bob, { type: 'cancel', inviteId: invite.inviteId, data: '' });
    await bob.hears('cancelled');
    await says(mallory, bob, invite);
    expect(bob.signalsOf('invitation')).to.have.length(1);
  });

  it('cannot be rung under an id that is somebody else’s', async () => {
    const [alice, bob, mallory] = [await present('alice'), await present('bob'), await stranger('mallory')];
    await alice.invite(name('one'), [bob]);
    const { inviteId } = await bob.hears('invitation');
    await says(mallory, bob, invitation(inviteId, [bob.userId]));
    expect(bob.signalsOf('invitation').map(({ inviter }) => inviter)).to.deep.equal([alice.userId]);
  });

  it('does not ring for an invitation to others', async () => {
    const [bob, mallory] = [await present('bob'), await stranger('mallory')];
    await says(mallory, bob, invitation(name('one'), [name('carol')]));
    expect(bob.signalsOf('invitation')).to.deep.equal([]);
  });

  it('takes anything on its channels, and goes on', async () => {
    const [alice, bob] = [await present('alice'), await present('bob')];
    const channels = ['trtc-calling 1', `trtc-calling 1 ${localStorage.getItem('trtc-calling:browser') ?? ''} pages ${bob.userId}`].map((each) => new BroadcastChannel(each));
    const from = { userId: 'mallory', sessionId: 's' };
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    for (const channel of channels) {
      for (const junk of [
        null, 7, 'text', [], {}, { from }, { from, to: bob.userId, session: '', topic: '', body: deep }, { from, to: bob.userId, session: '', topic: '', body: 'x'.repeat(1_000_000) },
        { from: 's', to: '', message: { type: 'rings', inviter: from, invite: { type: 'invite' } } }, { from: 's', to: '', message: { type: 'answered', how: 'maybe' } }, new Map([['from', from]]),
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other target than its own origin
      ]) channel.postMessage(junk);
      channel.close();
    }
    await alice.invite(name('one'), [bob]);
    await bob.hears('invitation');
    expect(bob.signalsOf('invitation').map(({ inviter }) => inviter)).to.deep.equal([alice.userId]);
  });
});
