import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { CLOSED_KICKED, CLOSED_REFUSED } from '../../src/engines/local/relay-protocol.js';
import { startStation, type Station } from './client.js';

describe('relay: who is who', () => {
  let station: Station;
  beforeEach(async () => { station = await startStation(); });
  afterEach(() => station.close());

  it('stamps the sender, whatever the message says about it', async () => {
    const alice = await station.login({ userId: 'alice' });
    const bob = await station.login({ userId: 'bob' });
    alice.socket.send(JSON.stringify({ type: 'send', to: 'bob', body: 'hi', from: { userId: 'mallory', sessionId: 'x' } }));
    assert.deepEqual(await bob.next('message'), { type: 'message', from: { userId: 'alice', sessionId: 'session-alice' }, body: 'hi' });
  });

  it('keeps the users of different apps apart', async () => {
    const alice = await station.login({ userId: 'alice', sdkAppId: 1 });
    const other = await station.login({ userId: 'bob', sdkAppId: 2 });
    const bob = await station.login({ userId: 'bob', sdkAppId: 1 });
    alice.say({ type: 'send', to: 'bob', body: 'hi' });
    await bob.next('message');
    assert.ok(await other.isStillServed());
  });

  it('kicks the first of two logins of one user', async () => {
    const first = await station.login({ userId: 'alice', sessionId: 'one' });
    const second = await station.login({ userId: 'alice', sessionId: 'two' });
    await first.next('kicked');
    assert.equal(await first.ended(), CLOSED_KICKED);
    assert.ok(await second.isStillServed());
  });

  it('keeps the pages of one browser beside each other, and sends to all of them or to one', async () => {
    const alice = await station.login({ userId: 'alice' });
    const one = await station.login({ userId: 'bob', sessionId: 'one', device: 'secret' });
    const two = await station.login({ userId: 'bob', sessionId: 'two', device: 'secret' });
    assert.equal(station.relay.userCount, 2);
    alice.say({ type: 'send', to: 'bob', body: 'both' });
    assert.equal((await one.next('message')).body, 'both');
    assert.equal((await two.next('message')).body, 'both');
    alice.say({ type: 'send', to: 'bob', session: 'two', body: 'you' });
    alice.say({ type: 'send', to: 'bob', session: 'three', body: 'nobody' });
    assert.equal((await two.next('message')).body, 'you');
    assert.ok(await one.isStillServed());
    assert.ok(await two.isStillServed());
  });

  it('tells nobody what the pages of a browser share', async () => {
    const alice = await station.login({ userId: 'alice' });
    const bob = await station.login({ userId: 'bob', device: 'secret' });
    bob.say({ type: 'send', to: 'alice', body: 'hi' });
    assert.deepEqual(await alice.next('message'), { type: 'message', from: { userId: 'bob', sessionId: 'session-bob' }, body: 'hi' });
  });

  it('kicks every page when the user logs in from another browser, or from one that names none', async () => {
    for (const device of ['other', '']) {
      const one = await station.login({ userId: 'bob', sessionId: 'one', device: 'secret' });
      const two = await station.login({ userId: 'bob', sessionId: 'two', device: 'secret' });
      await station.login({ userId: 'bob', sessionId: 'three', device });
      await Promise.all([one.next('kicked'), two.next('kicked')]);
    }
  });

  it('gives a session to nobody who knows its name alone', async () => {
    const bob = await station.login({ userId: 'bob', sessionId: 'one', device: 'secret' });
    const thief = await station.connect();
    thief.login({ userId: 'bob', sessionId: 'one', device: 'guess', resumes: true });
    await thief.next('kicked');
    assert.ok(await bob.isStillServed());
  });

  it('takes a bounded number of pages, and gives up the oldest', async () => {
    const small = await startStation({ limits: { sessionsPerUser: 2 } });
    const [one, two] = [await small.login({ userId: 'bob', sessionId: 'one', device: 'secret' }), await small.login({ userId: 'bob', sessionId: 'two', device: 'secret' })];
    await small.login({ userId: 'bob', sessionId: 'three', device: 'secret' });
    await one.next('kicked');
    assert.ok(await two.isStillServed());
    await small.close();
  });

  it('takes a session back that lost its connection, and nobody notices', async () => {
    const bob = await station.login({ userId: 'bob' });
    const first = await station.login({ userId: 'alice' });
    bob.say({ type: 'watch', peer: { userId: 'alice', sessionId: 'session-alice' } });
    first.socket.terminate();
    const again = await station.login({ userId: 'alice', resumes: true });
    bob.say({ type: 'send', to: 'alice', body: 'still there?' });
    await again.next('message');
    await new Promise((resolve) => { setTimeout(resolve, 4000); });
    assert.ok(await bob.isStillServed());
  });

  it('does not let a session come back whose place has been taken', async () => {
    const first = await station.login({ userId: 'alice', sessionId: 'one' });
    first.socket.terminate();
    const second = await station.login({ userId: 'alice', sessionId: 'two' });
    const again = await station.connect();
    again.login({ userId: 'alice', sessionId: 'one', resumes: true });
    await again.next('kicked');
    assert.equal(await again.ended(), CLOSED_KICKED);
    assert.ok(await second.isStillServed());
  });

  it('takes a session back that it never knew: it may have been started anew itself', async () => {
    const alice = await station.login({ userId: 'alice', resumes: true });
    assert.ok(await alice.isStillServed());
  });

  it('closes on a second login over one connection, and on words before the first', async () => {
    const alice = await station.login({ userId: 'alice' });
    alice.login({ userId: 'bob' });
    assert.equal(await alice.ended(), 1008);
    const stranger = await station.connect();
    stranger.say({ type: 'send', to: 'alice', body: 'hi' });
    assert.equal(await stranger.ended(), 1008);
  });

  it('refuses a client that speaks another version', async () => {
    const client = await station.connect();
    client.say({ type: 'login', version: 999, token: '', login: { userId: 'alice', sessionId: 's', sdkAppId: 1, ticket: '', device: '', resumes: false } });
    await client.next('refused');
    assert.equal(await client.ended(), CLOSED_REFUSED);
  });
});

