import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { lifeOf } from '../../../src/engines/tencent/user-sig.js';
import { SIGNED_USER_SIG, unsignedUserSig, userSigFor } from '../../support/user-sigs.js';

describe('lifeOf', () => {
  it('reads what Tencent\'s own library signed', async () => {
    expect(await lifeOf(SIGNED_USER_SIG)).to.deep.equal({ from: 1_800_000_000_000, until: 1_800_086_400_000 });
  });

  it('reads any times in its form', async () => {
    expect(await lifeOf(await userSigFor(1_000_000, 61_000))).to.equal(undefined);
    expect(await lifeOf(await userSigFor(1_000_000, 2_000_000))).to.deep.equal({ from: 1_000_000, until: 2_000_000 });
  });

  for (const [what, content] of [
    ['no times', { 'TLS.ver': '2.0' }], ['words for times', { 'TLS.time': 'now', 'TLS.expire': 'soon' }], ['endless times', { 'TLS.time': 1e12, 'TLS.expire': 1e300 }], ['a list', [1]],
  ] as const) {
    it(`has no opinion of ${what}`, async () => {
      expect(await lifeOf(await unsignedUserSig(content))).to.equal(undefined);
    });
  }

  it('does not unpack what is larger than any signature', async () => {
    const bomb = await unsignedUserSig({ 'TLS.time': 1, 'TLS.expire': 1, more: 'a'.repeat(500_000) });
    expect(bomb.length).to.be.below(4096);
    expect(await lifeOf(bomb)).to.equal(undefined);
    expect(await lifeOf('A'.repeat(5000))).to.equal(undefined);
  });

  it('survives a few hundred texts that are none', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.base64String(), fc.string({ minLength: 20 }).map((text) => SIGNED_USER_SIG.slice(0, text.length) + text)), async (text) => {
      await lifeOf(text);
    }), { numRuns: 300 });
  });
});
