import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { DOM_EVENT_NAMES, type DelegateEvent, type DelegateEventMap } from '../../src/calling/delegate.js';
import { TRTCCalling, type CallingOptions } from '../../src/trtc-calling.js';
import '../../components/define.js';
import type { TrtcCallingProvider } from '../../components/calling-provider/calling-provider.js';
import { FakeCalling } from '../support/fake-calling.js';
import { mount, nextEvent, settled } from '../support/mount.js';

const EXAMPLES: { readonly [K in DelegateEvent]: DelegateEventMap[K] } = {
  onError: { code: 1, msg: 'm' },
  onReject: { userId: 'bob' },
  onNoResp: { userId: 'bob' },
  onLineBusy: { userId: 'bob' },
  onInvited: { sponsor: 'bob', userIds: ['carol'], isFromGroup: false, type: 1 },
  onCallingCancel: {},
  onCallingTimeOut: {},
  onUserEnter: { userId: 'bob' },
  onUserLeave: { userId: 'bob' },
  onUserAudioAvailable: { userId: 'bob', available: true },
  onUserVideoAvailable: { userId: 'bob', available: false },
  onUserVoiceVolume: { userVolumes: [{ userId: 'bob', volume: 3 }], totalVolume: 3 },
  onCallEnd: { duration: 3, reason: 'remote-hangup' },
  onKickedOffline: { reason: 'other-login' },
  onWarning: { code: 1, msg: 'm' },
  onGroupCallInviteeListUpdate: { userIds: ['bob'] },
  onCallTypeChanged: { type: 2 },
  onNetworkQuality: { userId: 'bob', quality: 5 },
  onConnectionStateChange: { state: 'reconnecting' },
  onDeviceChange: { kind: 'camera' },
};

const isCallback = (name: string): name is DelegateEvent => Object.hasOwn(EXAMPLES, name);

const next = async (task: () => void): Promise<void> => {
  task();
  await new Promise((resolve) => { setTimeout(resolve); });
};

const provider = async (calling: FakeCalling, template = html`<trtc-calling-provider .calling=${calling} user-id="alice"></trtc-calling-provider>`) => {
  const element = await fixture<TrtcCallingProvider>(template);
  await settled(element);
  return element;
};

describe('TrtcCallingProvider: delegate callbacks', () => {
  for (const type of Object.keys(EXAMPLES).filter(isCallback)) {
    it(`${type} leaves as ${DOM_EVENT_NAMES[type]}`, async () => {
      const calling = new FakeCalling();
      const element = await provider(calling);
      const arriving = nextEvent(document.body, DOM_EVENT_NAMES[type]);
      calling.emit(type, EXAMPLES[type]);
      const event = await arriving;
      expect(event).to.be.instanceOf(CustomEvent);
      expect(event.detail).to.deep.equal(EXAMPLES[type]);
      expect(event.target).to.equal(element);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, type === 'onInvited']);
    });
  }

  it('come from the new Calling alone after another one was set', async () => {
    const [old, calling] = [new FakeCalling(), new FakeCalling()];
    const element = await provider(old);
    element.calling = calling;
    await settled(element);
    expect([old.held.listeners, calling.held.listeners]).to.deep.equal([0, 1]);
  });

  it('stop when the provider has left the page', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling);
    await next(() => element.remove());
    expect(calling.held.listeners).to.equal(0);
  });
});

