import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import type { Login, TransportEvent } from '../../../src/engines/local/transport.js';
import { AutoTransport } from '../../../src/engines/local/auto-transport.js';
import { WebSocketTransport } from '../../../src/engines/local/websocket-transport.js';
import { VirtualClock } from '../../../src/engines/memory/index.js';
import { never, uniqueNames, until } from '../../contract/world.js';

const RELAY = new URL('/relay', location.href.replace('http', 'ws')).href;
const NO_SERVER = 'ws://127.0.0.1:1/relay';
/** The test server leaves upgrades that it does not know without an answer. */
const NO_RELAY = new URL('/no-relay-here', location.href.replace('http', 'ws')).href;

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

/** Every socket of the page, so that a test can break it. */
function watchSockets(): { readonly all: WebSocket[]; stop(): void } {
  const Native = window.WebSocket;
  const all: WebSocket[] = [];
  window.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      all.push(this);
    }
  };
  return { all, stop: () => { window.WebSocket = Native; } };
}

describe('WebSocketTransport', () => {
  let name: (name: string) => string;
  let sockets: ReturnType<typeof watchSockets>;
  const open: WebSocketTransport[] = [];

  beforeEach(() => {
    name = uniqueNames();
    sockets = watchSockets();
  });
  afterEach(async () => {
    for (const transport of open.splice(0)) transport.close();
    sockets.stop();
    await until(() => sockets.all.every(({ readyState }) => readyState === WebSocket.CLOSED), () => 'every socket to be closed');
  });

  const loginOf = (who: string, sessionId = name(`session-${who}`)): Login => ({ sdkAppId: 1, userId: name(who), sessionId, ticket: '', device: '', resumes: false });
  const login = async (who: string, url = RELAY): Promise<{ transport: WebSocketTransport; events: TransportEvent[]; login: Login }> => {
    const transport = new WebSocketTransport(url);
    const events: TransportEvent[] = [];
    transport.listen((event) => events.push(event));
    const used = loginOf(who);
    await transport.open(used, never());
    open.push(transport);
    return { transport, events, login: used };
  };
  const textsOf = (events: readonly TransportEvent[]): string[] => events.flatMap((event) => (event.type === 'text' ? [event.body] : []));

  it('rejects with network where nobody listens and where the address is none, with timed-out where nobody answers', async () => {
    expect(await reasonOf(new WebSocketTransport(NO_SERVER).open(loginOf('alice'), never()))).to.equal('network');
    expect(await reasonOf(new WebSocketTransport(NO_RELAY, { connectTimeout: 200 }).open(loginOf('alice'), never()))).to.equal('timed-out');
    expect(await reasonOf(new WebSocketTransport('ws://not an address').open(loginOf('alice'), never()))).to.equal('network');
  });

  it('comes back as the same session after its connection broke: topics and watches hold', async () => {
    const [alice, bob] = [await login('alice'), await login('bob')];
    await alice.transport.join('room:1', never());
    await bob.transport.join('room:1', never());
    alice.transport.watch({ userId: bob.login.userId, sessionId: bob.login.sessionId });
    bob.transport.watch({ userId: alice.login.userId, sessionId: alice.login.sessionId });
    sockets.all[0]?.close();
    await until(() => alice.transport.state === 'reconnecting', () => 'the loss to be noticed');
    await until(() => alice.transport.state === 'connected', () => 'the connection to be back');
    bob.transport.publish('room:1', 'to the room');
    bob.transport.send(alice.login.userId, 'to alice');
    await until(() => textsOf(alice.events).length === 2, () => 'both texts');
    expect(textsOf(alice.events)).to.deep.equal(['to the room', 'to alice']);
    expect(bob.events.filter(({ type }) => type === 'gone')).to.deep.equal([]);
    bob.transport.close();
    await until(() => alice.events.some(({ type }) => type === 'gone'), () => 'the end of bob');
  });

  it('does not come back when another login has taken its place meanwhile', async () => {
    const first = await login('alice');
    const { userId } = first.login;
    const socket = sockets.all[0];
    const second = new WebSocketTransport(RELAY);
    open.push(second);
    await second.open({ ...loginOf('alice', name('another-session')), userId }, never());
    await until(() => first.events.some(({ type }) => type === 'kicked'), () => 'the kick');
    expect(first.transport.state).to.equal('disconnected');
    expect(socket?.readyState).to.be.above(WebSocket.OPEN);
    const count = sockets.all.length;
    await new Promise((resolve) => { setTimeout(resolve, 800); });
    expect(sockets.all).to.have.length(count);
    expect(second.state).to.equal('connected');
  });

  for (const [what, wake] of Object.entries({
    'the network is back': () => dispatchEvent(new Event('online')),
    'the page comes out of the cache': () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    'the page is thawed': () => document.dispatchEvent(new Event('resume')),
    'the page is looked at again': () => document.dispatchEvent(new Event('visibilitychange')),
  })) {
    it(`finds out soon whether its connection still lives when ${what}`, async () => {
      const clock = new VirtualClock();
      const transport = new WebSocketTransport(RELAY, { clock });
      open.push(transport);
      const opening = transport.open(loginOf('alice'), never());
      await opening;
      // The relay says something every 2.1 s of real time: in the virtual seconds that follow it is silent.
      await clock.advance(2600);
      expect(transport.state).to.equal('connected');
      wake();
      await clock.advance(2600);
      expect(transport.state).to.equal('reconnecting');
      await clock.advance(200);
      await until(() => transport.state === 'connected', () => 'the connection to be back');
    });
  }

  it('tells the relay’s token in its first message, not in the address', async () => {
    const said: string[] = [];
    const { send } = WebSocket.prototype;
    WebSocket.prototype.send = function record(data) {
      said.push(String(data));
      send.call(this, data);
    };
    try {
      const transport = new WebSocketTransport(RELAY, { token: 'a shared secret of the relay' });
      open.push(transport);
      await transport.open(loginOf('alice'), never());
    } finally {
      WebSocket.prototype.send = send;
    }
    expect(said).to.have.length(1);
    expect(JSON.parse(said[0] ?? '')).to.include({ type: 'login', token: 'a shared secret of the relay' });
    expect(sockets.all.map(({ url, protocol }) => [url, protocol])).to.deep.equal([[RELAY, '']]);
  });

  it('stops coming back when it is closed', async () => {
    const alice = await login('alice');
    sockets.all[0]?.close();
    await until(() => alice.transport.state === 'reconnecting', () => 'the loss to be noticed');
    alice.transport.close();
    expect(alice.transport.state).to.equal('disconnected');
    const count = sockets.all.length;
    await new Promise((resolve) => { setTimeout(resolve, 800); });
    expect(sockets.all).to.have.length(count);
  });

  it('ends what waits for the relay when it is closed or aborted', async () => {
    const alice = await login('alice');
    sockets.all[0]?.close();
    const joining = reasonOf(alice.transport.join('room:1', never()));
    alice.transport.close();
    expect(await joining).to.equal('aborted');
    const bob = await login('bob');
    const control = new AbortController();
    const aborted = reasonOf(bob.transport.join('room:1', control.signal));
    control.abort();
    expect(await aborted).to.equal('aborted');
  });

  it('tells every watcher of one session, and none that has stopped watching', async () => {
    const [alice, bob] = [await login('alice'), await login('bob')];
    const peer = { userId: bob.login.userId, sessionId: bob.login.sessionId };
    const stop = alice.transport.watch(peer);
    alice.transport.watch(peer);
    stop();
    stop();
    bob.transport.close();
    await until(() => alice.events.some(({ type }) => type === 'gone'), () => 'the end of bob');
    expect(alice.events.filter(({ type }) => type === 'gone')).to.have.length(1);
  });
});

