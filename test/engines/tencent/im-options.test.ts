import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import { createTencentEngine, type TencentEngineOptions } from '../../../src/engines/tencent/index.js';
import { loadImSdks } from '../../../src/engines/tencent/load-sdks.js';
import { nextAppId } from './im-people.js';

describe('createTencentEngine', () => {
  it('makes an engine of three halves, and fetches no library for it', async () => {
    const before = performance.getEntriesByType('resource').length;
    const engine = createTencentEngine();
    expect(engine.name).to.equal('tencent');
    await engine.dispose();
    await engine.dispose();
    const fetched = performance.getEntriesByType('resource').slice(before).map(({ name }) => name);
    expect(fetched.filter((name) => /tim|tsignaling|trtc/.test(name))).to.deep.equal([]);
  });

  for (const [what, options] of [
    ['no object', null], ['a list', []], ['a number', 5], ['a tim that is none', { tim: {} }], ['a tim that lacks a method', { tim: { on() {}, off() {} } }],
    ['timOptions that are a word', { timOptions: 'oversea' }], ['trtcOptions that are a list', { trtcOptions: [] }], ['a capture that is no function', { capture: true }],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => createTencentEngine(options as unknown as TencentEngineOptions)).to.throw(CallError).with.property('reason', 'invalid-argument');
    });
  }

  it('takes a real TIM', async () => {
    const { tim } = await loadImSdks();
    const client = tim.create({ SDKAppID: nextAppId(), proxyServer: 'ws://127.0.0.1:9' });
    if (!client) throw new Error('No TIM was made.');
    client.setLogLevel(4);
    await createTencentEngine({ tim: client }).dispose();
    await client.destroy().catch(() => undefined);
  });
});
