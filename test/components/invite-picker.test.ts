import { expect, html, waitUntil } from '@open-wc/testing';
import '../../components/invite-button/invite-button.define.js';
import '../../components/invite-picker/invite-picker.define.js';
import '../../components/recent-people/recent-people.define.js';
import type { TrtcCallControls } from '../../components/call-controls/call-controls.js';
import type { TrtcDialPad } from '../../components/dial-pad/dial-pad.js';
import type { TrtcInviteButton } from '../../components/invite-button/invite-button.js';
import type { TrtcInvitePicker } from '../../components/invite-picker/invite-picker.js';
import { matching, mergePeople } from '../../components/invite-picker/candidates.js';
import { buildEntry } from '../support/fake-call-log.js';
import { elementsIn, expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const PEOPLE = [{ userId: 'carol', nickname: 'Carol Chen' }, { userId: 'dave', nickname: 'Dave' }, { userId: 'erin', nickname: 'Erin', avatarUrl: 'javascript:alert(1)' }];
const IN_CALL: SnapshotParts = { call: { type: 2 } };

const make = async (parts: SnapshotParts = IN_CALL, people = PEOPLE) => {
  const mounted = await mount<TrtcInvitePicker>(html`<trtc-invite-picker .people=${people}></trtc-invite-picker>`, parts);
  const { element } = mounted;
  const input = find<HTMLInputElement>(element, 'input');
  return {
    ...mounted,
    input,
    async type(text: string) {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await settled(element);
    },
    async key(name: string) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, composed: true }));
      await settled(element);
    },
    offered: () => elementsIn(element).filter((each) => each.matches('[role=option]')).map((each) => find(each, '.name').textContent),
    chips: () => elementsIn(element).filter((each) => each.matches('.chip')).map((each) => each.textContent?.trim()),
    message: () => find(element, '#message').textContent,
    go: async (index = 0) => {
      elementsIn(element).filter((each): each is HTMLButtonElement => each.matches('.go'))[index]?.click();
      await settled(element);
    },
  };
};

