import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importsIn, importsOf, listed, sourcesIn } from './sources.js';

const SDKS = /^(trtc-js-sdk|tim-js-sdk|tsignaling)(\/|$)/;
const isPackage = (/** @type {string} */ to) => !/^(src|components|demo|test)\//.test(to);

describe('Who may import whom', () => {
  it('reads imports at all', () => {
    assert.ok(importsOf('src/index.ts').some(({ to }) => to === 'src/core.ts'));
    assert.ok(importsOf('src/engines/load-engine.ts').some(({ to, lazy }) => lazy && to === 'src/engines/local/create-local-engine.ts'));
  });

  it('src/calling imports nothing outside of itself but the types of the engine contract', () => {
    const outside = importsIn('src/calling').filter(({ to, typeOnly }) => !to.startsWith('src/calling/') && !(typeOnly && to === 'src/engines/engine.ts'));
    assert.deepEqual(listed(outside), []);
  });

  it('elements import no engine', () => {
    const engines = importsIn('components').filter(({ to, typeOnly }) => to.startsWith('src/engines/') && !(typeOnly && to === 'src/engines/engine.ts'));
    assert.deepEqual(listed(engines), []);
  });

  it('nothing in src imports an element, but the door', () => {
    const elements = importsIn('src').filter(({ from, to }) => to.startsWith('components/') && from !== 'src/index.ts');
    assert.deepEqual(listed(elements), []);
  });

  it('engines do not know each other', () => {
    const engineOf = (/** @type {string} */ path) => /^src\/engines\/(local|memory|tencent)\//.exec(path)?.[1];
    const mixed = importsIn('src/engines').filter(({ from, to }) => engineOf(from) && engineOf(to) && engineOf(from) !== engineOf(to));
    assert.deepEqual(listed(mixed), []);
  });

  it('the relay takes only words from the local engine', () => {
    const more = importsIn('src/relay').filter(({ to }) => to.startsWith('src/') && !to.startsWith('src/relay/') && !/^src\/engines\/local\/[\w-]*(protocol|checks)[\w-]*\.ts$/.test(to));
    assert.deepEqual(listed(more), []);
  });

  it('the SDKs are fetched by import() only, and by the tencent engine only', () => {
    const wrong = [...importsIn('src'), ...importsIn('components')].filter(({ from, to, typeOnly, lazy }) => SDKS.test(to) && !typeOnly && !(lazy && from.startsWith('src/engines/tencent/')));
    assert.deepEqual(listed(wrong), []);
  });

  it('what ships imports only what package.json gives it', () => {
    const known = /^(lit($|\/)|@lit\/context$|ws$|node:|trtc-js-sdk|tim-js-sdk|tsignaling)/;
    const unknown = [...importsIn('src'), ...importsIn('components')].filter(({ to }) => isPackage(to) && !known.test(to));
    assert.deepEqual(listed(unknown), []);
  });

  it('only define files register elements', () => {
    const registering = importsIn('components').filter(({ from, to }) => to === 'components/base/define-element.ts' && !from.endsWith('.define.ts'));
    assert.deepEqual(listed(registering), []);
    const imported = [...importsIn('components'), ...importsIn('src')].filter(({ from, to, lazy }) => !lazy && to.endsWith('.define.ts') && !/(^|[./])define(-parts)?\.ts$/.test(from));
    assert.deepEqual(listed(imported), []);
  });

  it('every relative import ends in .js and finds its file', () => {
    const files = new Set([...sourcesIn('src'), ...sourcesIn('components')]);
    const lost = [...importsIn('src'), ...importsIn('components')].filter(({ to }) => !isPackage(to) && !files.has(to));
    assert.deepEqual(listed(lost), []);
  });
});
