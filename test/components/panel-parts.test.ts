import { aTimeout, expect, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import type { EndReason } from '../../src/calling/state/call-state.js';
import type { TrtcAvatar } from '../../components/avatar/avatar.js';
import { hueOf, initialsOf } from '../../components/avatar/portrait.js';
import type { TrtcCallButton } from '../../components/call-button/call-button.js';
import { splitUserIds } from '../../components/call-button/dial.js';
import type { TrtcCallTimer } from '../../components/call-timer/call-timer.js';
import { clockTime } from '../../components/call-timer/seconds.js';
import type { TrtcDialPad } from '../../components/dial-pad/dial-pad.js';
import type { TrtcEndedScreen } from '../../components/ended-screen/ended-screen.js';
import type { TrtcNetworkQuality } from '../../components/network-quality/network-quality.js';
import type { TrtcVolumeMeter } from '../../components/volume-meter/volume-meter.js';
import { elementsIn, expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const buttonWith = (element: Element, text: string): HTMLButtonElement => {
  const found = elementsIn(element).find((each): each is HTMLButtonElement => each instanceof HTMLButtonElement && each.textContent?.includes(text) === true);
  if (!found) throw new Error(`No button says ${text}.`);
  return found;
};

describe('TrtcEndedScreen', () => {
  const ended = (parts: SnapshotParts['ended'] = {}, template = html`<trtc-ended-screen></trtc-ended-screen>`) => mount<TrtcEndedScreen>(template, { ended: parts ?? {} });

  const LINES: Readonly<Record<EndReason, string>> = {
    'local-hangup': 'Call ended', 'remote-hangup': 'Call ended',
    'local-cancel': 'Call cancelled', 'remote-cancel': 'Bob cancelled the call',
    'local-reject': 'You declined', 'remote-reject': 'Bob declined',
    'busy': 'Bob is on another call', 'no-answer': 'No answer from Bob', 'missed': 'Missed call from Bob',
    'answered-elsewhere': 'Answered on another device', 'rejected-elsewhere': 'Declined on another device',
    'connection-lost': 'The connection was lost', 'failed': 'The call could not be made',
    'kicked': 'You signed in on another device', 'logged-out': 'You signed out',
  };
  const isReason = (text: string): text is EndReason => Object.hasOwn(LINES, text);

  for (const reason of Object.keys(LINES).filter(isReason)) {
    it(`${reason}: one sentence for people`, async () => {
      const { element } = await ended({ reason, duration: 0 });
      expect(find(element, '.line').textContent).to.equal(LINES[reason]);
      expect(maybe(element, '.second')).to.equal(undefined);
      await expectAccessible(element, { ignoredRules: ['color-contrast'] });
    });
  }

  it('says when it was another tab of this browser', async () => {
    const { element, set } = await ended({ reason: 'answered-elsewhere', elsewhere: 'page', duration: 0 });
    expect(find(element, '.line').textContent).to.equal('Answered in another tab');
    expect(textOf(element)).not.to.contain('Call again');
    await set({ ended: { reason: 'rejected-elsewhere', elsewhere: 'page', duration: 0 } });
    expect(find(element, '.line').textContent).to.equal('Declined in another tab');
    expect(textOf(element)).not.to.contain('Call again');
  });

  it('says how long it was', async () => {
    const { element } = await ended({ duration: 754 });
    expect(textOf(element)).to.contain('Lasted 12:34');
  });

  it('calls again: the same people in the same way', async () => {
    const { element, calling } = await ended({ type: 2, userIds: ['bob'] });
    const asked = nextEvent(element, 'trtc-call-request');
    buttonWith(element, 'Call again').click();
    expect((await asked).detail).to.deep.equal({ userIds: ['bob'], type: 2 });
    const group = await ended({ type: 1, userIds: ['bob', 'carol'] });
    buttonWith(group.element, 'Call again').click();
    await aTimeout(0);
    expect([calling.commands, group.calling.commands]).to.deep.equal([[['call', 'bob', 2]], [['groupCall', ['bob', 'carol'], 1]]]);
  });

  it('does not offer to call again when the session is gone', async () => {
    const { element, set } = await ended({ reason: 'kicked' });
    expect(textOf(element)).not.to.contain('Call again');
    await set({ ended: {}, session: { phase: 'logged-out' } });
    expect(textOf(element)).not.to.contain('Call again');
  });

  it('closes by its button, unless that is prevented', async () => {
    const { element, calling } = await ended();
    element.addEventListener('trtc-dismiss-request', (event) => event.preventDefault(), { once: true });
    buttonWith(element, 'Close').click();
    expect(calling.commands).to.deep.equal([]);
    buttonWith(element, 'Close').click();
    await aTimeout(0);
    expect(calling.commands).to.deep.equal([['dismissEnded']]);
  });

  it('goes by itself after its seconds', async () => {
    const { element, calling } = await ended({}, html`<trtc-ended-screen seconds="0.05"></trtc-ended-screen>`);
    const asked = nextEvent(element, 'trtc-dismiss-request');
    expect((await asked).detail).to.deep.equal({ auto: true });
    await aTimeout(0);
    expect(calling.commands).to.deep.equal([['dismissEnded']]);
  });

  it('stays when somebody touches it, and when it has left the page', async () => {
    const { element, calling } = await ended({}, html`<trtc-ended-screen seconds="0.05"></trtc-ended-screen>`);
    find(element, '.screen').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    const other = await ended({}, html`<trtc-ended-screen seconds="0.05"></trtc-ended-screen>`);
    other.element.remove();
    await aTimeout(120);
    expect([calling.commands, other.calling.commands]).to.deep.equal([[], []]);
  });

  it('shows nothing without an ended call', async () => {
    const { element } = await mount(html`<trtc-ended-screen></trtc-ended-screen>`);
    expect(textOf(element)).to.equal('');
  });
});

describe('TrtcReturnScreen', () => {
  it('goes back into the call, or leaves it', async () => {
    const { element, calling } = await mount(html`<trtc-return-screen></trtc-return-screen>`, { interrupted: { userIds: ['bob', 'carol'] } });
    expect(textOf(element)).to.contain('Your call with Bob, Carol is still on');
    const asked = nextEvent(element, 'trtc-return-request');
    buttonWith(element, 'Return to call').click();
    expect((await asked).detail).to.deep.equal({ back: true });
    buttonWith(element, 'Not now').click();
    await aTimeout(0);
    expect(calling.commands).to.deep.equal([['returnToCall', { camera: true }], ['forgetCall']]);
  });

  it('waits for the login, and goes when a call is on', async () => {
    const { element, set } = await mount(html`<trtc-return-screen></trtc-return-screen>`, { interrupted: {}, session: { phase: 'logging-in' } });
    expect(buttonWith(element, 'Return to call').disabled).to.equal(true);
    await set({ interrupted: {}, call: {} });
    expect(textOf(element)).to.equal('');
  });
});

describe('TrtcDialPad', () => {
  const pad = (parts: SnapshotParts = {}, template = html`<trtc-dial-pad></trtc-dial-pad>`) => mount<TrtcDialPad>(template, parts);
  const type = async (element: TrtcDialPad, text: string): Promise<void> => {
    const input = find<HTMLInputElement>(element, 'input');
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await settled(element);
  };

  it('keeps no room for what is not said, and long words stay within a narrow one', async () => {
    const { element } = await pad();
    const box = (selector: string): DOMRect => find(element, selector).getBoundingClientRect();
    expect(box('.buttons').top - box('input').bottom).to.be.at.most(12);
    element.locale = 'de';
    await waitUntil(() => textOf(element).includes('Videoanruf'));
    for (const width of [288, 200]) {
      element.style.inlineSize = `${width}px`;
      for (const button of element.shadowRoot?.querySelectorAll('button') ?? []) expect(button.getBoundingClientRect().right).to.be.at.most(box('form').right + 0.5);
    }
  });

  it('calls one person by audio or video, and several together', async () => {
    const { element, calling } = await pad();
    await type(element, ' bob ');
    buttonWith(element, 'Audio call').click();
    await settled(element);
    await waitUntil(() => calling.commands.length === 1);
    await settled(element);
    buttonWith(element, 'Video call').click();
    await waitUntil(() => calling.commands.length === 2);
    await type(element, 'bob, carol');
    buttonWith(element, 'Video call').click();
    await waitUntil(() => calling.commands.length === 3);
    expect(calling.commands).to.deep.equal([['call', 'bob', 1], ['call', 'bob', 2], ['groupCall', ['bob', 'carol'], 2]]);
  });

  it('asks first and calls nobody when that is prevented', async () => {
    const { element, calling } = await pad();
    await type(element, 'bob');
    element.addEventListener('trtc-call-request', (event) => event.preventDefault());
    buttonWith(element, 'Audio call').click();
    await settled(element);
    expect(calling.commands).to.deep.equal([]);
  });

  const WRONG = [
    ['<script>', 'Use letters, numbers'], ['a'.repeat(33), 'Use letters, numbers'], ['alice', 'That’s you'],
    ['a b c d e f g h i j', 'At most 8 people'],
  ] as const;
  for (const [text, words] of WRONG) {
    it(`says what is wrong with ${text.slice(0, 12)}, and calls nobody`, async () => {
      const { element, calling } = await pad();
      await type(element, text);
      buttonWith(element, 'Audio call').click();
      await settled(element);
      expect(find(element, '#message').textContent).to.contain(words);
      expect(find(element, 'input').getAttribute('aria-invalid')).to.equal('true');
      expect(element.shadowRoot?.activeElement).to.equal(find(element, 'input'));
      expect(calling.commands).to.deep.equal([]);
      await type(element, 'bob');
      expect(find(element, '#message').textContent).to.equal('');
    });
  }

  it('says in words why a call was refused', async () => {
    const { element, calling } = await pad();
    calling.answer = { code: 61009, desc: 'network' };
    await type(element, 'bob');
    buttonWith(element, 'Audio call').click();
    await waitUntil(() => find(element, '#message').textContent?.includes('Can’t reach the call service') === true);
  });

  it('says who is signed in, and calls nobody before', async () => {
    const { element, calling, set } = await pad({ session: { phase: 'logging-in' } });
    expect(textOf(element)).to.contain('Signing in…');
    await type(element, 'bob');
    find<HTMLFormElement>(element, 'form').requestSubmit();
    expect(calling.commands).to.deep.equal([]);
    await set({});
    expect(textOf(element)).to.contain('Signed in as Alice');
  });

  it('offers only the wanted kind, also for Enter in the field', async () => {
    const { element, calling } = await pad({}, html`<trtc-dial-pad type="audio" user-ids="bob"></trtc-dial-pad>`);
    expect(textOf(element)).not.to.contain('Video call');
    find<HTMLFormElement>(element, 'form').requestSubmit();
    await waitUntil(() => calling.commands.length === 1);
    expect(calling.commands).to.deep.equal([['call', 'bob', 1]]);
  });

  it('is accessible, with a message too', async () => {
    const { element } = await pad();
    await expectAccessible(element);
    await type(element, '!');
    buttonWith(element, 'Audio call').click();
    await settled(element);
    await expectAccessible(element);
  });
});

describe('TrtcCallButton', () => {
  const button = (template = html`<trtc-call-button user-ids="bob" type="audio"></trtc-call-button>`, parts: SnapshotParts = {}) => mount<TrtcCallButton>(template, parts);

  it('calls one, or several, or invites into the call', async () => {
    const one = await button();
    await press(one.element);
    const several = await button(html`<trtc-call-button user-ids="bob carol"></trtc-call-button>`, { call: {} });
    await press(several.element);
    expect([one.calling.commands, several.calling.commands]).to.deep.equal([[['call', 'bob', 1]], [['groupCall', ['bob', 'carol'], 2]]]);
  });

  it('calls in a group, also one', async () => {
    const { element, calling } = await button(html`<trtc-call-button user-ids="bob" group-id="@TGS#room" type="audio"></trtc-call-button>`);
    const asked = nextEvent(element, 'trtc-call-request');
    await press(element);
    expect((await asked).detail).to.deep.equal({ userIds: ['bob'], type: 1, groupId: '@TGS#room' });
    expect(calling.commands).to.deep.equal([['groupCall', ['bob'], 1, '@TGS#room']]);
  });

  it('asks first', async () => {
    const { element, calling } = await button();
    element.addEventListener('trtc-call-request', (event) => event.preventDefault());
    await press(element);
    expect(calling.commands).to.deep.equal([]);
  });

  it('is out of use while nobody is signed in, while it rings, and without anybody to call', async () => {
    const { element, calling, set } = await button(html`<trtc-call-button user-ids="bob"></trtc-call-button>`, { session: { phase: 'logged-out' } });
    await press(element);
    await set({ call: { phase: 'dialling' } });
    await press(element);
    await set({});
    element.userIds = ' , ';
    await settled(element);
    await press(element);
    expect(find(element, 'button').ariaDisabled).to.equal('true');
    expect(calling.commands).to.deep.equal([]);
  });

  it('says whom it calls', async () => {
    const { element } = await button();
    expect(find(element, 'button').title).to.equal('Call Bob');
    await expectAccessible(element);
    element.compact = true;
    await settled(element);
    await expectAccessible(element);
  });

  it('splitUserIds takes what people type', () => {
    expect(splitUserIds(' bob, carol；bob  dan、eve ')).to.deep.equal(['bob', 'carol', 'dan', 'eve']);
    expect(splitUserIds('')).to.deep.equal([]);
  });
});

describe('TrtcCallTimer', () => {
  it('clockTime writes what people read', () => {
    expect([0, 7, 65, 754, 3600, 36_065].map(clockTime)).to.deep.equal(['0:00', '0:07', '1:05', '12:34', '1:00:00', '10:01:05']);
  });

  it('counts from when the call was connected, and shows nothing before', async () => {
    const { element, set } = await mount<TrtcCallTimer>(html`<trtc-call-timer></trtc-call-timer>`, { call: { phase: 'dialling' } });
    expect(textOf(element)).to.equal('');
    await set({ call: { connectedAt: Date.now() - 5000 } });
    expect(textOf(element)).to.equal('0:05');
    await waitUntil(() => textOf(element) === '0:06', 'ticks', { timeout: 3000 });
    expect(find(element, '[role=timer]').ariaLabel).to.equal('Call time');
  });

  it('all timers share one interval, which ends with the last', async () => {
    const [start, end] = [globalThis.setInterval, globalThis.clearInterval];
    const running = new Set<unknown>();
    globalThis.setInterval = ((...args: Parameters<typeof start>) => { const id = start(...args); running.add(id); return id; }) as typeof setInterval;
    globalThis.clearInterval = (id) => { running.delete(id); end(id); };
    try {
      const timers = await Promise.all([1, 2, 3].map(() => mount<TrtcCallTimer>(html`<trtc-call-timer></trtc-call-timer>`, { call: {} })));
      expect(running.size).to.equal(1);
      for (const { element } of timers) element.remove();
      expect(running.size).to.equal(0);
    } finally {
      globalThis.setInterval = start;
      globalThis.clearInterval = end;
    }
  });
});

describe('TrtcAvatar', () => {
  it('initialsOf takes two Latin letters, or the last two signs of a CJK name', () => {
    expect(['Bob Chen', 'bob', 'anna-maria van der berg', '王小明', '李雷', '김민준', '', '  ', '👩‍🚀 Astro', 'user_42'].map(initialsOf))
      .to.deep.equal(['BC', 'B', 'AB', '小明', '李雷', '민준', '', '', '👩‍🚀A', 'U4']);
  });

  it('initialsOf never fails and stays short', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => { expect([...initialsOf(name)].length).to.be.at.most(40); }));
  });

  it('hueOf is the same for the same user id', () => {
    fc.assert(fc.property(fc.string(), (userId) => { expect(hueOf(userId)).to.equal(hueOf(userId)); expect(hueOf(userId)).to.be.within(0, 360); }));
  });

  it('shows the profile\'s image, and the initials when it cannot be had', async () => {
    const { element } = await mount<TrtcAvatar>(html`<trtc-avatar user-id="bob"></trtc-avatar>`, { profiles: { bob: { nickname: 'Bob Chen', avatarUrl: 'data:image/png;base64,broken' } } });
    await waitUntil(() => maybe(element, 'img') === undefined);
    expect(find(element, '.initials').textContent).to.equal('BC');
    expect(find(element, '.disc').ariaLabel).to.equal('Bob Chen');
    await expectAccessible(element);
  });

  it('decorative says nothing', async () => {
    const { element } = await mount<TrtcAvatar>(html`<trtc-avatar user-id="bob" decorative></trtc-avatar>`);
    expect([find(element, '.disc').ariaHidden, find(element, '.disc').role]).to.deep.equal(['true', null]);
  });
});

