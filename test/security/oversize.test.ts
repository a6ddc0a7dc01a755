import { expect } from '@open-wc/testing';
import { decodeLetter, toClientMessage } from '../../src/engines/local/client-messages.js';
import { decodeChannelMessage, toMemberMessage } from '../../src/engines/local/room-messages.js';
import { readEnvelope } from '../../src/engines/tencent/im-envelope.js';

const long = (length: number): string => 'x'.repeat(length);

describe('What is too large', () => {
  it('no description, candidate or word of the data channel beyond what real ones have', () => {
    const description = (sdp: string): unknown => toMemberMessage({ type: 'description', kind: 'offer', sdp, offerId: 1 });
    expect(description(long(49_152))).not.to.equal(undefined);
    expect(description(long(49_153))).to.equal(undefined);
    const candidate = (parts: object): unknown => toMemberMessage({ type: 'candidate', candidate: 'c', mid: '0', line: 0, fragment: 'f', ...parts });
    expect(candidate({})).not.to.equal(undefined);
    for (const parts of [{ candidate: long(1025) }, { mid: long(65) }, { line: 256 }, { fragment: long(257) }]) expect(candidate(parts)).to.equal(undefined);
    expect(decodeChannelMessage(`{"type":"bye"${' '.repeat(5000)}}`)).to.equal(undefined);
  });

  it('no invitation with more people or a longer payload than a call has', () => {
    const invite = (parts: object): unknown => toClientMessage({ type: 'invite', inviteId: 'i', invitees: ['bob'], groupId: '', data: '', ringMs: 1, ...parts });
    expect(invite({})).not.to.equal(undefined);
    for (const parts of [{ invitees: Array.from({ length: 101 }, (_, i) => `u${i}`) }, { data: long(16_385) }, { groupId: long(129) }, { ringMs: 3_600_001 }, { inviteId: long(129) }]) {
      expect(invite(parts)).to.equal(undefined);
    }
  });

  it('no nesting, however deep, in anything that is read', () => {
    for (const depth of [100, 10_000]) {
      const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      expect(decodeLetter(`{"id":"","message":{"type":"invite","inviteId":"i","invitees":${nested},"groupId":"","data":"","ringMs":1}}`)).to.deep.equal({ id: '', message: undefined });
      expect(decodeLetter(nested)).to.equal(undefined);
      expect(decodeChannelMessage(nested)).to.equal(undefined);
    }
  });

  it('no word of the IM service beyond what tsignaling writes', () => {
    const envelope = (data: string): unknown => readEnvelope({
      type: 'TIMCustomElem', from: 'bob', time: 1,
      payload: { data: JSON.stringify({ businessID: 1, actionType: 1, inviteID: 'i', inviter: 'bob', inviteeList: ['me'], data, timeout: 30 }) },
    });
    expect(envelope('x')).not.to.equal(null);
    expect(envelope(long(40_000))).to.equal(null);
  });
});
