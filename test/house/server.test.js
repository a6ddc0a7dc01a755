import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { elementNames } from '../../.config/entries.js';

/** A template of a text that is only known here. @param {string} text */
const page = (text) => html(Object.assign([text], { raw: [text] }));

/** As an application imports it. @param {string} path */
const registering = (path) => import(`trtc-calling-elements/${path}`);

/**
 * Frameworks that render on a server import what registers the elements there, too, and Lit's own server rendering makes
 * the elements and renders them once, with nothing of a browser about.
 */
describe('On a server', () => {
  it('registering every element works, without a document', async () => {
    assert.equal(typeof globalThis.document, 'undefined');
    await registering('define');
    assert.equal(customElements.get('trtc-call-panel')?.name, 'TrtcCallPanel');
  });

  for (const name of elementNames()) {
    it(`trtc-${name} is rendered into a declarative shadow root`, async () => {
      await registering(`${name}/define`);
      const text = await collectResult(render(page(`<trtc-${name} user-id="alice" locale="zh-CN" theme="dark"></trtc-${name}>`)));
      assert.match(text, /<template shadowroot="open" shadowrootmode="open"/);
      assert.ok(text.includes(`</template></trtc-${name}>`), text.slice(-200));
    });
  }
});