describe('TrtcInvitePicker', () => {
  it('offers the people given, and filters by name and by user id', async () => {
    const { offered, type } = await make();
    expect(offered()).to.deep.equal(['Carol Chen', 'Dave', 'Erin']);
    await type('CHEN');
    expect(offered()).to.deep.equal(['Carol Chen']);
    await type('eri');
    expect(offered()).to.deep.equal(['Erin']);
  });

  it('several are chosen by clicks and invited into the call with its type', async () => {
    const { element, calling, go, chips } = await make();
    const options = elementsIn(element).filter((each): each is HTMLElement => each.matches('[role=option]'));
    options[0]?.click();
    options[1]?.click();
    await settled(element);
    expect(chips()).to.deep.equal(['Carol Chen', 'Dave']);
    expect(options.map((each) => each.ariaSelected)).to.deep.equal(['true', 'true', 'false']);
    const [request, sent] = [nextEvent(element, 'trtc-invite-request'), nextEvent(element, 'trtc-invite-sent')];
    await go();
    expect((await request).detail).to.deep.equal({ userIds: ['carol', 'dave'], type: 2 });
    expect((await sent).detail).to.deep.equal({ userIds: ['carol', 'dave'] });
    expect(calling.commands).to.deep.equal([['groupCall', ['carol', 'dave'], 2]]);
    await settled(element);
    expect(chips()).to.deep.equal([]);
  });

  it('by keyboard: arrows wrap, Enter chooses and lets go, Backspace takes the last one out, Enter on nothing invites', async () => {
    const { element, calling, input, key, chips } = await make();
    await key('ArrowDown');
    expect(input.getAttribute('aria-activedescendant')).to.equal('option-0');
    await key('Enter');
    await key('ArrowUp');
    expect(input.getAttribute('aria-activedescendant')).to.equal('option-2');
    await key('Enter');
    expect(chips()).to.deep.equal(['Carol Chen', 'Erin']);
    await key('Enter');
    expect(chips()).to.deep.equal(['Carol Chen']);
    await key('Escape');
    await key('Backspace');
    expect(chips()).to.deep.equal([]);
    element.userIds = 'dave';
    await settled(element);
    await key('Enter');
    expect(calling.commands).to.deep.equal([['call', 'dave', 2]]);
  });

  it('Esc clears what was typed first, and is the page’s after that', async () => {
    const { element, input, type } = await make();
    const heard: string[] = [];
    element.addEventListener('keydown', ({ key: name }) => heard.push(name));
    await type('da');
    const press1 = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, composed: true });
    input.dispatchEvent(press1);
    await settled(element);
    expect([input.value, press1.defaultPrevented, heard.length]).to.deep.equal(['', true, 0]);
    const press2 = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, composed: true });
    input.dispatchEvent(press2);
    expect([press2.defaultPrevented, heard]).to.deep.equal([false, ['Escape']]);
  });

  it('takes user ids that nobody offered, several at once', async () => {
    const { type, key, chips } = await make();
    await type('frank, grace');
    await key('Enter');
    expect(chips()).to.deep.equal(['frank', 'grace']);
    await type('heidi,');
    expect(chips()).to.deep.equal(['frank', 'grace', 'heidi']);
  });

  const full = Array.from({ length: 7 }, (_, index) => buildParticipant({ userId: `u${index}` }));
  const WRONG: readonly (readonly [string, string, string, SnapshotParts])[] = [
    ['what is no user id', 'not%valid', 'Use letters, numbers, “-” and “_”, at most 32.', IN_CALL],
    ['oneself', 'alice', 'That’s you. Enter someone else.', IN_CALL],
    ['who is in the call', 'bob', 'Bob is in the call already.', IN_CALL],
    ['more than there is room for', 'x, y', 'There is room for 1 more.', { call: { participants: full } }],
    ['anybody in a full call', 'x', 'The call is full.', { call: { participants: [...full, buildParticipant({ userId: 'u9' })] } }],
    ['more than a call can hold', '1,2,3,4,5,6,7,8,9', 'At most 8 people at once.', { call: null }],
  ];
  for (const [what, text, words, parts] of WRONG) {
    it(`refuses ${what} and says why`, async () => {
      const { element, calling, input, type, go, message } = await make(parts);
      await type(text);
      await go();
      expect(message()).to.equal(words);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(calling.commands).to.deep.equal([]);
      await expectAccessible(element);
    });
  }

  it('nobody chosen: says so', async () => {
    const { go, message, calling } = await make();
    await go();
    expect([message(), calling.commands.length]).to.deep.equal(['Choose at least one person.', 0]);
  });

  it('who is in the call is seen as such in the list', async () => {
    const { element } = await make(IN_CALL, [{ userId: 'bob', nickname: 'Bob' }]);
    expect(find(element, '[role=option]').getAttribute('aria-disabled')).to.equal('true');
    find(element, '[role=option]').click();
    await settled(element);
    expect(find(element, '#message').textContent).to.equal('Bob is in the call already.');
  });

  it('without a call: audio or video, or only the kind that the author wants', async () => {
    const { element, calling, go } = await make({ call: null });
    element.userIds = 'carol dave';
    await settled(element);
    await go(1);
    expect(calling.commands).to.deep.equal([['groupCall', ['carol', 'dave'], 2]]);
    element.type = 'audio';
    await settled(element);
    expect(elementsIn(element).filter((each) => each.matches('.go')).map((each) => each.textContent?.trim())).to.deep.equal(['Audio call']);
  });

  it('takes people from options inside and from recent calls, oneself left out, each once', async () => {
    const { element, calling } = await mount<TrtcInvitePicker>(html`
      <trtc-invite-picker><option value="zoe">Zoe</option><option value="alice">Me</option><option value="yan"></option></trtc-invite-picker>`, { call: null });
    calling.callLog.set([buildEntry({ people: [{ userId: 'bob', nickname: 'B' }, { userId: 'zoe', nickname: 'Z' }] })]);
    await settled(element);
    expect(elementsIn(element).filter((each) => each.matches('[role=option]')).map((each) => find(each, '.name').textContent)).to.deep.equal(['Zoe', 'yan', 'B']);
    element.withoutRecent = true;
    await settled(element);
    expect(textOf(element)).to.not.contain('B ');
  });

  it('a refusal of the command is said, and the people stay chosen', async () => {
    const { element, calling, go, message, chips } = await make();
    calling.answer = { code: 61007, desc: 'full' };
    element.userIds = 'carol';
    await settled(element);
    await go();
    await waitUntil(() => message() === 'The call is full.');
    expect(chips()).to.deep.equal(['Carol Chen']);
  });

  it('prevented, the application invites', async () => {
    const { element, calling, go } = await make();
    element.userIds = 'carol';
    element.addEventListener('trtc-invite-request', (event) => event.preventDefault());
    await settled(element);
    await go();
    expect(calling.commands).to.deep.equal([]);
  });

  it('axe finds nothing, with people chosen and one active', async () => {
    const { element, key } = await make();
    await key('ArrowDown');
    await key('Enter');
    await expectAccessible(element);
  });

  it('shows no picture from an address that could run', async () => {
    const { element } = await make();
    expect(elementsIn(element).filter((each): each is HTMLImageElement => each instanceof HTMLImageElement).map(({ src }) => src)).to.deep.equal([]);
  });
});

describe('The picker’s people', () => {
  it('are each there once, without those who have no usable id', () => {
    const crooked = [null, 7, { userId: '' }, { userId: 'a\nb' }] as unknown as typeof PEOPLE;
    expect(mergePeople(crooked, PEOPLE, PEOPLE).map(({ userId }) => userId)).to.deep.equal(['carol', 'dave', 'erin']);
  });

  it('are at most 50 at once, and every word counts', () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ userId: `u${index}`, nickname: `Ann ${index}` }));
    expect(matching(many, '', ({ userId }) => userId).length).to.equal(50);
    expect(matching(many, 'ann 77', ({ userId }) => many.find((one) => one.userId === userId)?.nickname ?? '').map(({ userId }) => userId)).to.deep.equal(['u77']);
  });
});

