import { expect } from '@open-wc/testing';
import { decodeAnswer, decodeInvitation } from '../../src/calling/signal-codec.js';
import { decodeLetter } from '../../src/engines/local/client-messages.js';
import { toPageLetter } from '../../src/engines/local/page-messages.js';
import { decodeChannelMessage } from '../../src/engines/local/room-messages.js';
import { decodeClientFrame, decodeRelayFrame } from '../../src/engines/local/relay-protocol.js';
import { CallLogStore } from '../../src/page/call-log-store.js';
import { CallRecovery } from '../../src/page/call-recovery.js';
import { fakeStorage } from './fake-storage.js';

/** Everything that a decoder of ours looks for, hidden where only a careless one would find it. */
const HIDDEN = '"type":"invite","cmd":"videoCall","room_id":5,"inviteId":"i","userId":"mallory","call_type":2,"line_busy":"line_busy","polluted":true';
const POISON = [
  `{"__proto__":{${HIDDEN}}}`, `{"constructor":{"prototype":{${HIDDEN}}}}`, `{"data":{"__proto__":{${HIDDEN}}},"businessID":"av_call","platform":"Web"}`,
  `{"id":"l","message":{"__proto__":{${HIDDEN}}}}`, `{"entries":[{"__proto__":{${HIDDEN}}}],"__proto__":{"entries":[]}}`, `[{"__proto__":{${HIDDEN}}}]`,
];

const DECODERS: Readonly<Record<string, (text: string) => unknown>> = {
  decodeInvitation, decodeAnswer, decodeLetter, decodeChannelMessage, decodeClientFrame, decodeRelayFrame,
  'toPageLetter': (text) => toPageLetter(JSON.parse(text)),
  'the call log': (text) => new CallLogStore('0:me', () => {}, fakeStorage(() => text)).entries,
  'the interrupted call': (text) => new CallRecovery(fakeStorage(() => text)).recall(0, 'me'),
};

describe('Prototype pollution', () => {
  for (const [name, decode] of Object.entries(DECODERS)) {
    it(`${name} reads nothing through a prototype and leaves none changed`, () => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      for (const text of POISON) {
        const result = JSON.stringify(decode(text) ?? null);
        expect(result, text).not.to.match(/mallory|polluted|videoCall/);
      }
      expect(Object.getOwnPropertyNames(Object.prototype)).to.deep.equal(before);
      expect(Reflect.get({}, 'polluted')).to.equal(undefined);
    });
  }

  it('what another script of the page put into Object.prototype is not taken for what somebody said', () => {
    const planted = { call_type: 1, room_id: 5, line_busy: 'line_busy' };
    // oxlint-disable-next-line no-extend-native -- as a careless script of the page would
    for (const [name, value] of Object.entries(planted)) Object.defineProperty(Object.prototype, name, { value, configurable: true });
    try {
      expect(decodeInvitation('{}')).to.equal(null);
      expect(decodeAnswer('{}')).to.include({ busy: false, type: 0 });
    } finally {
      for (const name of Object.keys(planted)) Reflect.deleteProperty(Object.prototype, name);
    }
  });

  it('an answer is not busy because of what stands in a prototype', () => {
    for (const text of POISON) expect(decodeAnswer(text).busy, text).to.equal(false);
  });
});