describe('TrtcCallingProvider: the session by attributes', () => {
  it('logs in when user-id is set, again when it changes, out when it is removed', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling}></trtc-calling-provider>`);
    expect(calling.commands).to.deep.equal([]);
    element.setAttribute('user-id', 'alice');
    await waitUntil(() => calling.commands.length === 1);
    element.setAttribute('user-id', 'bob');
    await waitUntil(() => calling.commands.length === 3);
    element.removeAttribute('user-id');
    await waitUntil(() => calling.commands.length === 4);
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', ''], ['logout'], ['login', 0, 'bob', ''], ['logout']]);
  });

  it('attributes set one after the other in one task are one login', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling} engine="tencent"></trtc-calling-provider>`);
    for (const [name, value] of [['user-id', 'alice'], ['sdk-app-id', '1400'], ['user-sig', 'sig']] as const) element.setAttribute(name, value);
    await waitUntil(() => calling.commands.length === 1);
    expect(calling.commands).to.deep.equal([['login', 1400, 'alice', 'sig']]);
  });

  it('tencent waits until all three are there', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling} engine="tencent" user-id="alice"></trtc-calling-provider>`);
    element.sdkAppId = 1400;
    await settled(element);
    expect(calling.commands).to.deep.equal([]);
    element.userSig = 'sig';
    await waitUntil(() => calling.commands.length === 1);
  });

  it('a new signature of the same user logs in without logging out', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling);
    element.userSig = 'fresh';
    await waitUntil(() => calling.commands.length === 2);
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', ''], ['login', 0, 'alice', 'fresh']]);
  });

  it('changes while a login is under way end with the last one', async () => {
    const calling = new FakeCalling();
    let open = (): void => undefined;
    calling.gate = new Promise<void>((resolve) => { open = resolve; });
    const element = await provider(calling);
    for (const userId of ['bob', 'carol', 'dan']) {
      element.userId = userId;
      await settled(element);
    }
    open();
    await waitUntil(() => calling.commands.length === 3);
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', ''], ['logout'], ['login', 0, 'dan', '']]);
  });

  it('a refusal leaves as trtc-error, and hostile values are passed on as they are for the core to refuse', async () => {
    const calling = new FakeCalling();
    calling.answer = { code: 61001, desc: 'no' };
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling}></trtc-calling-provider>`);
    for (const hostile of ['<img src=x onerror=alert(1)>', 'x'.repeat(10_000), '../..', '__proto__', '\u0000']) {
      const failed = nextEvent(element, 'trtc-error');
      element.setAttribute('user-id', hostile);
      expect((await failed).detail).to.deep.equal({ code: 61001, msg: 'no' });
      expect(calling.commands.at(-1)).to.deep.equal(['login', 0, hostile, '']);
    }
    expect(element.querySelector('img')).to.equal(null);
  });

  it('sdk-app-id that is no number is passed on for the core to refuse', async () => {
    const calling = new FakeCalling();
    await provider(calling, html`<trtc-calling-provider .calling=${calling} user-id="alice" sdk-app-id="no"></trtc-calling-provider>`);
    expect(calling.commands[0]?.[1]).to.deep.equal(Number.NaN);
  });

  it('never shows the signature in the page', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling} user-id="alice" .userSig=${'secret'}></trtc-calling-provider>`);
    expect(element.outerHTML).not.to.contain('secret');
  });

  it('tells the profile, and tells it again only when it changed', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling} user-id="alice" nickname="Alice" avatar-url="https://x.test/a.png"></trtc-calling-provider>`);
    element.theme = 'dark';
    await settled(element);
    element.nickname = 'Al';
    await settled(element);
    expect(calling.calls('setSelfProfile')).to.deep.equal([
      ['setSelfProfile', { nickname: 'Alice', avatarUrl: 'https://x.test/a.png' }], ['setSelfProfile', { nickname: 'Al', avatarUrl: 'https://x.test/a.png' }],
    ]);
  });

  it('is not logged in again by itself after it was signed out from outside', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling);
    calling.set({ session: { phase: 'logged-out', userId: '', kicked: 'other-login' } });
    element.requestUpdate();
    await settled(element);
    expect(calling.calls('login')).to.have.length(1);
  });
});

describe('TrtcCallingProvider: moved, removed, put back', () => {
  it('moved within the page in a call, it stays logged in and hands events on', async () => {
    const calling = new FakeCalling({ call: {} });
    const element = await provider(calling);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    await next(() => elsewhere.append(element));
    await settled(element);
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', '']]);
    expect(calling.held.listeners).to.equal(1);
    elsewhere.remove();
  });

  it('removed and put back in the same task, nothing ends', async () => {
    const calling = new FakeCalling({ call: {} });
    const element = await provider(calling);
    const parent = element.parentElement;
    await next(() => { element.remove(); parent?.append(element); });
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', '']]);
  });

  it('removed for good, it logs out of a Calling that was given, and does not destroy it', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling);
    await next(() => element.remove());
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', ''], ['logout']]);
    expect(calling.destroyed).to.equal(false);
  });

  it('put back later, it logs in again', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling);
    const parent = element.parentElement;
    await next(() => element.remove());
    parent?.append(element);
    await waitUntil(() => calling.calls('login').length === 2);
  });

  it('leaves the session alone that the application keeps', async () => {
    const calling = new FakeCalling();
    const element = await provider(calling, html`<trtc-calling-provider .calling=${calling}></trtc-calling-provider>`);
    await next(() => element.remove());
    expect(calling.commands).to.deep.equal([]);
  });
});

