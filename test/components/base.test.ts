import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { TRTCCalling } from '../../src/trtc-calling.js';
import { SnapshotController, sameFields, sameItems } from '../../components/base/snapshot-controller.js';
import { TrtcElement } from '../../components/base/trtc-element.js';
import { WatchController } from '../../components/base/watch-controller.js';
import { defineElement } from '../../components/base/define-element.js';
import { FakeCalling } from '../support/fake-calling.js';
import { mount, settled } from '../support/mount.js';

/** Counts its renders, and watches one user's level. */
class Probe extends TrtcElement {
  renders = 0;
  watched: string[] = [];
  key: string | undefined = 'bob';
  readonly muted = new SnapshotController(this, ({ devices }) => ({ muted: devices.microphone.muted }), sameFields);
  readonly watch = new WatchController(this, () => this.key, (_calling, key) => {
    this.watched.push(key);
    return () => { this.watched.push(`-${key}`); };
  });

  protected override render(): unknown {
    this.renders += 1;
    return html`${String(this.muted.value.muted)}`;
  }
}
defineElement('test-probe', Probe);

const probe = async () => mount<Probe>(html`<test-probe></test-probe>`);

describe('SnapshotController', () => {
  it('renders the host again only when the answer changed', async () => {
    const { element, set } = await probe();
    const before = element.renders;
    await set({ call: {} });
    await set({ call: { type: 2 } });
    expect(element.renders).to.equal(before);
    await set({ devices: { microphone: { muted: true } } });
    expect(element.renders).to.equal(before + 1);
    expect(element.shadowRoot?.textContent).to.equal('true');
  });

  it('several changes in one task are one render', async () => {
    const { element, calling } = await probe();
    const before = element.renders;
    calling.set({ devices: { microphone: { muted: true } } });
    calling.set({ devices: { microphone: { muted: false } } });
    calling.set({ devices: { microphone: { muted: true } } });
    await settled(element);
    expect(element.renders).to.equal(before + 1);
  });

  it('lets go when the host leaves the page, and shows the truth when it is back', async () => {
    const { element, calling } = await probe();
    const parent = element.parentElement;
    const held = calling.held.subscriptions;
    element.remove();
    expect(calling.held.subscriptions).to.equal(held - 1);
    calling.set({ devices: { microphone: { muted: true } } });
    parent?.append(element);
    await settled(element);
    expect(element.shadowRoot?.textContent).to.equal('true');
    expect(calling.held.subscriptions).to.equal(held);
  });

  it('follows another Calling as soon as it is given', async () => {
    const { element, calling } = await probe();
    const other = new FakeCalling({ devices: { microphone: { muted: true } } });
    element.calling = other;
    await settled(element);
    expect(element.shadowRoot?.textContent).to.equal('true');
    expect(other.held.subscriptions).to.equal(1);
    element.calling = undefined;
    await settled(element);
    expect(element.calling).to.equal(calling);
    expect(other.held.subscriptions).to.equal(0);
  });
});

describe('sameFields and sameItems', () => {
  it('compare one level', () => {
    expect(sameFields({ a: 1, b: 'x' }, { a: 1, b: 'x' })).to.equal(true);
    expect(sameFields({ a: 1 }, { a: 2 })).to.equal(false);
    expect(sameFields<object>({ a: 1 }, { a: 1, b: 2 })).to.equal(false);
    expect(sameFields<object>({ a: undefined }, { b: undefined })).to.equal(false);
    expect(sameItems(['a'], ['a'])).to.equal(true);
    expect(sameItems(['a'], ['a', 'b'])).to.equal(false);
  });
});

describe('WatchController', () => {
  it('starts once, starts anew with another key, and ends with the host', async () => {
    const { element } = await probe();
    expect(element.watched).to.deep.equal(['bob']);
    element.requestUpdate();
    await settled(element);
    expect(element.watched).to.deep.equal(['bob']);
    element.key = 'carol';
    element.requestUpdate();
    await settled(element);
    expect(element.watched).to.deep.equal(['bob', '-bob', 'carol']);
    element.remove();
    expect(element.watched.at(-1)).to.equal('-carol');
  });
});

describe('CallingController', () => {
  afterEach(() => TRTCCalling.destroySharedInstance());

  it('finds the provider through shadow borders', async () => {
    class Wrapping extends LitElement {
      protected override render(): unknown { return html`<test-probe></test-probe>`; }
    }
    defineElement('test-wrapping', Wrapping);
    const { element, calling } = await mount(html`<test-wrapping></test-wrapping>`);
    expect(element.shadowRoot?.querySelector<Probe>('test-probe')?.calling).to.equal(calling);
  });

  it('uses the page\'s shared one when there is no provider', async () => {
    const element = await fixture<Probe>(html`<test-probe></test-probe>`);
    const shared = await TRTCCalling.sharedInstance();
    await waitUntil(() => element.calling === shared);
  });

  it('lets a destroyed one go, makes no other by itself, and takes the next one when it is connected anew', async () => {
    const element = await fixture<Probe>(html`<test-probe></test-probe>`);
    await waitUntil(() => element.calling !== undefined);
    TRTCCalling.destroySharedInstance();
    await waitUntil(() => element.calling === undefined);
    const next = await TRTCCalling.sharedInstance();
    await settled(element);
    expect(element.calling).to.equal(undefined);
    element.parentElement?.append(element);
    await waitUntil(() => element.calling === next);
  });

  it('does not make a shared one under a provider that has none yet, nor for one that was given', async () => {
    const calling = new FakeCalling();
    const own = await fixture<Probe>(html`<test-probe .calling=${calling}></test-probe>`);
    await settled(own);
    expect(own.calling).to.equal(calling);
    const before = await TRTCCalling.sharedInstance();
    TRTCCalling.destroySharedInstance();
    expect(before.destroyed).to.equal(true);
    expect(own.calling).to.equal(calling);
  });

  it('a moved element takes the Calling of its new provider', async () => {
    const { element } = await probe();
    const other = await probe();
    other.element.after(element);
    await settled(element);
    expect(element.calling).to.equal(other.calling);
  });

  it('a child that was upgraded before its provider gets the provider\'s Calling', async () => {
    const calling = new FakeCalling();
    const early = await fixture<Probe>(html`<test-probe></test-probe>`);
    const holder = document.createElement('test-late-provider');
    early.replaceWith(holder);
    holder.append(early);
    const { TrtcCallingProvider } = await import('../../components/calling-provider/calling-provider.js');
    class LateProvider extends TrtcCallingProvider {
      constructor() { super(); this.calling = calling; }
    }
    defineElement('test-late-provider', LateProvider);
    await settled(holder);
    expect(early.calling).to.equal(calling);
    holder.remove();
  });
});

describe('defineElement', () => {
  it('leaves a name alone that is taken', () => {
    class Other extends HTMLElement {}
    expect(() => defineElement('test-probe', Other)).not.to.throw();
    expect(customElements.get('test-probe')).to.equal(Probe);
  });
});