describe('TrtcVolumeMeter', () => {
  it('follows a voice by transform alone, in 100 steps and without a render', async () => {
    const { element, calling } = await mount<TrtcVolumeMeter>(html`<trtc-volume-meter user-id="bob"></trtc-volume-meter>`, { call: {} });
    const level = find(element, '.level');
    calling.setLevel('bob', 40);
    expect(level.style.transform).to.equal('scaleX(0.4)');
    expect(element.isUpdatePending).to.equal(false);
    element.remove();
    calling.setLevel('bob', 80);
    expect(level.style.transform).to.equal('scaleX(0)');
  });

  it('local is one\'s own voice', async () => {
    const { element, calling } = await mount<TrtcVolumeMeter>(html`<trtc-volume-meter local></trtc-volume-meter>`, { call: {} });
    calling.setLevel('', 70);
    expect(find(element, '.level').style.transform).to.equal('scaleX(0.7)');
    expect(find(element, '.track').ariaLabel).to.equal('Your voice level');
    await expectAccessible(element);
  });
});

describe('TrtcNetworkQuality', () => {
  const quality = (value: 0 | 1 | 2 | 3 | 4 | 5 | 6): SnapshotParts => ({ call: { participants: [buildParticipant({ userId: 'bob', quality: value })] } });

  it('bars and a word for each step', async () => {
    const { element, set } = await mount<TrtcNetworkQuality>(html`<trtc-network-quality user-id="bob"></trtc-network-quality>`, quality(0));
    const face = (): unknown => [element.shadowRoot?.querySelectorAll('.lit').length, element.shadowRoot?.querySelector('svg')?.getAttribute('aria-label') ?? null];
    const seen = [face()];
    for (const value of [1, 2, 3, 4, 5, 6] as const) { await set(quality(value)); seen.push(face()); }
    expect(seen).to.deep.equal([
      [0, null], [3, 'Good network'], [3, 'Good network'], [2, 'Weak network'], [1, 'Poor network'], [1, 'Poor network'], [0, 'No network'],
    ]);
    await expectAccessible(element);
  });

  it('only-poor is silent while all is well', async () => {
    const { element, set } = await mount<TrtcNetworkQuality>(html`<trtc-network-quality user-id="bob" only-poor></trtc-network-quality>`, quality(1));
    expect([element.matches(':state(shown)'), element.matches(':state(good)')]).to.deep.equal([false, true]);
    await set(quality(5));
    expect([element.matches(':state(shown)'), element.matches(':state(poor)')]).to.deep.equal([true, true]);
  });
});
