import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import { backoff } from '../../../src/engines/local/backoff.js';
import { BoundedSet } from '../../../src/engines/local/bounded-set.js';
import { beginning, encodingFor } from '../../../src/engines/local/encoding-budget.js';
import { IceRestarts } from '../../../src/engines/local/ice-restarts.js';
import { createLocalEngine } from '../../../src/engines/local/index.js';
import { gradeOf, LinkProbe, silenceOf } from '../../../src/engines/local/link-quality.js';
import { toSettings } from '../../../src/engines/local/options.js';
import { VirtualClock } from '../../../src/engines/memory/index.js';

const reasonOf = (act: () => unknown): string => {
  try {
    act();
    return 'fine';
  } catch (thrown) {
    return CallError.from(thrown).reason;
  }
};

describe('options of the local engine', () => {
  it('may be left out', () => {
    const { transport, relayUrl, iceServers } = toSettings({});
    expect(transport).to.equal('auto');
    expect(relayUrl).to.equal(`ws://${location.host}/relay`);
    expect(iceServers).to.deep.equal([]);
  });

  it('make an address of sockets of what is given', () => {
    expect(toSettings({ relayUrl: 'https://relay.example.com/calls' }).relayUrl).to.equal('wss://relay.example.com/calls');
    expect(toSettings({ relayUrl: 'wss://relay.example.com/calls#part' }).relayUrl).to.equal('wss://relay.example.com/calls');
    expect(toSettings({ relayUrl: '/elsewhere' }).relayUrl).to.equal(`ws://${location.host}/elsewhere`);
  });

  it('take ICE servers with one address or several', () => {
    const iceServers = [{ urls: 'stun:stun.example.com' }, { urls: ['turn:turn.example.com:3478?transport=udp', 'turns:turn.example.com'], username: 'u', credential: 'c' }];
    expect(toSettings({ iceServers }).iceServers).to.deep.equal([{ urls: ['stun:stun.example.com'] }, iceServers[1]]);
  });

  it('take a function in place of the ICE servers, and TURN as the only way', () => {
    const iceServers = async () => [];
    expect(toSettings({ iceServers, iceTransportPolicy: 'relay' })).to.include({ iceServers, iceTransportPolicy: 'relay' });
    const turn = [{ urls: ['turn:turn.example.com'], username: 'u', credential: 'c' }];
    expect(toSettings({ iceServers: turn, iceTransportPolicy: 'relay' }).iceTransportPolicy).to.equal('relay');
    expect(toSettings({}).iceTransportPolicy).to.equal('all');
  });

  it('are refused when they are not what they should be', () => {
    const wrong: readonly unknown[] = [
      null, 'auto', [], { transport: 'carrier pigeon' }, { transport: 1 }, { relayUrl: 7 }, { relayUrl: 'ftp://relay.example.com' }, { relayUrl: 'http://' },
      { iceServers: {} }, { iceServers: ['stun:x'] }, { iceServers: [{ urls: [] }] }, { iceServers: [{ urls: 'http://x' }] },
      { iceServers: [{ urls: 'turn:x' }] }, { iceServers: [{ urls: 'stun:a:b:c' }] }, { iceServers: [{ urls: 'stun:x', username: 7 }] }, { capture: 'camera' },
      { iceServers: Array.from({ length: 17 }, () => ({ urls: 'stun:x' })) }, { relayToken: 7 }, { relayToken: 'x'.repeat(513) },
      { iceTransportPolicy: 'none' }, { iceTransportPolicy: 'relay' }, { iceTransportPolicy: 'relay', iceServers: [{ urls: 'stun:x' }] },
    ];
    for (const options of wrong) expect(reasonOf(() => toSettings(options)), JSON.stringify(options)).to.equal('invalid-argument');
    expect(reasonOf(() => createLocalEngine({ transport: 'relay', relayUrl: 'mailto:nobody' }))).to.equal('invalid-argument');
  });
});

describe('backoff', () => {
  it('doubles up to the longest, in the upper half', () => {
    const range = { first: 100, longest: 1000 };
    expect([0, 1, 2, 3, 4, 50].map((attempt) => backoff(attempt, range, () => 1))).to.deep.equal([100, 200, 400, 800, 1000, 1000]);
    expect([0, 4].map((attempt) => backoff(attempt, range, () => 0))).to.deep.equal([50, 500]);
  });
});

describe('BoundedSet', () => {
  it('remembers the last ones', () => {
    const set = new BoundedSet<number>(2);
    expect([1, 2, 2, 3].map((value) => set.add(value))).to.deep.equal([true, true, false, true]);
    expect([...set]).to.deep.equal([2, 3]);
    expect(set.has(1)).to.equal(false);
  });
});

describe('encodingFor', () => {
  it('leaves audio alone, and gives each picture less the more people there are', () => {
    expect(encodingFor('audio', 7)).to.deep.equal({});
    const rates = [1, 2, 3, 4, 5, 6, 7].map((others) => encodingFor('video', others).maxBitrate ?? 0);
    expect(rates).to.deep.equal(rates.toSorted((one, other) => other - one));
    expect(rates[0]).to.equal(1_500_000);
    expect(rates.at(-1)).to.be.at.least(200_000);
    expect(encodingFor('video', 1).scaleResolutionDownBy).to.equal(1);
    expect(encodingFor('video', 7).scaleResolutionDownBy).to.equal(2);
    expect(encodingFor('screen', 3)).to.deep.equal({ maxBitrate: 1_000_000 });
  });

  it('begins with small pictures, never with larger ones, and leaves the rest', () => {
    for (const others of [1, 2, 4, 7]) {
      const full = encodingFor('video', others);
      expect(beginning(full)).to.deep.equal({ ...full, scaleResolutionDownBy: 2 });
    }
    for (const encoding of [encodingFor('audio', 1), encodingFor('screen', 1)]) expect(beginning(encoding)).to.deep.equal(encoding);
  });
});

