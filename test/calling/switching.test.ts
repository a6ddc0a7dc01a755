import { expect } from '@open-wc/testing';
import { connect, createWorld, type Person, type World } from '../support/people.js';

describe('switching between audio and video', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = createWorld();
    alice = await world.person('alice');
    bob = await world.person('bob');
  });

  const wishOf = ({ calling }: Person) => calling.state.call?.switching;
  const types = () => [alice, bob].map(({ calling }) => calling.state.call?.type);

  it('to audio: the other side agrees at once; both drop their cameras and hear of it', async () => {
    await connect(world, alice, bob, 2);
    const switched = alice.calling.switchToAudioCall();
    await world.pass();
    expect((await switched).code).to.equal(0);
    for (const person of [alice, bob]) {
      expect(person.calling.state.call).to.include({ type: 1, switching: null });
      expect(person.engine.devices.opened).to.deep.equal(['microphone']);
      expect(person.count('onCallTypeChanged')).to.equal(1);
    }
  });

  describe('to video', () => {
    beforeEach(async () => {
      await connect(world, alice, bob, 1);
    });

    it('the other side is asked; nothing changes before its answer', async () => {
      void alice.calling.switchToVideoCall();
      await world.pass();
      expect(wishOf(alice)).to.include({ state: 'asking', type: 2, userId: 'bob' });
      expect(wishOf(bob)).to.include({ state: 'asked', type: 2, userId: 'alice' });
      expect(types()).to.deep.equal([1, 1]);
      expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    });

    it('agreed: a video call with both cameras', async () => {
      const switched = alice.calling.switchToVideoCall();
      await world.pass();
      const agreed = bob.calling.acceptSwitch();
      await world.pass();
      expect([(await switched).code, (await agreed).code]).to.deep.equal([0, 0]);
      for (const person of [alice, bob]) {
        expect(person.calling.state.call).to.include({ type: 2, switching: null });
        expect(person.engine.devices.opened).to.include('camera');
        expect(person.count('onCallTypeChanged')).to.equal(1);
      }
    });

    it('agreed without a camera: it stays closed', async () => {
      void alice.calling.switchToVideoCall();
      await world.pass();
      void bob.calling.acceptSwitch({ camera: false });
      await world.pass();
      expect(types()).to.deep.equal([2, 2]);
      expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    });

    it('agreed by asking for the same', async () => {
      void alice.calling.switchToVideoCall();
      await world.pass();
      expect((await bob.calling.switchToVideoCall()).code).to.equal(0);
      await world.pass();
      expect(types()).to.deep.equal([2, 2]);
    });

    it('whoever shows their own picture already is not asked', async () => {
      void bob.calling.openCamera(true);
      await world.pass();
      void alice.calling.switchToVideoCall();
      await world.pass();
      expect(types()).to.deep.equal([2, 2]);
    });

    it('refused: its code comes, the refusal is seen for five seconds, and one may ask again', async () => {
      const switched = alice.calling.switchToVideoCall();
      await world.pass();
      void bob.calling.rejectSwitch();
      await world.pass();
      expect((await switched).code).to.equal(60002);
      expect(wishOf(bob)).to.equal(null);
      expect(wishOf(alice)?.state).to.equal('refused');
      await world.pass(4000);
      expect(wishOf(alice)?.state).to.equal('refused');
      await world.pass(1500);
      expect(wishOf(alice)).to.equal(null);
      void alice.calling.switchToVideoCall();
      await world.pass();
      expect(wishOf(bob)?.state).to.equal('asked');
    });

    it('not answered: after 30 s nobody is asked any more and nothing changed', async () => {
      const switched = alice.calling.switchToVideoCall();
      await world.pass(30_100);
      expect((await switched).code).to.equal(60002);
      expect([wishOf(alice)?.state, wishOf(bob)]).to.deep.equal(['unanswered', null]);
      expect((await bob.calling.acceptSwitch()).code).to.equal(61004);
      expect(types()).to.deep.equal([1, 1]);
    });

    it('taken back: the other side is not asked any more', async () => {
      const switched = alice.calling.switchToVideoCall();
      await world.pass();
      expect((await alice.calling.switchToAudioCall()).code).to.equal(0);
      await world.pass();
      expect((await switched).code).to.equal(61015);
      expect([wishOf(alice), wishOf(bob)]).to.deep.equal([null, null]);
    });

    it('asked for twice: the second is refused while the first waits', async () => {
      void alice.calling.switchToVideoCall();
      expect((await alice.calling.switchToVideoCall()).code).to.equal(61018);
    });

    it('both ask at the same time: they have agreed', async () => {
      const both = [alice.calling.switchToVideoCall(), bob.calling.switchToVideoCall()];
      await world.pass();
      expect((await Promise.all(both)).map(({ code }) => code)).to.deep.equal([0, 0]);
      expect(types()).to.deep.equal([2, 2]);
      expect([wishOf(alice), wishOf(bob)]).to.deep.equal([null, null]);
      for (const person of [alice, bob]) expect(person.count('onCallTypeChanged')).to.equal(1);
    });

    it('a third person comes: nobody is asked any more', async () => {
      const carol = await world.person('carol');
      const switched = alice.calling.switchToVideoCall();
      await world.pass();
      void bob.calling.call('carol', 1);
      await world.pass();
      expect((await switched).code).to.equal(60002);
      void carol.calling.accept();
      await world.pass();
      expect(wishOf(bob)).to.equal(null);
      expect((await alice.calling.switchToVideoCall()).code).to.equal(61004);
    });

    it('a hang-up takes the wish with it', async () => {
      const switched = alice.calling.switchToVideoCall();
      await world.pass();
      void bob.calling.hangup();
      await world.pass(5000);
      expect((await switched).code).to.not.equal(0);
      expect([alice.phase(), bob.phase(), world.clock.pending]).to.deep.equal(['idle', 'idle', 0]);
    });

    it('a stranger’s wish is refused and shows nothing', async () => {
      const eve = await world.person('eve');
      const rooms = bob.calling.state.call?.roomId ?? 0;
      const data = JSON.stringify({ version: 4, businessID: 'av_call', platform: 'Web', call_type: 1, data: { cmd: 'switchToVideo', room_id: rooms } });
      void eve.engine.signaling.invite({ inviteId: 'w', invitees: ['bob'], groupId: '', data, timeout: 30 }, new AbortController().signal);
      await world.pass();
      expect(wishOf(bob)).to.equal(null);
      expect(types()).to.deep.equal([1, 1]);
    });
  });

  it('a video call answered as an audio call: one for both as soon as both are in, and no camera here opens', async () => {
    void alice.calling.call('bob', 2);
    await world.pass();
    void bob.calling.accept({ asAudio: true });
    await world.pass();
    expect(types()).to.deep.equal([1, 1]);
    for (const person of [alice, bob]) expect(person.engine.devices.opened).to.deep.equal(['microphone']);
    expect([wishOf(alice), wishOf(bob)]).to.deep.equal([null, null]);
    void bob.calling.switchToVideoCall();
    await world.pass();
    expect(wishOf(alice)?.state).to.equal('asked');
  });

  it('an audio call answered as one, and a group answered as audio, stay what they are', async () => {
    const carol = await world.person('carol');
    void alice.calling.groupCall(['bob', 'carol'], 2);
    await world.pass();
    void carol.calling.accept();
    await world.pass();
    void bob.calling.accept({ asAudio: true });
    await world.pass();
    expect(types()).to.deep.equal([2, 2]);
    expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
  });

  it('no answer to a wish for audio: its code comes after 30 s and nothing changed', async () => {
    await connect(world, alice, bob, 2);
    world.network.setFaults({ loss: 1 });
    const switched = alice.calling.switchToAudioCall();
    await world.pass(31_000);
    expect((await switched).code).to.equal(60001);
    expect(alice.calling.state.call?.type).to.equal(2);
  });
});