describe('TrtcCallingProvider: a TRTCCalling of its own', () => {
  const { create } = TRTCCalling;
  let made: { readonly options: CallingOptions; readonly calling: FakeCalling }[] = [];

  beforeEach(() => {
    made = [];
    TRTCCalling.create = async (options = {}) => {
      const calling = new FakeCalling();
      made.push({ options, calling });
      return calling as unknown as TRTCCalling;
    };
  });
  afterEach(() => { TRTCCalling.create = create; });

  it('is made with the attributes and given to those inside', async () => {
    const element = await fixture<TrtcCallingProvider>(html`
      <trtc-calling-provider user-id="alice" relay-url="ws://x.test/relay" relay-token="a shared secret of it" transport="relay" ring-timeout="12"><trtc-avatar></trtc-avatar></trtc-calling-provider>`);
    await waitUntil(() => element.calling !== undefined);
    await settled(element);
    expect(made.map(({ options }) => options)).to.deep.equal([{ local: { relayUrl: 'ws://x.test/relay', relayToken: 'a shared secret of it', transport: 'relay' }, ringTimeout: 12 }]);
    expect(element.querySelector('trtc-avatar')?.calling).to.equal(made[0]?.calling);
    expect(made[0]?.calling.commands).to.deep.equal([['login', 0, 'alice', '']]);
  });

  it('keeps no log of calls with without-log, and takes names from its profileResolver, also a later one', async () => {
    const [first, second] = [() => [], () => []];
    const element = await fixture<TrtcCallingProvider>(html`<trtc-calling-provider without-log .profileResolver=${first}></trtc-calling-provider>`);
    await waitUntil(() => element.calling !== undefined);
    expect(made[0]?.options).to.deep.equal({ callLog: false });
    expect(element.calling?.profileResolver).to.equal(first);
    element.profileResolver = second;
    await settled(element);
    expect(element.calling?.profileResolver).to.equal(second);
    element.profileResolver = null;
    await settled(element);
    expect(element.calling?.profileResolver).to.equal(null);
  });

  it('is destroyed when the provider leaves for good, and made anew when it is back', async () => {
    const element = await fixture<TrtcCallingProvider>(html`<trtc-calling-provider></trtc-calling-provider>`);
    const parent = element.parentElement;
    await waitUntil(() => element.calling !== undefined);
    await next(() => element.remove());
    expect(made[0]?.calling.destroyed).to.equal(true);
    parent?.append(element);
    await waitUntil(() => made.length === 2 && element.calling === made[1]?.calling);
  });

  it('that comes after the provider has gone is destroyed at once', async () => {
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => { open = resolve; });
    const plain = TRTCCalling.create;
    TRTCCalling.create = async (options) => { const calling = await plain(options); await gate; return calling; };
    const element = await fixture<TrtcCallingProvider>(html`<trtc-calling-provider></trtc-calling-provider>`);
    await waitUntil(() => made.length === 1);
    await next(() => element.remove());
    open();
    await waitUntil(() => made[0]?.calling.destroyed === true);
    expect(element.calling).to.equal(undefined);
  });

  it('new options wait for the end of a call', async () => {
    const element = await fixture<TrtcCallingProvider>(html`<trtc-calling-provider></trtc-calling-provider>`);
    await waitUntil(() => element.calling !== undefined);
    made[0]?.calling.set({ call: {} });
    element.ringTimeout = 10;
    await settled(element);
    expect(made).to.have.length(1);
    made[0]?.calling.set({});
    await waitUntil(() => made.length === 2);
    expect(made[0]?.calling.destroyed).to.equal(true);
    expect(made[1]?.options).to.deep.equal({ ringTimeout: 10 });
  });

  it('that cannot be made leaves as trtc-error', async () => {
    TRTCCalling.create = () => Promise.reject(new Error('no engine'));
    const element = document.createElement('trtc-calling-provider');
    const failed = nextEvent(element, 'trtc-error');
    document.body.append(element);
    expect((await failed).detail.msg).to.contain('no engine');
    element.remove();
  });

  it('two providers are two accounts', async () => {
    const elements = await Promise.all(['alice', 'bob'].map((userId) => fixture<TrtcCallingProvider>(html`<trtc-calling-provider user-id=${userId}></trtc-calling-provider>`)));
    await waitUntil(() => elements.every(({ calling }) => calling !== undefined));
    await waitUntil(() => made.every(({ calling }) => calling.commands.length === 1));
    expect(new Set(elements.map(({ calling }) => calling)).size).to.equal(2);
    expect(made.flatMap(({ calling }) => calling.commands.map(([, , userId]) => userId)).toSorted()).to.deep.equal(['alice', 'bob']);
  });
});

describe('TrtcCallingProvider: language and theme', () => {
  it('hands its language on to everybody inside, also when it changes', async () => {
    const { element } = await mount(html`<trtc-mic-button></trtc-mic-button>`, { call: {} });
    const outer = element.closest('trtc-calling-provider');
    outer?.setAttribute('locale', 'zh-CN');
    await waitUntil(() => element.shadowRoot?.querySelector('button')?.ariaLabel === '麦克风');
    outer?.setAttribute('locale', 'en');
    await waitUntil(() => element.shadowRoot?.querySelector('button')?.ariaLabel === 'Microphone');
  });

  it('its theme decides the colours inside', async () => {
    const { element } = await mount(html`<trtc-dial-pad></trtc-dial-pad>`);
    const outer = element.closest('trtc-calling-provider');
    const colour = (): string => getComputedStyle(element).color;
    outer?.setAttribute('theme', 'dark');
    const dark = colour();
    outer?.setAttribute('theme', 'light');
    expect(colour()).not.to.equal(dark);
  });

  it('takes no room of its own', async () => {
    const element = await provider(new FakeCalling());
    expect(getComputedStyle(element).display).to.equal('contents');
  });
});
