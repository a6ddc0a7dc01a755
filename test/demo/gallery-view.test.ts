import { expect } from '@open-wc/testing';
import type { ElementDoc, ItemDoc } from '../../demo/docs-data.js';
import { OVERVIEW, addressOf, choicesOf, readView, travels, type Choices } from '../../demo/gallery/view.js';

const attribute = (name: string, type: string): ItemDoc => ({ name, type, description: '' });
const panel: ElementDoc = {
  tag: 'trtc-call-panel', name: 'call-panel', className: 'TrtcCallPanel', summary: '', properties: [], methods: [], events: [], slots: [], parts: [], cssProperties: [], states: [],
  attributes: [attribute('layout', "'' | 'grid' | 'speaker'"), attribute('dialer', 'boolean'), attribute('ringtone', 'string'), attribute('ring-timeout', 'number')],
};
const choices: Choices = { elements: [panel], locales: ['en', 'zh-CN'], statesOf: (element) => (element === 'call-panel' ? ['in-call', 'idle'] : []) };

describe('readView', () => {
  it('reads everything that an address can say', () => {
    expect(readView('#/call-panel?state=idle&theme=dark&locale=zh-CN&dir=rtl&width=320&attr-layout=grid&attr-dialer=', choices)).to.deep.equal({
      element: 'call-panel', state: 'idle', theme: 'dark', locale: 'zh-CN', dir: 'rtl', width: 320, attributes: { layout: 'grid', dialer: '' },
    });
  });

  it('leaves out what there is not', () => {
    for (const hash of ['', '#', '#/', '#/nothing', '#/../call-panel', '#/constructor', '#/%E0%A4%A', '#/?theme=blue&locale=xx&dir=up&width=1', `#/${'x'.repeat(9000)}?state=${'y'.repeat(9000)}`]) {
      expect(readView(hash, choices), hash).to.deep.equal(OVERVIEW);
    }
    for (const width of ['199', '2561', '-320', '3.5', 'NaN', '1e3x']) expect(readView(`#/call-panel?width=${width}`, choices).width, width).to.equal(0);
    expect(readView('#/call-panel?state=nothing', choices).state).to.equal('in-call');
  });

  it('takes no text for an attribute from a link', () => {
    const { attributes } = readView('#/call-panel?attr-ringtone=https://example.com/a.mp3&attr-layout=evil&attr-dialer=yes&attr-ring-timeout=abc&attr-onclick=alert(1)', choices);
    expect(attributes).to.deep.equal({});
  });
});

describe('addressOf', () => {
  it('is read back as it was', () => {
    const views = [
      OVERVIEW,
      readView('#/call-panel', choices),
      readView('#/call-panel?state=idle&theme=light&locale=en&dir=ltr&width=1024&attr-layout=speaker&attr-ring-timeout=20', choices),
      { ...readView('#/call-panel', choices), attributes: { dialer: null } },
    ];
    for (const view of views) expect(readView(addressOf(view, choices), choices)).to.deep.equal(view);
  });

  it('is short where all is as usual, and carries no text', () => {
    expect(addressOf(readView('#/call-panel', choices), choices)).to.equal('#/call-panel');
    expect(addressOf({ ...readView('#/call-panel', choices), attributes: { ringtone: 'secret' } }, choices)).to.equal('#/call-panel');
  });
});

describe('choicesOf and travels', () => {
  it('know a choice from a text', () => {
    expect(choicesOf("'' | 'audio' | 'video'")).to.deep.equal(['', 'audio', 'video']);
    expect(choicesOf('0 | 1 | 2')).to.deep.equal(['0', '1', '2']);
    for (const type of [undefined, 'string', 'boolean', "string | 'a'", 'number | null']) expect(choicesOf(type), String(type)).to.equal(undefined);
    expect(travels('0 | 1 | 2', '3')).to.equal(false);
    expect(travels('number', '12')).to.equal(true);
  });
});
