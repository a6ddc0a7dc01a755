import { expect, html } from '@open-wc/testing';
import { elementsIn, find, mount, settled } from '../support/mount.js';
import { buildParticipant } from '../support/snapshots.js';

const unstyled = (root: Node): readonly string[] =>
  elementsIn(root).filter(({ localName, shadowRoot }) => localName.startsWith('trtc-') && shadowRoot?.adoptedStyleSheets.length === 0).map(({ localName }) => localName);

function frame(): Document {
  const element = document.createElement('iframe');
  document.body.append(element);
  if (!element.contentDocument) throw new Error('A frame without a document.');
  return element.contentDocument;
}

describe('An element in another document', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((each) => each.remove()));

  it('is styled there, with all that comes to be inside it, and again when it is back', async () => {
    const { element, calling, set } = await mount(html`<trtc-call-panel ringtone="none"></trtc-call-panel>`);
    const home = element.parentElement;
    const there = frame();
    there.body.append(element);
    element.setAttribute('style', 'block-size: 400px');
    Reflect.set(element, 'calling', calling);
    await set({ call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true })] } });
    await settled(element);
    expect(elementsIn(element).filter(({ localName }) => localName.startsWith('trtc-')).length).to.be.greaterThan(5);
    expect(unstyled(element)).to.deep.equal([]);
    expect(there.defaultView?.getComputedStyle(find(element, '.stage')).position).to.equal('relative');
    home?.append(element);
    await settled(element);
    expect(unstyled(element)).to.deep.equal([]);
    expect(getComputedStyle(find(element, '.stage')).position).to.equal('relative');
    await set({ ended: {} });
    expect(unstyled(element)).to.deep.equal([]);
  });

  it('is styled again in a frame that another page was loaded into', async () => {
    const { element } = await mount(html`<trtc-avatar name="Bob"></trtc-avatar>`);
    const first = frame();
    first.body.append(element);
    const outer = document.querySelector('iframe');
    document.body.append(element);
    await new Promise((resolve) => {
      outer?.addEventListener('load', resolve, { once: true });
      outer?.setAttribute('srcdoc', '<!doctype html><p>Another page');
    });
    outer?.contentDocument?.body.append(element);
    await settled(element);
    expect(element.ownerDocument).not.to.equal(first);
    expect(unstyled(element)).to.deep.equal([]);
    document.body.append(element);
    expect(unstyled(element)).to.deep.equal([]);
    element.remove();
  });

  it('takes a document without a window as it is, and is styled when it comes from there', async () => {
    const { element } = await mount(html`<trtc-avatar name="Bob"></trtc-avatar>`);
    document.implementation.createHTMLDocument('').body.append(element);
    document.body.append(element);
    expect(unstyled(element)).to.deep.equal([]);
    element.remove();
  });
});