describe('link quality', () => {
  it('grades round trip and loss, the worse of the two', () => {
    expect(gradeOf(undefined, undefined)).to.equal(0);
    expect(gradeOf(0.05, 0)).to.equal(1);
    expect(gradeOf(0.2, 0)).to.equal(2);
    expect(gradeOf(0.01, 0.05)).to.equal(3);
    expect(gradeOf(0.7, 0.01)).to.equal(4);
    expect(gradeOf(0.01, 0.5)).to.equal(5);
    expect(gradeOf(3, undefined)).to.equal(5);
  });

  it('says how long nothing came, by the pair that heard last', () => {
    const stats = (...pairs: readonly object[]): Map<string, unknown> => new Map(pairs.map((pair, index) => [String(index), { type: 'candidate-pair', ...pair }]));
    expect(silenceOf(stats({ timestamp: 9000, lastPacketReceivedTimestamp: 8000 }, { timestamp: 9000, lastPacketReceivedTimestamp: 5000 }))).to.equal(1000);
    expect(silenceOf(stats({ timestamp: 9000, lastPacketReceivedTimestamp: 9001 }))).to.equal(0);
    expect(silenceOf(stats({ timestamp: 9000 }, { timestamp: 9000, lastPacketReceivedTimestamp: 0 }))).to.equal(undefined);
    expect(silenceOf(new Map([['in', { type: 'inbound-rtp', timestamp: 9, lastPacketReceivedTimestamp: 8 }]]))).to.equal(undefined);
  });

  it('counts what was lost since the last look', () => {
    const probe = new LinkProbe();
    const read = (packetsReceived: number, packetsLost: number) => probe.read(new Map<string, unknown>([
      ['in', { type: 'inbound-rtp', packetsReceived, packetsLost }],
      ['other end', { type: 'remote-inbound-rtp', fractionLost: 0.25, roundTripTime: 9 }],
      ['pair', { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.12 }],
      ['not in use', { type: 'candidate-pair', nominated: false, state: 'succeeded', currentRoundTripTime: 5 }],
    ]));
    expect(read(90, 10)).to.deep.equal({ roundTrip: 0.12, lossDown: 0.1, lossUp: 0.25 });
    expect(read(190, 10).lossDown).to.equal(0);
    expect(read(190, 10).lossDown).to.equal(undefined);
    expect(read(290, 5).lossDown).to.equal(0);
  });
});

/** A connection as far as restarts look at it. */
class Connection extends EventTarget {
  connectionState: RTCPeerConnectionState = 'new';
  restarts = 0;

  restartIce(): void {
    this.restarts += 1;
  }
  become(state: RTCPeerConnectionState): void {
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }
}

describe('IceRestarts', () => {
  const setup = (begins: boolean, prepare: () => Promise<void> = async () => {}): { connection: Connection; clock: VirtualClock; restarts: IceRestarts } => {
    const clock = new VirtualClock();
    const connection = new Connection();
    return { connection, clock, restarts: new IceRestarts(connection, { begins, clock, prepare }) };
  };

  it('gives a path a moment to mend itself', async () => {
    const { connection, clock } = setup(true);
    connection.become('disconnected');
    await clock.advance(1000);
    connection.become('connected');
    await clock.advance(60_000);
    expect(connection.restarts).to.equal(0);
    expect(clock.pending).to.equal(0);
  });

  it('restarts at once on failure, and again until there is a path', async () => {
    const { connection, clock } = setup(true);
    connection.become('failed');
    await clock.advance(0);
    expect(connection.restarts).to.equal(1);
    await clock.advance(30_000);
    expect(connection.restarts).to.be.within(4, 9);
    connection.become('connected');
    const { restarts } = connection;
    await clock.advance(60_000);
    expect(connection.restarts).to.equal(restarts);
  });

  it('lets the other side begin, and follows where it does not', async () => {
    const { connection, clock } = setup(false);
    connection.become('failed');
    await clock.advance(1500);
    expect(connection.restarts).to.equal(0);
    await clock.advance(1000);
    expect(connection.restarts).to.equal(1);
  });

  it('waits for what it needs before it searches, and leaves a path alone that mended itself meanwhile', async () => {
    let ready: () => void = () => {};
    const { connection, clock } = setup(true, () => new Promise((resolve) => { ready = resolve; }));
    connection.become('failed');
    await clock.advance(0);
    expect(connection.restarts).to.equal(0);
    ready();
    await clock.advance(0);
    expect(connection.restarts).to.equal(1);
    await clock.advance(4000);
    connection.become('connected');
    ready();
    await clock.advance(60_000);
    expect(connection.restarts).to.equal(1);
  });

  it('leaves no timer behind when the connection is closed', async () => {
    const { connection, clock, restarts } = setup(true);
    connection.become('failed');
    connection.become('closed');
    expect(clock.pending).to.equal(0);
    connection.become('disconnected');
    restarts.stop();
    expect(clock.pending).to.equal(0);
  });
});
