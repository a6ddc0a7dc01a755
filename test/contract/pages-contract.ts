import { expect } from '@open-wc/testing';
import { never, Person, uniqueNames, type World } from './world.js';

/** Several pages of one browser in which the same user is logged in. */
export function pagesContract(setup: () => Promise<World>, { devices }: { readonly devices: boolean }): void {
  describe('signalling, several pages of one user', () => {
    let world: World;
    let name: (name: string) => string;
    const page = async (who: string, options?: { mortal?: boolean }): Promise<Person> => new Person(world, await world.engine({ ...options, device: name('browser') }), name(who)).login();
    const elsewhere = async (who: string): Promise<Person> => new Person(world, await world.engine(), name(who)).login();
    const last = (person: Person): { pages: number; inCall: boolean } => {
      const { pages = 0, inCall = false } = person.signalsOf('pages').at(-1) ?? {};
      return { pages, inCall };
    };
    const knows = (person: Person, pages: number, inCall: boolean): Promise<void> =>
      world.until(() => last(person).pages === pages && last(person).inCall === inCall, () => `to know of ${pages} pages, ${inCall ? '' : 'not '}in a call; knows ${JSON.stringify(last(person))}`);

    beforeEach(async () => {
      world = await setup();
      name = uniqueNames();
    });
    afterEach(async () => {
      await world.close();
      await world.assertReleased();
    });

    it('keeps both, and both know of the other', async () => {
      const [one, two] = [await page('bob'), await page('bob')];
      await Promise.all([knows(one, 1, false), knows(two, 1, false)]);
      await two.engine.signaling.logout();
      await knows(one, 0, false);
      expect(one.signalsOf('kicked')).to.have.length(0);
    });

    it('brings an invitation to each of them, once', async () => {
      const [alice, one, two] = [await elsewhere('alice'), await page('bob'), await page('bob')];
      await alice.invite(name('one'), [one]);
      await Promise.all([one.hears('invitation'), two.hears('invitation')]);
      await world.pass(1000);
      expect([one.signalsOf('invitation').length, two.signalsOf('invitation').length]).to.deep.equal([1, 1]);
    });

    it('tells the others how one of them answered', async () => {
      const [alice, one, two] = [await elsewhere('alice'), await page('bob'), await page('bob')];
      await alice.invite(name('one'), [one]);
      const [toOne, toTwo] = await Promise.all([one.hears('invitation'), two.hears('invitation')]);
      await one.engine.signaling.accept(toOne.inviteId, '{"yes":1}', never());
      expect(await two.hears('accepted')).to.deep.equal({ type: 'accepted', inviteId: toTwo.inviteId, userId: two.userId, data: '{"yes":1}', nearby: true });
      await alice.invite(name('two'), [one]);
      const isSecond = ({ data }: { data: string }): boolean => data.includes(name('two'));
      const [again] = await Promise.all([two.hears('invitation', isSecond), one.hears('invitation', isSecond)]);
      await two.engine.signaling.reject(again.inviteId, '{"no":1}', never());
      expect(await one.hears('rejected')).to.include({ userId: one.userId, data: '{"no":1}', nearby: true });
      await alice.hears('rejected');
      expect(one.signalsOf('accepted')).to.have.length(0);
    });

    it('lets one of them answer, whoever is faster', async () => {
      const [alice, one, two] = [await elsewhere('alice'), await page('bob'), await page('bob')];
      await alice.invite(name('one'), [one]);
      const [toOne, toTwo] = await Promise.all([one.hears('invitation'), two.hears('invitation')]);
      await Promise.all([one.engine.signaling.accept(toOne.inviteId, '', never()), two.engine.signaling.reject(toTwo.inviteId, '', never())]);
      const told = (): number => [one, two].reduce((sum, person) => sum + person.signalsOf('accepted').length + person.signalsOf('rejected').length, 0);
      await world.until(() => told() > 0, () => 'one of the pages to hear of the other');
      const answers = (): number => alice.signalsOf('accepted').length + alice.signalsOf('rejected').length;
      await world.until(() => answers() > 0, () => 'an answer');
      await world.pass(1000);
      expect([told(), answers()]).to.deep.equal([1, 1]);
      expect(alice.signalsOf('accepted').length).to.equal(two.signalsOf('accepted').length);
    });

    it('takes an invitation back from all of them', async () => {
      const [alice, one, two] = [await elsewhere('alice'), await page('bob'), await page('bob')];
      await alice.invite(name('one'), [one]);
      await Promise.all([one.hears('invitation'), two.hears('invitation')]);
      await alice.engine.signaling.cancel(name('one'), '', never());
      await Promise.all([one.hears('cancelled'), two.hears('cancelled')]);
    });

    it('goes on where another page is when one of them dies', async () => {
      const [alice, one, two] = [await elsewhere('alice'), await page('bob', { mortal: true }), await page('bob')];
      await alice.invite(name('one'), [one]);
      const [, { inviteId }] = await Promise.all([one.hears('invitation'), two.hears('invitation'), alice.hears('delivered')]);
      world.kill(one.engine);
      await knows(two, 0, false);
      await world.pass(5000);
      expect(alice.signalsOf('vanished')).to.have.length(0);
      await two.engine.signaling.accept(inviteId, '', never());
      await alice.hears('accepted');
    });

    it('lets one of them be in a call, and tells the others', async () => {
      const [one, two] = [await page('bob'), await page('bob')];
      const granted = await Promise.all([one.engine.signaling.setInCall(true), two.engine.signaling.setInCall(true)]);
      expect(granted.toSorted()).to.deep.equal([false, true]);
      const [busy, idle] = granted[0] ? [one, two] : [two, one];
      await knows(idle, 1, true);
      expect(await idle.engine.signaling.setInCall(true)).to.equal(false);
      const late = await page('bob');
      await knows(late, 2, true);
      await busy.engine.signaling.setInCall(false);
      await Promise.all([knows(idle, 2, false), knows(late, 2, false)]);
      expect(await idle.engine.signaling.setInCall(true)).to.equal(true);
    });

    it('frees the line of a page that dies in a call', async () => {
      const [one, two] = [await page('bob', { mortal: true }), await page('bob')];
      expect(await one.engine.signaling.setInCall(true)).to.equal(true);
      await knows(two, 1, true);
      world.kill(one.engine);
      await knows(two, 0, false);
      expect(await two.engine.signaling.setInCall(true)).to.equal(true);
    });

    it('shows what rings in a page that opens meanwhile', async () => {
      const [alice, one] = [await elsewhere('alice'), await page('bob')];
      await alice.invite(name('one'), [one]);
      await one.hears('invitation');
      const late = await page('bob');
      const { inviteId, ringMs = 1 } = await late.hears('invitation');
      expect(ringMs).to.be.within(1, 30_000);
      await late.engine.signaling.accept(inviteId, '', never());
      await one.hears('accepted');
      await alice.hears('accepted');
    });

    if (devices) {
      it('ends all of them when the user logs in on another device', async () => {
        const [one, two] = [await page('bob'), await page('bob')];
        await knows(one, 1, false);
        const other = await elsewhere('bob');
        await Promise.all([one.hears('kicked'), two.hears('kicked')]);
        expect(other.signalsOf('kicked')).to.have.length(0);
      });
    }
  });
}
