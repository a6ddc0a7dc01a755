import { expect, html, waitUntil } from '@open-wc/testing';
import '../../components/call-news/call-news.define.js';
import '../../components/people-list/people-list.define.js';
import '../../components/reply-button/reply-button.define.js';
import '../../components/switch-prompt/switch-prompt.define.js';
import '../../components/switch-type-button/switch-type-button.define.js';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import type { TrtcCallNews } from '../../components/call-news/call-news.js';
import type { TrtcEndedScreen } from '../../components/ended-screen/ended-screen.js';
import type { TrtcPeopleList } from '../../components/people-list/people-list.js';
import type { TrtcRejectButton } from '../../components/reject-button/reject-button.js';
import type { TrtcReplyButton } from '../../components/reply-button/reply-button.js';
import type { TrtcSwitchPrompt } from '../../components/switch-prompt/switch-prompt.js';
import type { TrtcSwitchTypeButton } from '../../components/switch-type-button/switch-type-button.js';
import type { ParticipantState, SwitchWish } from '../../src/calling/state/call-state.js';
import { elementsIn, expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const wish = (parts: Partial<SwitchWish> = {}): SwitchWish => ({ state: 'asked', type: 2, userId: 'bob', ...parts });
const buttonWith = (element: Element, text: string): HTMLButtonElement => {
  const found = elementsIn(element).find((each): each is HTMLButtonElement => each instanceof HTMLButtonElement && each.textContent?.trim() === text);
  if (!found) throw new Error(`No button says ${text}.`);
  return found;
};
const prevent = (event: Event): void => event.preventDefault();

describe('TrtcSwitchTypeButton', () => {
  const make = (call: SnapshotParts['call']) => mount<TrtcSwitchTypeButton>(html`<trtc-switch-type-button></trtc-switch-type-button>`, { call: call ?? null });
  const nameOf = (element: Element): string | null => find(element, 'button').getAttribute('aria-label');

  it('in an audio call it asks for video, in a video call for audio', async () => {
    const { element, calling, set } = await make({ type: 1 });
    expect(nameOf(element)).to.equal('Switch to video');
    expect(find(element, '.label').textContent).to.equal('Video');
    const request = nextEvent(element, 'trtc-switch-type-request');
    await press(element);
    expect((await request).detail).to.deep.equal({ type: 2 });
    await set({ call: { type: 2 } });
    expect(nameOf(element)).to.equal('Switch to audio');
    expect(find(element, '.label').textContent).to.equal('Audio');
    await press(element);
    expect(calling.commands).to.deep.equal([['switchToVideoCall'], ['switchToAudioCall']]);
  });

  it('while it asks it says so, and a press takes the wish back', async () => {
    const { element, calling } = await make({ type: 1, switching: wish({ state: 'asking' }) });
    expect(nameOf(element)).to.equal('Asking for video…');
    expect(element.matches(':state(asking)')).to.equal(true);
    await press(element);
    expect(calling.commands).to.deep.equal([['switchToAudioCall']]);
  });

  it('prevented, nothing is asked', async () => {
    const { element, calling } = await make({ type: 1 });
    element.addEventListener('trtc-switch-type-request', prevent);
    await press(element);
    expect(calling.commands).to.deep.equal([]);
  });

  for (const [what, call] of [
    ['without a call', null], ['while it rings', { phase: 'ringing' }],
    ['with three people', { participants: [buildParticipant({ userId: 'bob' }), buildParticipant({ userId: 'carol', state: 'ringing' })] }],
  ] as const) {
    it(`${what} it shows nothing`, async () => {
      const { element } = await make(call);
      expect(element.matches(':state(absent)')).to.equal(true);
      expect(maybe(element, 'button')).to.equal(undefined);
    });
  }

  it('axe finds nothing', async () => {
    const { element } = await make({ type: 1 });
    await expectAccessible(element);
  });
});

describe('TrtcSwitchPrompt', () => {
  const make = (switching: SwitchWish | null, type: 1 | 2 = 1) =>
    mount<TrtcSwitchPrompt>(html`<trtc-switch-prompt></trtc-switch-prompt>`, { call: { type, switching } });

  it('asked: who wants what, and both answers', async () => {
    const { element, calling } = await make(wish());
    expect(find(element, '[role=status]').textContent).to.equal('Bob wants to switch to video');
    expect(element.matches(':state(asked)')).to.equal(true);
    const request = nextEvent(element, 'trtc-switch-answer-request');
    buttonWith(element, 'Turn on video').click();
    expect((await request).detail).to.deep.equal({ agree: true });
    buttonWith(element, 'Stay with audio').click();
    await settled(element);
    expect(calling.commands).to.deep.equal([['acceptSwitch', undefined], ['rejectSwitch']]);
    await expectAccessible(element);
  });

  it('it takes no focus', async () => {
    const { set } = await make(null);
    const before = document.activeElement;
    await set({ call: { type: 1, switching: wish() } });
    expect(document.activeElement).to.equal(before);
  });

  it('prevented, nothing is answered', async () => {
    const { element, calling } = await make(wish());
    element.addEventListener('trtc-switch-answer-request', prevent);
    buttonWith(element, 'Turn on video').click();
    expect(calling.commands).to.deep.equal([]);
  });

  it('asking: whom, and a way to take it back', async () => {
    const { element, calling } = await make(wish({ state: 'asking' }));
    expect(textOf(element)).to.contain('Asking Bob to switch to video…');
    buttonWith(element, 'Cancel').click();
    await settled(element);
    expect(calling.commands).to.deep.equal([['switchToAudioCall']]);
  });

  for (const [state, type, line] of [
    ['refused', 2, 'Bob would rather stay with audio'], ['refused', 1, 'Bob would rather keep video'], ['unanswered', 2, 'Bob did not answer'],
  ] as const) {
    it(`${state} (${type}): “${line}”, without buttons`, async () => {
      const { element } = await make(wish({ state, type }), type === 2 ? 1 : 2);
      expect(textOf(element)).to.equal(line);
      expect(maybe(element, 'button')).to.equal(undefined);
      await expectAccessible(element);
    });
  }

  it('nothing to wish, nothing to see', async () => {
    const { element } = await make(null);
    expect(textOf(element)).to.equal('');
  });
});

describe('TrtcCallNews', () => {
  const people = (state: ParticipantState, message = '') =>
    [buildParticipant({ userId: 'bob' }), buildParticipant({ userId: 'carol', state, message })];
  const LINES = {
    declined: 'Carol declined', busy: 'Carol is on another call', 'no-answer': 'No answer from Carol', failed: 'Carol could not be reached', left: 'Carol left',
  } as const;

  for (const [state, line] of Object.entries(LINES)) {
    it(`${state}: “${line}”, announced`, async () => {
      const { element } = await mount<TrtcCallNews>(html`<trtc-call-news></trtc-call-news>`, { call: { participants: people(state as ParticipantState) } });
      expect(find(element, '[role=status]').textContent?.trim()).to.equal(line);
      await expectAccessible(element);
    });
  }

  it('what they said stands beside it', async () => {
    const { element } = await mount<TrtcCallNews>(html`<trtc-call-news></trtc-call-news>`, { call: { participants: people('declined', 'In a meeting') } });
    expect(textOf(element)).to.equal('Carol declined “In a meeting”');
  });

  it('in a narrow place the latest is seen, and all of them are said', async () => {
    const { element } = await mount<TrtcCallNews>(html`<trtc-call-news></trtc-call-news>`, { call: { participants: [buildParticipant({ userId: 'bob', state: 'busy' }), ...people('declined').slice(1)] } });
    const seen = (): readonly string[] => [...element.shadowRoot?.querySelectorAll<HTMLElement>('.note') ?? []].filter((note) => note.clientWidth > 1).map((note) => note.textContent ?? '');
    element.style.inlineSize = '640px';
    expect(seen()).to.deep.equal(['Bob is on another call', 'Carol declined']);
    element.style.inlineSize = '320px';
    expect(seen()).to.deep.equal(['Carol declined']);
    expect(textOf(element)).to.contain('Bob is on another call');
  });

  it('tells whether there is something to read', async () => {
    const { element, set } = await mount<TrtcCallNews>(html`<trtc-call-news></trtc-call-news>`, { call: { participants: people('busy') } });
    expect(element.matches(':state(shown)')).to.equal(true);
    await set({ call: { participants: people('joined') } });
    expect(element.matches(':state(shown)')).to.equal(false);
  });

  it('who is asked again is no news any more', async () => {
    const { element, set } = await mount<TrtcCallNews>(html`<trtc-call-news></trtc-call-news>`, { call: { participants: people('busy') } });
    await set({ call: { participants: people('ringing') } });
    expect(textOf(element)).to.equal('');
  });
});

describe('TrtcPeopleList', () => {
  it('says of everybody how far they are, and of who declined what they said', async () => {
    const states = ['inviting', 'ringing', 'connecting', 'joined', 'declined', 'busy', 'no-answer', 'failed', 'left'] as const;
    const participants = states.map((state, index) => buildParticipant({ userId: `user${index}`, state, message: state === 'declined' ? 'Later' : '' }));
    const { element } = await mount<TrtcPeopleList>(html`<trtc-people-list></trtc-people-list>`, { call: { phase: 'dialling', isGroup: true, participants } });
    const rows = elementsIn(element).filter((each) => each.classList.contains('state')).map((each) => each.textContent);
    expect(rows).to.deep.equal(['Calling…', 'Ringing…', 'Connecting…', 'In the call', 'Declined “Later”', 'Busy', 'No answer', 'Not reached', 'Left']);
    await expectAccessible(element);
  });

  it('the panel shows it while several people are called', async () => {
    const participants = [buildParticipant({ userId: 'bob', state: 'ringing' }), buildParticipant({ userId: 'carol', state: 'busy' })];
    const { element } = await mount<TrtcCallPanel>(html`<trtc-call-panel style="height: 480px"></trtc-call-panel>`, { call: { phase: 'dialling', isGroup: true, participants } });
    await waitUntil(() => maybe(element, '.state') !== undefined);
    expect(textOf(find(element, 'trtc-people-list'))).to.match(/Bob Ringing….*Carol Busy/);
  });
});

describe('The panel in a call', () => {
  const make = (call: SnapshotParts['call']) => mount<TrtcCallPanel>(html`<trtc-call-panel style="height: 480px"></trtc-call-panel>`, { call: call ?? null });

  it('asks on behalf of the other side', async () => {
    const { element } = await make({ type: 1, switching: wish() });
    await waitUntil(() => textOf(element).includes('Bob wants to switch to video'));
  });

  it('says who declined to come', async () => {
    const { element } = await make({ participants: [buildParticipant({ userId: 'bob' }), buildParticipant({ userId: 'carol', state: 'declined', message: 'Later' })] });
    await waitUntil(() => textOf(element).includes('Carol declined “Later”'));
  });
});

describe('Declining with words', () => {
  const make = () => mount<TrtcReplyButton>(html`<trtc-reply-button></trtc-reply-button>`, { call: { phase: 'ringing' } });
  const open = async (element: TrtcReplyButton): Promise<void> => {
    find(element, 'button').click();
    await waitUntil(() => element.matches(':state(open)'));
  };

  it('the whole of it is to be seen: field and button stay within the card', async () => {
    const { element } = await make();
    await press(element);
    const card = find(element, '.replies');
    expect(card.scrollWidth).to.be.at.most(card.clientWidth);
    const { left, right, width } = find(element, '.send').getBoundingClientRect();
    const edges = card.getBoundingClientRect();
    expect([left >= edges.left, right <= edges.right, width >= 44]).to.deep.equal([true, true, true]);
  });

  it('a quick reply declines with it', async () => {
    const { element, calling } = await make();
    await open(element);
    const request = nextEvent(element, 'trtc-reject-request');
    buttonWith(element, 'Can’t talk now').click();
    expect((await request).detail).to.deep.equal({ message: 'Can’t talk now' });
    expect(calling.commands).to.deep.equal([['reject', { message: 'Can’t talk now' }]]);
    await waitUntil(() => !element.matches(':state(open)'));
  });

  it('one’s own words do, too; none at all do nothing', async () => {
    const { element, calling } = await make();
    await open(element);
    const input = find<HTMLInputElement>(element, 'input');
    find<HTMLButtonElement>(element, '.send').click();
    expect(calling.commands).to.deep.equal([]);
    input.value = '  In a meeting ';
    find<HTMLButtonElement>(element, '.send').click();
    await settled(element);
    expect(calling.commands).to.deep.equal([['reject', { message: 'In a meeting' }]]);
  });

  it('the replies have the focus when they open, can be other ones, and close when it rings no more', async () => {
    const { element, set } = await make();
    element.replies = ['On my way'];
    await settled(element);
    await open(element);
    expect(element.shadowRoot?.activeElement?.textContent).to.equal('On my way');
    expect(find(element, 'button').getAttribute('aria-expanded')).to.equal('true');
    await expectAccessible(element);
    await set({ call: null });
    await waitUntil(() => !element.matches(':state(open)'));
  });

  it('prevented, it rings on', async () => {
    const { element, calling } = await make();
    element.addEventListener('trtc-reject-request', prevent);
    await open(element);
    buttonWith(element, 'I’ll call you later').click();
    expect(calling.commands).to.deep.equal([]);
  });

  it('a decline button with a message sends it', async () => {
    const { element, calling } = await mount<TrtcRejectButton>(html`<trtc-reject-button message="Busy"></trtc-reject-button>`, { call: { phase: 'ringing' } });
    await press(element);
    expect(calling.commands).to.deep.equal([['reject', { message: 'Busy' }]]);
  });

  it('the ended screen of the inviter shows the words', async () => {
    const { element } = await mount<TrtcEndedScreen>(html`<trtc-ended-screen></trtc-ended-screen>`, { ended: { reason: 'remote-reject', duration: 0, message: 'In a meeting' } });
    expect(textOf(element)).to.contain('Bob declined “In a meeting”');
    await expectAccessible(element, { ignoredRules: ['color-contrast'] });
  });
});
