import { expect } from '@open-wc/testing';
import type { ConnectionState } from '../../../src/calling/state/call-state.js';
import { Reconnector } from '../../../src/engines/tencent/im-reconnect.js';
import { VirtualClock } from '../../../src/engines/memory/index.js';

describe('Tencent signalling: the way back to the service', () => {
  let clock: VirtualClock;
  let told: ConnectionState[];
  let probes: number[];
  let reachable: boolean;
  let reconnector: Reconnector;
  const start = 1000;

  beforeEach(() => {
    clock = new VirtualClock(start);
    told = [];
    probes = [];
    reachable = false;
    reconnector = new Reconnector({
      clock,
      probe: async () => {
        probes.push(clock.now() - start);
        if (!reachable) throw new Error('no network');
      },
      onState: (state) => told.push(state),
    });
  });
  afterEach(() => reconnector.stop());

  it('says that the connection is lost, once, and asks at least every 2 s until somebody answers', async () => {
    reconnector.onNetState('disconnected');
    reconnector.onNetState('connecting');
    reconnector.onNetState('disconnected');
    await clock.advance(10_000);
    expect(told).to.deep.equal(['reconnecting']);
    const gaps = probes.map((at, i) => at - (probes[i - 1] ?? 0));
    expect(gaps.length).to.be.greaterThan(4);
    expect(Math.max(...gaps)).to.be.at.most(2000);
    reachable = true;
    await clock.advance(2000);
    expect(told).to.deep.equal(['reconnecting', 'connected']);
    const asked = probes.length;
    await clock.advance(60_000);
    expect(probes).to.have.length(asked);
  });

  it('does not add to the attempts of an SDK that flaps', async () => {
    for (let i = 0; i < 40; i += 1) {
      reconnector.onNetState(i % 2 === 0 ? 'connecting' : 'disconnected');
      await clock.advance(25);
    }
    expect(probes.length).to.be.at.most(1);
  });

  it('believes an open socket only when an answer comes over it', async () => {
    reconnector.onNetState('connecting');
    reconnector.onNetState('connected');
    await clock.advance(0);
    expect(told).to.deep.equal(['reconnecting']);
    reachable = true;
    reconnector.onNetState('connected');
    await clock.advance(0);
    expect(told).to.deep.equal(['reconnecting', 'connected']);
  });

  it('asks at once when the browser is online again', async () => {
    reconnector.onNetState('disconnected');
    reachable = true;
    window.dispatchEvent(new Event('online'));
    await clock.advance(0);
    expect(probes).to.deep.equal([0]);
    expect(told).to.deep.equal(['reconnecting', 'connected']);
  });

  it('is silent while nothing is lost, and after it was stopped', async () => {
    window.dispatchEvent(new Event('online'));
    reconnector.onNetState('connected');
    reconnector.onNetState('disconnected');
    reconnector.stop();
    reachable = true;
    window.dispatchEvent(new Event('online'));
    await clock.advance(10_000);
    expect(probes).to.deep.equal([]);
    expect(told).to.deep.equal(['reconnecting']);
    expect(clock.pending).to.equal(0);
  });
});