describe('TrtcInviteButton', () => {
  const open = async (element: TrtcInviteButton): Promise<TrtcInvitePicker> => {
    await press(element);
    await waitUntil(() => maybe(element, 'trtc-invite-picker')?.matches(':popover-open'));
    await settled(element);
    return find<TrtcInvitePicker>(element, 'trtc-invite-picker');
  };

  it('opens a picker with its people and the focus in it; the invitation closes it', async () => {
    const { element, calling } = await mount<TrtcInviteButton>(html`<trtc-invite-button .people=${PEOPLE}></trtc-invite-button>`, IN_CALL);
    const picker = await open(element);
    expect(picker.shadowRoot?.activeElement?.localName).to.equal('input');
    expect(picker.role).to.equal('dialog');
    await expectAccessible(picker);
    picker.userIds = 'carol';
    await settled(picker);
    find<HTMLButtonElement>(picker, '.go').click();
    await waitUntil(() => maybe(element, 'trtc-invite-picker') === undefined);
    expect(calling.commands).to.deep.equal([['call', 'carol', 2]]);
  });

  it('a second press closes it, leaving the page takes it away', async () => {
    const { element } = await mount<TrtcInviteButton>(html`<trtc-invite-button></trtc-invite-button>`, IN_CALL);
    const picker = await open(element);
    find(element, 'button').click();
    await waitUntil(() => !picker.isConnected);
    await open(element);
    element.remove();
    expect(maybe(element, 'trtc-invite-picker')).to.equal(undefined);
  });

  it('prevented, the application shows its own', async () => {
    const { element } = await mount<TrtcInviteButton>(html`<trtc-invite-button></trtc-invite-button>`, IN_CALL);
    element.addEventListener('trtc-pick-request', (event) => event.preventDefault());
    await press(element);
    expect(maybe(element, 'trtc-invite-picker')).to.equal(undefined);
  });

  it('is out of use in a full call and absent while it rings', async () => {
    const full = Array.from({ length: 8 }, (_, index) => buildParticipant({ userId: `u${index}` }));
    const { element, set } = await mount<TrtcInviteButton>(html`<trtc-invite-button></trtc-invite-button>`, { call: { participants: full } });
    expect(find(element, 'button').ariaDisabled).to.equal('true');
    await set({ call: { phase: 'ringing' } });
    expect(maybe(element, 'button')).to.equal(undefined);
  });

  it('pressed as a row of the bar’s menu, the card stays when the menu has gone', async () => {
    const { element } = await mount<TrtcCallControls>(html`<trtc-call-controls style="width: 600px"></trtc-call-controls>`, IN_CALL);
    await waitUntil(() => maybe(element, 'trtc-more-button button') !== undefined || find(element, 'trtc-more-button').shadowRoot !== null);
    const more = find(element, 'trtc-more-button');
    find(more, 'button').click();
    await waitUntil(() => more.matches(':state(open)'));
    find(find(element, 'trtc-invite-button'), 'button').click();
    await waitUntil(() => maybe(element, 'trtc-invite-picker')?.checkVisibility());
    await waitUntil(() => !more.matches(':state(open)'));
    expect(find(element, 'trtc-invite-picker').checkVisibility()).to.equal(true);
  });
});

describe('Recent people on the dial pad', () => {
  it('are those of the log, the latest first, at most four; a press puts them into the field', async () => {
    const { element, calling } = await mount<TrtcDialPad>(html`<trtc-dial-pad></trtc-dial-pad>`);
    const ids = ['bob', 'carol', 'dave', 'erin', 'frank'];
    calling.callLog.set(ids.map((userId, index) => buildEntry({ callId: userId, people: [{ userId, nickname: '' }], at: 10 - index })));
    await settled(element);
    const people = elementsIn(element).filter((each): each is HTMLButtonElement => each.matches('[part=person]'));
    expect(people.map((each) => each.textContent?.trim())).to.deep.equal(['Bob', 'Carol', 'dave', 'erin']);
    people[0]?.click();
    people[2]?.click();
    people[0]?.click();
    await settled(element);
    expect(find<HTMLInputElement>(element, 'input').value).to.equal('bob, dave');
    await expectAccessible(element);
  });

  it('prevented, the field stays as it is', async () => {
    const { element, calling } = await mount<TrtcDialPad>(html`<trtc-dial-pad></trtc-dial-pad>`);
    element.addEventListener('trtc-person-request', (event) => event.preventDefault());
    calling.callLog.set([buildEntry()]);
    await settled(element);
    find(element, '[part=person]').click();
    await settled(element);
    expect(find<HTMLInputElement>(element, 'input').value).to.equal('');
  });
});