describe('relay: who lives', () => {
  let station: Station;
  beforeEach(async () => { station = await startStation(); });
  afterEach(() => station.close());

  const watched = { userId: 'bob', sessionId: 'session-bob' };

  it('tells at once when a page goes away', async () => {
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    alice.say({ type: 'watch', peer: watched });
    assert.ok(await alice.isStillServed());
    bob.socket.close(1001);
    assert.deepEqual(await alice.next('gone', 500), { type: 'gone', peer: watched });
  });

  it('tells at once when a client logs out', async () => {
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    alice.say({ type: 'watch', peer: watched });
    assert.ok(await alice.isStillServed());
    bob.say({ type: 'logout' });
    await alice.next('gone', 500);
    assert.equal(await bob.ended(), 1000);
  });

  it('tells within 5 s when a connection breaks', async () => {
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    alice.say({ type: 'watch', peer: watched });
    assert.ok(await alice.isStillServed());
    bob.socket.terminate();
    await alice.next('gone', 5000);
  });

  it('tells within 5 s when a network goes silent without breaking the connection', async () => {
    const alice = await station.login({ userId: 'alice' });
    await station.login({ userId: 'bob' }, { autoPong: false });
    alice.say({ type: 'watch', peer: watched });
    await alice.next('gone', 5000);
  });

  it('does not take a stall of its own for the silence of its clients', async () => {
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    alice.say({ type: 'watch', peer: watched });
    assert.ok(await alice.isStillServed());
    const until = Date.now() + 3500;
    while (Date.now() < until) { /* Nothing in this process moves. */ }
    await new Promise((resolve) => { setTimeout(resolve, 1500); });
    assert.ok(await alice.isStillServed());
    assert.ok(await bob.isStillServed());
  });

  it('tells of somebody who is not there when the watch begins', async () => {
    const alice = await station.login({ userId: 'alice' });
    alice.say({ type: 'watch', peer: watched });
    await alice.next('gone', 5000);
  });

  it('gives somebody time to come who is watched before', async () => {
    const alice = await station.login({ userId: 'alice' });
    alice.say({ type: 'watch', peer: watched });
    assert.ok(await alice.isStillServed());
    const bob = await station.login({ userId: 'bob', resumes: true });
    await new Promise((resolve) => { setTimeout(resolve, 3300); });
    assert.ok(await alice.isStillServed());
    bob.say({ type: 'logout' });
    await alice.next('gone', 500);
  });

  it('tells nothing after unwatch, and tells once', async () => {
    const [alice, carol, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'carol' }), await station.login({ userId: 'bob' })];
    alice.say({ type: 'watch', peer: watched });
    alice.say({ type: 'unwatch', peer: watched });
    carol.say({ type: 'watch', peer: watched });
    carol.say({ type: 'watch', peer: watched });
    assert.ok(await carol.isStillServed());
    bob.say({ type: 'logout' });
    await carol.next('gone', 500);
    assert.ok(await carol.isStillServed());
    assert.ok(await alice.isStillServed());
  });

  it('tells of an earlier session when another one takes its place', async () => {
    const alice = await station.login({ userId: 'alice' });
    await station.login({ userId: 'bob' });
    alice.say({ type: 'watch', peer: watched });
    assert.ok(await alice.isStillServed());
    await station.login({ userId: 'bob', sessionId: 'another' });
    assert.deepEqual(await alice.next('gone', 500), { type: 'gone', peer: watched });
  });
});

