import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createElement as react } from 'react';
import { renderToString as reactToString } from 'react-dom/server';
import 'trtc-calling-elements/define';
import { createSSRApp, h as vue } from 'vue';
import { renderToString as vueToString } from 'vue/server-renderer';

/** What Next and Nuxt do with a page: import it in Node and write it as text, the elements for the browser to fill. */
describe('A page rendered on a server', () => {
  it('by React has the elements with their attributes', () => {
    const text = reactToString(react('trtc-calling-provider', { 'user-id': 'alice' }, react('trtc-call-panel', { layout: 'float', dialer: true })));
    assert.equal(text, '<trtc-calling-provider user-id="alice"><trtc-call-panel layout="float" dialer=""></trtc-call-panel></trtc-calling-provider>');
  });

  it('by Vue has the elements with their attributes', async () => {
    const text = await vueToString(createSSRApp({ render: () => vue('trtc-calling-provider', { 'user-id': 'alice' }, [vue('trtc-call-panel', { layout: 'float' })]) }));
    assert.equal(text, '<trtc-calling-provider user-id="alice"><trtc-call-panel layout="float"></trtc-call-panel></trtc-calling-provider>');
  });
});
