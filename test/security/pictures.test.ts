import { expect } from '@open-wc/testing';
import { html } from 'lit';
import * as borders from '../../src/calling/arguments.js';
import { decodeLetter } from '../../src/engines/local/client-messages.js';
import { toProfiles } from '../../src/engines/tencent/im-profiles.js';
import { elementsIn, mount, textOf } from '../support/mount.js';

const PNG = 'data:image/png;base64,iVBORw0KGgo=';
/* oxlint-disable no-script-url -- this is what has to be refused */
const HOSTILE = [
  'javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>alert(1)</script>', 'data:image/svg+xml,<svg onload="alert(1)"/>',
  'data:image/svg+xml;base64,PHN2Zy8+', 'vbscript:x', 'file:///etc/passwd', 'data:image/png2;base64,AA', '//evil.example/a.png" onerror="alert(1)',
];

const fromLetter = (avatarUrl: string): unknown => {
  const letter = decodeLetter(JSON.stringify({ id: '', message: { type: 'profile', card: { nickname: '', avatarUrl } } }));
  return letter && 'message' in letter && letter.message?.type === 'profile' ? letter.message.card.avatarUrl : '';
};

/** `read`: what a way into the snapshot makes of an address; '' is none. */
function expectPicturesOnly(read: (url: string) => unknown): void {
  for (const url of HOSTILE) expect(read(url), url).to.equal('');
  for (const url of ['https://example.com/a.png', PNG]) expect(read(url)).to.equal(url);
}

describe('Names and pictures by others', () => {
  it('the application’s own: no picture that could run something', () => expectPicturesOnly((url) => {
    try {
      return borders.avatarUrl(url);
    } catch {
      return '';
    }
  }));

  it('the local engine takes no picture that could run something', () => expectPicturesOnly(fromLetter));

  it('the tencent engine takes no picture that could run something', () =>
    expectPicturesOnly((avatar) => toProfiles([{ userID: 'mallory', nick: '', avatar }])[0]?.avatarUrl));

  it('markup in a name is text in every element that shows one', async () => {
    const name = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';
    const profiles = { bob: name };
    for (const template of [
      html`<trtc-call-panel dialer></trtc-call-panel>`, html`<trtc-incoming-dialog ringtone="none" contained></trtc-incoming-dialog>`,
      html`<trtc-call-status></trtc-call-status>`, html`<trtc-person-card user-id="bob"></trtc-person-card>`, html`<trtc-avatar user-id="bob"></trtc-avatar>`,
    ]) {
      const { element } = await mount<HTMLElement>(template, { call: { phase: 'ringing' }, profiles });
      const made = elementsIn(element).filter((one) => one.matches('script, img[src="x"], [onerror]'));
      expect(made.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
      if (element.localName === 'trtc-incoming-dialog' || element.localName === 'trtc-call-panel') expect(textOf(element)).to.contain('<script>');
    }
    expect(Reflect.get(window, 'hacked')).to.equal(undefined);
  });
});
