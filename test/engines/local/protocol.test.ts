import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { decodeLetter, encodeLetter, type ClientMessage } from '../../../src/engines/local/client-messages.js';
import { decodeClientFrame, decodeRelayFrame, encodeFrame, MAX_BODY_LENGTH, type ClientFrame, type RelayFrame } from '../../../src/engines/local/relay-protocol.js';
import { decodeChannelMessage } from '../../../src/engines/local/room-messages.js';

const PEER = { userId: 'bob_1', sessionId: 'b1f0-2' };

const CLIENT_FRAMES: readonly ClientFrame[] = [
  { type: 'login', version: 1, token: 'a shared secret', login: { ...PEER, sdkAppId: 1_400_000_000, ticket: 'eJx', device: 'a0f3', resumes: true } },
  { type: 'logout' },
  { type: 'send', to: 'alice', body: '{"any":"text"}' },
  { type: 'send', to: 'alice', session: 'b1f0-2', body: 'x' },
  { type: 'join', topic: 'room:7' },
  { type: 'leave', topic: 'room:7' },
  { type: 'publish', topic: 'room:7', body: '' },
  { type: 'watch', peer: PEER },
  { type: 'unwatch', peer: PEER },
];

const RELAY_FRAMES: readonly RelayFrame[] = [
  { type: 'hello', version: 1 },
  { type: 'welcome' },
  { type: 'refused', reason: 'no' },
  { type: 'kicked' },
  { type: 'joined', topic: 'room:7' },
  { type: 'denied', topic: 'room:7' },
  { type: 'message', from: PEER, body: 'x' },
  { type: 'published', topic: 'room:7', from: PEER, body: 'x' },
  { type: 'gone', peer: PEER },
  { type: 'beat' },
];

const MEDIA = { audio: 'on', video: 'muted', screen: 'off', revision: 4 } as const;
const room = (message: Extract<ClientMessage, { type: 'room' }>['message']): ClientMessage => ({ type: 'room', roomId: 2_147_483_647, member: 'm1', to: '', message });

const MESSAGES: readonly ClientMessage[] = [
  { type: 'invite', inviteId: 'i-1', invitees: ['bob', 'carol'], groupId: '', data: '{"é":"\u0000"}', ringMs: 30_000 },
  { type: 'accept', inviteId: 'i-1', data: '' },
  { type: 'reject', inviteId: 'i-1', data: '' },
  { type: 'cancel', inviteId: 'i-1', data: '' },
  { type: 'profile-wanted' },
  { type: 'profile', card: { nickname: 'Bob', avatarUrl: 'data:image/png;base64,AAAA' } },
  room({ type: 'hello', media: MEDIA }),
  room({ type: 'welcome', media: MEDIA }),
  room({ type: 'full' }),
  room({ type: 'description', kind: 'offer', sdp: 'v=0\r\n', offerId: 1 }),
  room({ type: 'candidate', candidate: 'candidate:1 1 udp 1 127.0.0.1 1 typ host', mid: '0', line: 0, fragment: 'abcd' }),
  room({ type: 'media', media: MEDIA }),
  room({ type: 'bye' }),
];