describe('declining with words', () => {
  it('reach the inviter: in onReject, in the ended call, at the person', async () => {
    const world = createWorld();
    const [alice, bob, carol] = [await world.person('alice'), await world.person('bob'), await world.person('carol')];
    void alice.calling.groupCall(['bob', 'carol'], 1);
    await world.pass();
    expect((await bob.calling.reject({ message: '  In a meeting ' })).code).to.equal(0);
    await world.pass();
    expect(alice.heard).to.deep.include({ type: 'onReject', params: { userId: 'bob', message: 'In a meeting' } });
    expect(alice.calling.state.call?.participants.find(({ userId }) => userId === 'bob')).to.include({ state: 'declined', message: 'In a meeting' });
    void carol.calling.reject();
    await world.pass();
    expect(alice.heard).to.deep.include({ type: 'onReject', params: { userId: 'carol' } });
    expect(alice.calling.state.ended).to.include({ reason: 'remote-reject', message: 'In a meeting', isGroup: true });
  });

  it('are refused when they are no text or too long', async () => {
    const world = createWorld();
    const [alice, bob] = [await world.person('alice'), await world.person('bob')];
    void alice.calling.call('bob', 1);
    await world.pass();
    for (const message of ['x'.repeat(121), 7, null]) {
      expect((await bob.calling.reject({ message: message as string })).code, String(message)).to.equal(message === null ? 0 : 61001);
    }
  });
});
