import { expect } from '@open-wc/testing';
import type { CallError } from '../../../src/calling/errors.js';
import { LocalEngine } from '../../../src/engines/local/local-engine.js';
import { BroadcastChannelTransport } from '../../../src/engines/local/broadcast-channel-transport.js';
import type { IceServer, IceServerProvider } from '../../../src/engines/local/ice-servers.js';
import { IceSource } from '../../../src/engines/local/ice-source.js';
import { settled, VirtualClock } from '../../../src/engines/memory/index.js';
import { createLocalWorld, watchConnections } from '../../contract/local-world.js';
import { never, Person, uniqueNames, uniqueRoom, until, type World } from '../../contract/world.js';

const STUN: readonly IceServer[] = [{ urls: 'stun:127.0.0.1:9' }];

describe('IceSource', () => {
  const setup = (provide: IceServerProvider): { source: IceSource; clock: VirtualClock; warnings: CallError[] } => {
    const clock = new VirtualClock();
    const warnings: CallError[] = [];
    return { source: new IceSource(provide, clock, (error) => warnings.push(error)), clock, warnings };
  };
  const reasons = (warnings: readonly CallError[]): string[] => warnings.map(({ reason }) => reason);

  it('asks anew each time, and once for all who ask together', async () => {
    let asked = 0;
    const { source, clock } = setup(async () => {
      asked += 1;
      return [{ urls: `stun:127.0.0.1:${asked}` }];
    });
    const [one, other] = await Promise.all([source.servers(), source.servers()]);
    expect([one, other]).to.deep.equal([[{ urls: ['stun:127.0.0.1:1'] }], [{ urls: ['stun:127.0.0.1:1'] }]]);
    expect(await source.servers()).to.deep.equal([{ urls: ['stun:127.0.0.1:2'] }]);
    expect(clock.pending).to.equal(0);
  });

  it('goes on with the servers of the time before when the provider fails, and says so', async () => {
    const answers: (() => unknown)[] = [
      () => STUN, () => Promise.reject(new Error('no')), () => { throw new Error('no'); }, () => 'stun:x', () => [{ urls: 'turn:x' }],
    ];
    const { source, warnings } = setup((() => answers.shift()?.()) as IceServerProvider);
    for (let round = 0; round < 5; round += 1) expect(await source.servers()).to.deep.equal([{ urls: ['stun:127.0.0.1:9'] }]);
    expect(reasons(warnings)).to.deep.equal(['network', 'network', 'invalid-argument', 'invalid-argument']);
  });

  it('waits 5 s for a provider, and tells it that it has stopped', async () => {
    let told = false;
    const { source, clock, warnings } = setup((signal) => {
      signal.addEventListener('abort', () => { told = true; });
      return new Promise(() => {});
    });
    let servers: unknown;
    void source.servers().then((given) => { servers = given; });
    await clock.advance(4900);
    expect(servers).to.equal(undefined);
    await clock.advance(100);
    await settled();
    expect(servers).to.deep.equal([]);
    expect({ told, reasons: reasons(warnings) }).to.deep.equal({ told: true, reasons: ['timed-out'] });
  });
});

describe('MeshRoom with a provider of ICE servers', () => {
  let world: World;
  const engines: LocalEngine[] = [];

  beforeEach(async () => { world = await createLocalWorld({ transport: 'broadcast' }); });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.dispose()));
    await world.close();
  });

  it('asks before each connection and each search for another path, and connects with what it says', async () => {
    const connections = watchConnections();
    const name = uniqueNames();
    const roomId = uniqueRoom();
    const asked = { alice: 0, bob: 0 };
    const person = async (who: 'alice' | 'bob'): Promise<Person> => {
      const iceServers: IceServerProvider = async () => {
        asked[who] += 1;
        await world.pass(50);
        // Not a port that Firefox blocks, which are most of those below 1024.
        return [{ urls: `stun:127.0.0.1:${3477 + asked[who]}` }];
      };
      const engine = new LocalEngine({ makeTransport: async () => new BroadcastChannelTransport(), iceServers, capture: undefined });
      engines.push(engine);
      return new Person(world, engine, name(who)).login();
    };
    const [alice, bob] = [await person('alice'), await person('bob')];
    await Promise.all([alice, bob].map(({ engine }) => engine.room.join(roomId, never())));
    await Promise.all([alice, bob].map((one) => one.sees('link', ({ state }) => state === 'connected')));
    expect(asked).to.deep.equal({ alice: 1, bob: 1 });
    const serversNow = (): string[] => connections.all().map((connection) => String(connection.getConfiguration().iceServers?.[0]?.urls));
    expect(serversNow()).to.deep.equal(['stun:127.0.0.1:3478', 'stun:127.0.0.1:3478']);
    // The browser says so when a path is lost; here it is made to.
    const [first] = connections.all();
    Object.defineProperty(first, 'connectionState', { configurable: true, value: 'failed' });
    first?.dispatchEvent(new Event('connectionstatechange'));
    await until(() => asked.alice + asked.bob === 3, () => 'the provider to be asked again');
    await until(() => serversNow().includes('stun:127.0.0.1:3479'), () => 'the new servers to be used');
    connections.stop();
  });
});