/** Values that are near to what is expected, so that the checks behind the first one are reached. */
const nearly = (samples: readonly object[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...samples), fc.string(), fc.anything(), fc.boolean()).map(([sample, key, value, replace]) => {
    const copy: Record<string, unknown> = { ...structuredClone(sample) };
    const keys = Object.keys(copy);
    const at = replace ? keys[key.length % keys.length] ?? key : key;
    copy[at] = value;
    return JSON.stringify(copy, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
  });

const anything = (samples: readonly object[]): fc.Arbitrary<string> => fc.oneof(fc.string(), fc.json(), nearly(samples));

describe('relay-protocol', () => {
  it('reads every frame that it writes', () => {
    for (const frame of CLIENT_FRAMES) expect(decodeClientFrame(encodeFrame(frame))).to.deep.equal(frame);
    for (const frame of RELAY_FRAMES) expect(decodeRelayFrame(encodeFrame(frame))).to.deep.equal(frame);
  });

  it('never throws, and what it reads from anything it would read again', () => {
    fc.assert(fc.property(anything(CLIENT_FRAMES), (text) => {
      const frame = decodeClientFrame(text);
      if (frame) expect(decodeClientFrame(encodeFrame(frame))).to.deep.equal(frame);
    }), { numRuns: 3000 });
    fc.assert(fc.property(anything(RELAY_FRAMES), (text) => {
      const frame = decodeRelayFrame(text);
      if (frame) expect(decodeRelayFrame(encodeFrame(frame))).to.deep.equal(frame);
    }), { numRuns: 3000 });
  });

  it('drops fields that it does not know', () => {
    expect(decodeClientFrame('{"type":"send","to":"bob","body":"x","from":{"userId":"mallory","sessionId":"s"}}')).to.deep.equal({ type: 'send', to: 'bob', body: 'x' });
  });

  it('refuses users that no user can be, and texts that are too long', () => {
    for (const to of ['', 'a b', 'ü', 'x'.repeat(33), null, 7, ['bob']]) expect(decodeClientFrame(JSON.stringify({ type: 'send', to, body: '' }))).to.equal(undefined);
    expect(decodeClientFrame(JSON.stringify({ type: 'send', to: 'bob', body: 'x'.repeat(MAX_BODY_LENGTH + 1) }))).to.equal(undefined);
    expect(decodeClientFrame(JSON.stringify({ type: 'join', topic: 'x'.repeat(129) }))).to.equal(undefined);
  });
});

describe('client-messages', () => {
  it('reads every message that it writes, with and without an id', () => {
    for (const message of MESSAGES) {
      expect(decodeLetter(encodeLetter({ id: 'l-1', message }))).to.deep.equal({ id: 'l-1', message });
      expect(decodeLetter(encodeLetter({ id: '', message }))).to.deep.equal({ id: '', message });
    }
    expect(decodeLetter(encodeLetter({ receipt: 'l-1' }))).to.deep.equal({ receipt: 'l-1' });
  });

  it('never throws, and what it reads from anything it would read again', () => {
    fc.assert(fc.property(anything(MESSAGES), (message) => {
      const letter = decodeLetter(`{"id":"l-1","message":${message === '' ? 'null' : message}}`);
      if (letter && 'message' in letter && letter.message) expect(decodeLetter(encodeLetter({ id: 'l-1', message: letter.message }))).to.deep.equal(letter);
    }), { numRuns: 3000 });
    fc.assert(fc.property(fc.anything(), (data) => { decodeChannelMessage(data); }), { numRuns: 1000 });
  });

  it('gives a letter without a message where it does not understand it, so that it can be receipted', () => {
    expect(decodeLetter('{"id":"l-1","message":{"type":"from the future"}}')).to.deep.equal({ id: 'l-1', message: undefined });
  });

  it('refuses pictures that could run something, and rooms that cannot be', () => {
    const cardOf = (avatarUrl: string): unknown => decodeLetter(encodeLetter({ id: '', message: { type: 'profile', card: { nickname: '', avatarUrl } } }));
    // eslint-disable-next-line no-script-url
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'data:image/svg+xml;base64,AAAA', 'file:///etc/passwd']) expect(cardOf(url)).to.deep.equal({ id: '', message: undefined });
    for (const roomId of [0, -1, 1.5, 2_147_483_648, '1']) {
      expect(decodeLetter(JSON.stringify({ id: '', message: { ...room({ type: 'bye' }), roomId } }))).to.deep.equal({ id: '', message: undefined });
    }
  });

  it('takes four kinds of words by the data channel and no others', () => {
    expect(decodeChannelMessage('{"type":"ping","count":1}')).to.deep.equal({ type: 'ping', count: 1 });
    expect(decodeChannelMessage('{"type":"pong","count":1}')).to.deep.equal({ type: 'pong', count: 1 });
    expect(decodeChannelMessage('{"type":"bye"}')).to.deep.equal({ type: 'bye' });
    expect(decodeChannelMessage(JSON.stringify({ type: 'media', media: MEDIA }))).to.deep.equal({ type: 'media', media: MEDIA });
    expect(decodeChannelMessage('{"type":"description","kind":"offer","sdp":"v=0","offerId":1}')).to.equal(undefined);
    expect(decodeChannelMessage(new ArrayBuffer(8))).to.equal(undefined);
  });
});
