import { expect, html, waitUntil } from '@open-wc/testing';
import '../../components/call-log/call-log.define.js';
import type { TrtcCallLog } from '../../components/call-log/call-log.js';
import { whatOf } from '../../components/call-log/what.js';
import { whenOf } from '../../components/call-log/when.js';
import { logWords } from '../../components/locales/en/log.js';
import { fill } from '../../components/locales/messages.js';
import type { CallLogEntry } from '../../src/calling/call-log.js';
import { buildEntry } from '../support/fake-call-log.js';
import { elementsIn, expectAccessible, find, maybe, mount, nextEvent, settled, textOf } from '../support/mount.js';

const make = async (entries: readonly CallLogEntry[] = [], unseen = 0, template = html`<trtc-call-log></trtc-call-log>`) => {
  const mounted = await mount<TrtcCallLog>(template);
  mounted.calling.callLog.set(entries, unseen);
  await settled(mounted.element);
  const { element } = mounted;
  return {
    ...mounted,
    rows: () => elementsIn(element).filter((each) => each.matches('.row')),
    button: (text: string) => elementsIn(element).find((each): each is HTMLButtonElement => each instanceof HTMLButtonElement && each.textContent?.trim() === text),
  };
};

const MISSED = buildEntry({ callId: 'm', direction: 'incoming', missed: true, reason: 'missed', duration: 0, type: 2, people: [{ userId: 'carol', nickname: '' }] });

describe('TrtcCallLog', () => {
  it('no calls: says so, or what the author says', async () => {
    const { element } = await make();
    expect(textOf(element)).to.contain('No calls yet');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(maybe(element, '.clear')).to.equal(undefined);
    await expectAccessible(element);
    const own = await make([], 0, html`<trtc-call-log><p slot="empty">Nobody called</p></trtc-call-log>`);
    expect(textOf(own.element)).to.contain('Nobody called');
  });

  it('shows with whom, which way, how long, when, and what was said', async () => {
    const { element, rows } = await make([
      buildEntry({ callId: 'a', duration: 65 }), MISSED,
      buildEntry({ callId: 'c', duration: 0, reason: 'remote-reject', message: 'In a meeting' }),
      buildEntry({ callId: 'd', isGroup: true, people: ['bob', 'carol', 'dave'].map((userId) => ({ userId, nickname: '' })) }),
    ]);
    const lines = rows().map((row) => textOf(row));
    expect(lines[0]).to.match(/Bob Outgoing · 1:05 1 min\. ago$/);
    expect(lines[1]).to.match(/Carol Missed/);
    expect(lines[2]).to.match(/Bob Outgoing · Not connected In a meeting/);
    expect(lines[3]).to.match(/Bob, Carol and 1 more/);
    expect(rows().map((row) => row.classList.contains('missed'))).to.deep.equal([false, true, false, false]);
    await expectAccessible(element);
  });

  it('calls again, with sound or picture as it was, one or several', async () => {
    const { element, calling, rows } = await make([buildEntry(), MISSED, buildEntry({ callId: 'd', people: ['bob', 'carol'].map((userId) => ({ userId, nickname: '' })) })]);
    const again = rows().map((row) => find<HTMLButtonElement>(row, '.again'));
    expect(again.map((each) => each.ariaLabel)).to.deep.equal(['Call Bob', 'Video call Carol', 'Call Bob, Carol']);
    const request = nextEvent(element, 'trtc-call-request');
    for (const each of again) each.click();
    expect((await request).detail).to.deep.equal({ userIds: ['bob'], type: 1 });
    expect(calling.commands.filter(([name]) => name !== 'getUserProfiles')).to.deep.equal([['call', 'bob', 1], ['call', 'carol', 2], ['groupCall', ['bob', 'carol'], 1]]);
  });

  it('nobody is called while a call is on', async () => {
    const { calling, rows, set } = await make([buildEntry()]);
    await set({ call: {} });
    const [row] = rows();
    if (row) find<HTMLButtonElement>(row, '.again').click();
    expect(calling.calls('call').length).to.equal(0);
    expect(row && find(row, '.again').ariaDisabled).to.equal('true');
  });

  it('missed calls are marked as seen once they are in view, and stay marked in the list', async () => {
    const { element, calling, rows } = await make([MISSED, buildEntry({ callId: 'a' })], 1);
    await waitUntil(() => calling.callLog.asked.seen === 1);
    await settled(element);
    expect(rows().map((row) => row.classList.contains('fresh'))).to.deep.equal([true, false]);
    expect(calling.callLog.unseen).to.equal(0);
  });

  it('out of view nothing is seen: the number of missed calls stands', async () => {
    const { element, calling } = await make([MISSED], 1, html`<trtc-call-log style="position: fixed; top: -5000px"></trtc-call-log>`);
    // Two frames: by then the observer has spoken.
    await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
    expect(calling.callLog.asked.seen).to.equal(0);
    expect(find(element, '.count').ariaLabel).to.equal('Missed calls: 1');
    expect(element.matches(':state(unseen)')).to.equal(true);
  });

  it('clear asks first', async () => {
    const { element, calling, button } = await make([buildEntry()]);
    button('Clear')?.click();
    await settled(element);
    expect(textOf(element)).to.contain('Clear all calls?');
    await expectAccessible(element);
    button('Keep')?.click();
    await settled(element);
    button('Clear')?.click();
    await settled(element);
    const request = nextEvent(element, 'trtc-clear-log-request');
    button('Clear all')?.click();
    await request;
    await settled(element);
    expect(calling.callLog.asked.cleared).to.equal(1);
    expect(textOf(element)).to.contain('No calls yet');
  });

  it('prevented, the list is kept', async () => {
    const { element, calling, button } = await make([buildEntry()]);
    element.addEventListener('trtc-clear-log-request', (event) => event.preventDefault());
    button('Clear')?.click();
    await settled(element);
    button('Clear all')?.click();
    expect(calling.callLog.asked.cleared).to.equal(0);
  });

  it('only the latest, or only the missed ones', async () => {
    const entries = [buildEntry({ callId: 'a' }), MISSED, buildEntry({ callId: 'c' })];
    const few = await make(entries, 0, html`<trtc-call-log limit="2"></trtc-call-log>`);
    expect(few.rows().length).to.equal(2);
    const missed = await make(entries, 0, html`<trtc-call-log missed-only></trtc-call-log>`);
    expect(missed.rows().length).to.equal(1);
  });

  it('asks once for the names of those nobody has named, and shows the remembered name until then', async () => {
    const { element, calling, set, rows } = await make([buildEntry({ people: [{ userId: 'zoe', nickname: 'Zoe then' }] })]);
    expect(textOf(rows()[0] ?? element)).to.contain('Zoe then');
    expect(calling.calls('getUserProfiles')).to.deep.equal([['getUserProfiles', ['zoe']]]);
    await set({ profiles: { zoe: 'Zoe now' } });
    expect(textOf(rows()[0] ?? element)).to.contain('Zoe now');
    expect(calling.calls('getUserProfiles').length).to.equal(1);
  });

  it('speaks Chinese', async () => {
    const { element } = await make([MISSED], 0, html`<trtc-call-log locale="zh-CN"></trtc-call-log>`);
    await waitUntil(() => textOf(element).includes('通话记录'));
    expect(textOf(element)).to.contain('未接').and.to.contain('1分钟前');
  });

  it('lets go of log and timer when it leaves the page', async () => {
    const { element, calling } = await make([buildEntry()]);
    expect(calling.callLog.held).to.be.greaterThan(0);
    element.remove();
    expect(calling.callLog.held).to.equal(0);
  });
});

