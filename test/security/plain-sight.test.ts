import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { isFramedByStranger, PlainSight } from '../../components/base/plain-sight.js';
import { until } from '../contract/world.js';
import { find, mount, settled } from '../support/mount.js';

/** A target of which a test says whether a stranger's page frames it. */
class SightTarget extends LitElement {
  readonly sight = new PlainSight(this, true);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
customElements.define('sight-target', SightTarget);

const pointer = (): { readonly detail: number; readonly timeStamp: number } => ({ detail: 1, timeStamp: performance.now() });
const target = (): Promise<SightTarget> => fixture<SightTarget>(html`<sight-target style="display: block; inline-size: 60px; block-size: 60px"></sight-target>`);

describe('PlainSight', () => {
  it('framed by a stranger, a press counts only after a moment in sight, not in the first', async () => {
    const element = await target();
    expect(element.sight.admits(pointer())).to.equal(false);
    const from = performance.now();
    await until(() => element.sight.admits(pointer()), () => 'a press that counts', 5000);
    expect(performance.now() - from).to.be.greaterThan(400);
  });

  it('what is moved out of sight counts no more, and not at once when it is back', async () => {
    const element = await target();
    await until(() => element.sight.admits(pointer()), () => 'a press that counts', 5000);
    element.style.marginInlineStart = '-5000px';
    await until(() => !element.sight.admits(pointer()), () => 'a press that does not count', 5000);
    element.style.marginInlineStart = '';
    expect(element.sight.admits(pointer())).to.equal(false);
    await until(() => element.sight.admits(pointer()), () => 'a press that counts', 5000);
  });

  it('what is made invisible or covered counts no more where the browser can tell', async () => {
    const element = await target();
    await until(() => element.sight.admits(pointer()), () => 'a press that counts', 5000);
    element.style.opacity = '0.01';
    // Elsewhere that much is not known; the moment in sight is all there is.
    if (!('isVisible' in IntersectionObserverEntry.prototype)) return void expect(element.sight.admits(pointer())).to.equal(true);
    await until(() => !element.sight.admits(pointer()), () => 'a press that does not count', 5000);
    element.style.opacity = '';
    await until(() => element.sight.admits(pointer()), () => 'a press that counts', 5000);
    const cover = document.createElement('div');
    cover.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white; pointer-events: none';
    document.body.append(cover);
    await until(() => !element.sight.admits(pointer()), () => 'a press that does not count', 5000).finally(() => cover.remove());
    return undefined;
  });

  it('a key or a script counts always', async () => {
    const element = await target();
    expect(element.sight.admits({ detail: 0, timeStamp: performance.now() })).to.equal(true);
  });

  it('knows a stranger’s frame from a page of its own', async () => {
    const own = await fixture<HTMLIFrameElement>(html`<iframe title="own"></iframe>`);
    if (!own.contentWindow) throw new Error('The frame has no window.');
    expect(isFramedByStranger(own.contentWindow)).to.equal(isFramedByStranger());
    // What reading a window of another origin does.
    const stranger = { get origin(): string { throw new DOMException('Blocked', 'SecurityError'); } };
    expect(isFramedByStranger({ origin: 'https://a.test', parent: stranger } as unknown as Window)).to.equal(true);
  });

  it('the answer button asks it, and answers at the first press where no stranger frames the page', async () => {
    const { element, calling } = await mount<HTMLElement>(html`<trtc-accept-button></trtc-accept-button>`, { call: { phase: 'ringing' } });
    const press = (): boolean => find(element, 'button').dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true, clientX: 500, clientY: 5 }));
    const admits = PlainSight.prototype.admits;
    PlainSight.prototype.admits = () => false;
    try {
      press();
      await settled(element);
      expect(calling.calls('accept')).to.deep.equal([]);
    } finally {
      PlainSight.prototype.admits = admits;
    }
    press();
    await settled(element);
    expect(calling.calls('accept')).to.have.length(1);
  });
});