describe('AutoTransport', () => {
  const choose = async (relayUrl: string): Promise<number> => {
    const sockets = watchSockets();
    const transport = new AutoTransport(relayUrl);
    const states: string[] = [];
    transport.listen((event) => event.type === 'connection' && states.push(event.state));
    try {
      await transport.open({ sdkAppId: 1, userId: uniqueNames()('alice'), sessionId: 's', ticket: '', device: '', resumes: false }, never());
      expect(transport.state).to.equal('connected');
      return sockets.all.filter(({ readyState }) => readyState === WebSocket.OPEN).length;
    } finally {
      transport.close();
      sockets.stop();
      expect(transport.state).to.equal('disconnected');
    }
  };

  it('takes the relay where one answers', async () => {
    expect(await choose(RELAY)).to.equal(1);
  });

  it('takes the pages of this browser where none does, and where there is no address', async () => {
    expect(await choose(NO_RELAY)).to.equal(0);
    expect(await choose('')).to.equal(0);
  });

  it('can be aborted while it looks for the relay', async () => {
    const control = new AbortController();
    const opening = reasonOf(new AutoTransport(RELAY).open({ sdkAppId: 1, userId: 'alice', sessionId: 's', ticket: '', device: '', resumes: false }, control.signal));
    control.abort();
    expect(await opening).to.equal('aborted');
  });
});