describe('whenOf', () => {
  const now = new Date(2026, 4, 20, 15, 30).getTime();
  const ROWS = [
    [now - 5000, 'now'], [now + 99_000, 'now'], [now - 12 * 60_000, '12 min. ago'], [new Date(2026, 4, 20, 9, 5).getTime(), '9:05 AM'],
    [new Date(2026, 4, 19, 23, 50).getTime(), 'yesterday'], [new Date(2026, 4, 17, 1, 0).getTime(), 'Sun'],
    [new Date(2026, 2, 3).getTime(), 'Mar 3'], [new Date(2024, 11, 31).getTime(), 'Dec 31, 2024'],
  ] as const;
  for (const [at, words] of ROWS) {
    it(`${new Date(at).toDateString()} is “${words}”`, () => expect(whenOf(at, now, 'en').replace(/\s/g, ' ')).to.equal(words));
  }

  it('a call just before midnight was yesterday a minute after only in words of minutes', () => {
    expect(whenOf(new Date(2026, 4, 19, 23, 58).getTime(), new Date(2026, 4, 20, 0, 3).getTime(), 'en')).to.equal('5 min. ago');
  });
});

describe('whatOf', () => {
  const say: Parameters<typeof whatOf>[0] = (key, ...params) => fill(logWords[key], params[0]);
  const ROWS: readonly (readonly [Partial<CallLogEntry>, string])[] = [
    [{ duration: 65 }, 'Outgoing · 1:05'], [{ direction: 'incoming', duration: 3600 }, 'Incoming · 1:00:00'], [{ duration: 0 }, 'Outgoing · Not connected'],
    [{ direction: 'incoming', missed: true, duration: 0 }, 'Missed'], [{ direction: 'incoming', reason: 'answered-elsewhere', duration: 0 }, 'Answered on another device'],
  ];
  for (const [parts, words] of ROWS) it(`“${words}”`, () => expect(whatOf(say, buildEntry(parts))).to.equal(words));
});
