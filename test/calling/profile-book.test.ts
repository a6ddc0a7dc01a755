import { expect } from '@open-wc/testing';
import type { ProfileResolver, ResolvedProfile } from '../../src/calling/profile-book.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { createWorld, type Person, type World } from '../support/people.js';

describe('profileResolver', () => {
  let world: World;
  let alice: Person;
  let bob: Person;

  beforeEach(async () => {
    world = createWorld();
    alice = await world.person('alice');
    bob = await world.person('bob');
    void bob.calling.setSelfProfile({ nickname: 'bobby' });
    await world.pass();
  });

  const nameOf = (userId: string) => selectDisplayName(alice.calling.state, userId);
  const book = (...profiles: ResolvedProfile[]): ProfileResolver & { asked: string[] } =>
    Object.assign(async (userIds: readonly string[]) => {
      resolver.asked.push(...userIds);
      return profiles;
    }, { asked: [] as string[] });
  let resolver: ReturnType<typeof book>;

  const use = async (...profiles: ResolvedProfile[]): Promise<void> => {
    resolver = book(...profiles);
    alice.calling.profileResolver = resolver;
    await world.pass();
  };
  const ring = async (): Promise<void> => {
    void bob.calling.call('alice', 1);
    await world.pass();
  };

  it('names before the engine does, and the engine’s name does not come back', async () => {
    await use({ userId: 'bob', nickname: 'Robert', avatarUrl: 'https://example.com/b.png' });
    await ring();
    expect(alice.calling.state.profiles['bob']).to.deep.equal({ userId: 'bob', nickname: 'Robert', avatarUrl: 'https://example.com/b.png' });
    void bob.calling.setSelfProfile({ nickname: 'Bo' });
    await world.pass(2000);
    expect(nameOf('bob')).to.equal('Robert');
  });

  it('whom it does not know, the engine names', async () => {
    await use({ userId: 'carol', nickname: 'Carol' });
    await ring();
    expect(nameOf('bob')).to.equal('bobby');
    expect(resolver.asked).to.include('bob');
  });

  it('is asked once for each person', async () => {
    await use({ userId: 'bob', nickname: 'Robert' });
    await ring();
    void alice.calling.reject();
    await world.pass();
    await ring();
    expect(resolver.asked.filter((userId) => userId === 'bob')).to.deep.equal(['bob']);
  });

  it('set while people are known, it names them at once, oneself included; null leaves the names as they are', async () => {
    await ring();
    expect(nameOf('bob')).to.equal('bobby');
    await use({ userId: 'bob', nickname: 'Robert' }, { userId: 'alice', nickname: 'Me' });
    expect([nameOf('bob'), nameOf('alice')]).to.deep.equal(['Robert', 'Me']);
    alice.calling.profileResolver = null;
    await world.pass();
    expect(nameOf('bob')).to.equal('Robert');
  });

  it('names oneself at login', async () => {
    const carol = world.stranger('carol');
    carol.calling.profileResolver = () => [{ userId: 'carol', nickname: 'Caroline' }];
    void carol.calling.login(0, 'carol', '');
    await world.pass();
    expect(selectDisplayName(carol.calling.state, 'carol')).to.equal('Caroline');
  });

  it('getUserProfiles asks it, too', async () => {
    await use({ userId: 'bob', nickname: 'Robert' });
    const asked = alice.calling.getUserProfiles(['bob', 'carol']);
    await world.pass(2000);
    expect((await asked).map(({ userId, nickname }) => [userId, nickname])).to.deep.equal([['bob', 'Robert'], ['carol', '']]);
  });

  it('that throws is a warning, and the engine names', async () => {
    alice.calling.profileResolver = () => { throw new Error('no server'); };
    await ring();
    expect(nameOf('bob')).to.equal('bobby');
    expect(alice.count('onWarning')).to.be.greaterThan(0);
  });

  it('that does not answer is a warning after 5 s, and the engine names; no timer stays', async () => {
    alice.calling.profileResolver = () => new Promise(() => {});
    await ring();
    await world.pass(5100);
    expect(nameOf('bob')).to.equal('bobby');
    expect(alice.count('onWarning')).to.be.greaterThan(0);
    void alice.calling.reject();
    await world.pass(10_000);
    expect(world.clock.pending).to.equal(0);
  });

  it('has its answer checked: bounded, in one line, only of those asked for, no address that runs', async () => {
    const answer: unknown = [
      { userId: 'bob', nickname: `Ro\nbert${'x'.repeat(500)}`, avatarUrl: 'javascript:alert(1)' }, { userId: 'eve', nickname: 'Eve' }, null, 7, { nickname: 'nobody' }, { userId: 5 },
    ];
    alice.calling.profileResolver = async () => answer as ResolvedProfile[];
    await ring();
    expect(nameOf('bob')).to.match(/^Ro bertx+$/).and.to.have.length(128);
    expect(alice.calling.state.profiles['bob']?.avatarUrl).to.equal('');
    expect(alice.calling.state.profiles['eve']).to.equal(undefined);
    for (const wrong of ['text', { bob: 1 }, undefined]) {
      alice.calling.profileResolver = async () => wrong as unknown as ResolvedProfile[];
      await world.pass();
    }
    expect(nameOf('bob')).to.have.length(128);
  });

  it('that is no function is refused by onError', () => {
    alice.calling.profileResolver = 'x' as unknown as ProfileResolver;
    expect(alice.heard.at(-1)?.type).to.equal('onError');
    expect(alice.calling.profileResolver).to.equal(null);
  });
});
