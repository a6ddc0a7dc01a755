import { expect } from '@open-wc/testing';
import type { ConnectionState } from '../../../src/calling/state/call-state.js';
import { Emitter } from '../../../src/engines/emitter.js';
import { decodeLetter, type ClientMessage } from '../../../src/engines/local/client-messages.js';
import { Mailbox, type Mail } from '../../../src/engines/local/mailbox.js';
import type { Peer, Transport, TransportEvent } from '../../../src/engines/local/transport.js';
import { VirtualClock } from '../../../src/engines/memory/index.js';

const BOB: Peer = { userId: 'bob', sessionId: 's1' };
const HELLO: ClientMessage = { type: 'profile-wanted' };

/** A transport that writes down what is sent. */
class Wire extends Emitter<TransportEvent> implements Transport {
  state: ConnectionState = 'connected';
  readonly sent: { readonly to: string; readonly body: string }[] = [];

  async open(): Promise<void> {}
  close(): void {}
  send(to: string, body: string): void {
    this.sent.push({ to, body });
  }
  async join(): Promise<void> {}
  leave(): void {}
  publish(): void {}
  watch(): () => void {
    return () => {};
  }
  become(state: ConnectionState): void {
    this.state = state;
    this.emit({ type: 'connection', state });
  }
  arrive(from: Peer, letter: unknown): void {
    this.emit({ type: 'text', from, topic: '', body: JSON.stringify(letter) });
  }
  /** The id of the letter sent last. */
  lastId(): string {
    const letter = decodeLetter(this.sent.at(-1)?.body ?? '');
    return letter && 'id' in letter ? letter.id : '';
  }
}

describe('Mailbox', () => {
  let clock: VirtualClock;
  let wire: Wire;
  let mailbox: Mailbox;
  let mail: Mail[];

  beforeEach(() => {
    clock = new VirtualClock();
    wire = new Wire();
    mailbox = new Mailbox(wire, clock);
    mail = [];
    mailbox.listen((one) => mail.push(one));
  });
  afterEach(() => {
    mailbox.close();
    expect(clock.pending).to.equal(0);
  });

  it('repeats a message until a receipt comes, then tells who gave it', async () => {
    const delivered: Peer[] = [];
    mailbox.send('bob', () => HELLO, { lifetime: 10_000, onDelivered: (by) => delivered.push(by) });
    expect(wire.sent).to.have.length(1);
    await clock.advance(3000);
    const copies = wire.sent.length;
    expect(copies).to.be.within(3, 9);
    expect(new Set(wire.sent.map(({ body }) => body)).size).to.equal(1);
    wire.arrive(BOB, { receipt: wire.lastId() });
    await clock.advance(10_000);
    expect(wire.sent).to.have.length(copies);
    expect(delivered).to.deep.equal([BOB]);
    expect(mailbox.pending).to.equal(0);
  });

  it('takes a receipt from nobody but the receiver', async () => {
    mailbox.send('bob', () => HELLO, { lifetime: 10_000 });
    wire.arrive({ userId: 'mallory', sessionId: 's2' }, { receipt: wire.lastId() });
    expect(mailbox.pending).to.equal(1);
  });

  it('gives up when the message does not matter any more, and when it is taken back', async () => {
    mailbox.send('bob', () => HELLO, { lifetime: 1000 });
    const takeBack = mailbox.send('carol', () => HELLO, { lifetime: Infinity });
    await clock.advance(1000);
    expect(mailbox.pending).to.equal(1);
    takeBack();
    takeBack();
    expect(mailbox.pending).to.equal(0);
    expect(clock.pending).to.equal(0);
  });

  it('asks for the message anew for each copy', async () => {
    let copies = 0;
    mailbox.send('bob', () => ({ type: 'accept', inviteId: 'i', data: String(++copies) }), { lifetime: 2000 });
    await clock.advance(2000);
    const texts = wire.sent.map(({ body }) => /"data":"(\d+)"/.exec(body)?.[1]);
    expect(texts).to.deep.equal(wire.sent.map((_sent, index) => String(index + 1)));
  });

  it('says nothing while the connection is lost, and everything when it is back', async () => {
    wire.become('reconnecting');
    mailbox.send('bob', () => HELLO, { lifetime: 60_000 });
    mailbox.send('carol', () => HELLO, { lifetime: 60_000 });
    await clock.advance(20_000);
    expect(wire.sent).to.have.length(0);
    wire.become('connected');
    expect(wire.sent.map(({ to }) => to)).to.deep.equal(['bob', 'carol']);
  });

  it('passes a message on once and gives a receipt for each copy', () => {
    wire.arrive(BOB, { id: 'letter', message: HELLO });
    wire.arrive(BOB, { id: 'letter', message: HELLO });
    expect(mail).to.deep.equal([{ from: BOB, topic: '', message: HELLO }]);
    expect(wire.sent).to.deep.equal([{ to: 'bob', body: '{"receipt":"letter"}' }, { to: 'bob', body: '{"receipt":"letter"}' }]);
  });

  it('takes the same id from two people for two messages', () => {
    wire.arrive(BOB, { id: 'letter', message: HELLO });
    wire.arrive({ userId: 'carol', sessionId: 's1' }, { id: 'letter', message: HELLO });
    expect(mail).to.have.length(2);
  });

  it('gives a receipt for what it does not understand: repeating would not help', () => {
    wire.arrive(BOB, { id: 'letter', message: { type: 'from the future' } });
    expect(mail).to.deep.equal([]);
    expect(wire.sent).to.deep.equal([{ to: 'bob', body: '{"receipt":"letter"}' }]);
  });

  it('holds a bounded number of messages, and gives up the oldest', () => {
    for (let count = 0; count < 600; count += 1) mailbox.send(`user${count}`, () => HELLO, { lifetime: Infinity });
    expect(mailbox.pending).to.equal(512);
  });

  it('says and hears nothing after its end', () => {
    mailbox.close();
    wire.arrive(BOB, { id: 'letter', message: HELLO });
    expect(mail).to.deep.equal([]);
    expect(wire.sent).to.deep.equal([]);
  });
});