describe('relay: topics', () => {
  let station: Station;
  beforeEach(async () => { station = await startStation({ limits: { topicsPerSession: 2, membersPerTopic: 2 } }); });
  afterEach(() => station.close());

  it('carries what is published to the other members only', async () => {
    const [alice, bob, carol] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' }), await station.login({ userId: 'carol' })];
    for (const one of [alice, bob]) {
      one.say({ type: 'join', topic: 'room' });
      await one.next('joined');
    }
    alice.say({ type: 'publish', topic: 'room', body: 'hello' });
    assert.deepEqual(await bob.next('published'), { type: 'published', topic: 'room', from: { userId: 'alice', sessionId: 'session-alice' }, body: 'hello' });
    assert.ok(await alice.isStillServed());
    assert.ok(await carol.isStillServed());
  });

  it('does not carry what somebody publishes who has not joined, or has left', async () => {
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    bob.say({ type: 'join', topic: 'room' });
    await bob.next('joined');
    alice.say({ type: 'publish', topic: 'room', body: 'from outside' });
    alice.say({ type: 'join', topic: 'room' });
    await alice.next('joined');
    alice.say({ type: 'leave', topic: 'room' });
    alice.say({ type: 'publish', topic: 'room', body: 'from outside again' });
    assert.ok(await alice.isStillServed());
    assert.ok(await bob.isStillServed());
  });

  it('denies a topic that is full, and more topics than one may have', async () => {
    const [alice, bob, carol] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' }), await station.login({ userId: 'carol' })];
    for (const one of [alice, bob]) {
      one.say({ type: 'join', topic: 'room' });
      await one.next('joined');
    }
    carol.say({ type: 'join', topic: 'room' });
    assert.deepEqual(await carol.next('denied'), { type: 'denied', topic: 'room' });
    for (const topic of ['a', 'b']) {
      carol.say({ type: 'join', topic });
      await carol.next('joined');
    }
    carol.say({ type: 'join', topic: 'c' });
    await carol.next('denied');
  });

  it('frees the place of whoever vanishes', async () => {
    const [alice, bob] = [await station.login({ userId: 'alice' }), await station.login({ userId: 'bob' })];
    for (const one of [alice, bob]) {
      one.say({ type: 'join', topic: 'room' });
      await one.next('joined');
    }
    bob.say({ type: 'logout' });
    await bob.ended();
    const carol = await station.login({ userId: 'carol' });
    carol.say({ type: 'join', topic: 'room' });
    await carol.next('joined');
  });
});
