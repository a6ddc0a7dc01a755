import '../../../components/define.js';
import '../../../components/video-view/video-view.define.js';
import { ReactiveElement } from 'lit';
import { FakeCalling } from '../../support/fake-calling.js';
import { buildParticipant } from '../../support/snapshots.js';

/**
 * So many tiles, and ten times a second everybody's loudness: `ours` are `<trtc-video-view>`s, `bare` are tiles written by hand of
 * which the script writes the one style that changes.
 */
const query = new URLSearchParams(location.search);
const count = Number(query.get('tiles'));
const people = Array.from({ length: count }, (_, index) => `user-${index}`);

const updates: ReactiveElement[] = [];
const prototype: { performUpdate(): void } = Object.getPrototypeOf(class extends ReactiveElement {}).prototype;
const { performUpdate } = prototype;
prototype.performUpdate = function counted(this: ReactiveElement): void {
  updates.push(this);
  performUpdate.call(this);
};

const stage = document.createElement('div');
const side = Math.ceil(Math.sqrt(count));
stage.style.cssText = `display:grid;grid-template-columns:repeat(${side},1fr);gap:4px;block-size:880px;background:#0f1013`;
document.body.append(stage);

/** Loud enough to be seen, and another loudness each time. */
const loudness = (turn: number, index: number): number => 20 + ((turn * 7 + index * 13) % 60);

function ours(): (turn: number) => void {
  const calling = new FakeCalling({ call: { type: 2, participants: people.map((userId) => buildParticipant({ userId })) } });
  const provider = document.createElement('trtc-calling-provider');
  provider.calling = calling;
  provider.style.display = 'contents';
  stage.append(provider);
  provider.append(...people.map((userId) => {
    const view = document.createElement('trtc-video-view');
    view.userId = userId;
    return view;
  }));
  return (turn) => calling.setLevels(people.map((userId, index) => ({ userId, volume: loudness(turn, index) })));
}

function bare(): (turn: number) => void {
  const style = document.createElement('style');
  style.textContent = `
    .tile { position: relative; border-radius: 12px; background: #1f2127; color: #f6f7f9; overflow: hidden; display: grid; place-items: center; container-type: size; }
    .person { position: relative; display: grid; place-items: center; inline-size: min(40cqmin, 120px); aspect-ratio: 1; }
    .halo { position: absolute; inset: 0; border-radius: 50%; background: #8ab8ff; opacity: 0.35; }
    .face { position: relative; inline-size: 100%; block-size: 100%; border-radius: 50%; display: grid; place-items: center; background: #345; }
    .ring { position: absolute; inset: 0; border-radius: inherit; box-shadow: inset 0 0 0 3px #8ab8ff; }
    .name { position: absolute; inset-block-end: 8px; inset-inline-start: 8px; padding: 2px 8px; border-radius: 8px; background: rgb(12 13 16 / 0.62); }
    video { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; visibility: hidden; }`;
  document.head.append(style);
  stage.innerHTML = people.map((userId) => `
    <div class="tile"><video></video><div class="person"><div class="halo"></div><div class="face">U</div></div><div class="ring"></div><span class="name">${userId}</span></div>`).join('');
  const halos = [...stage.querySelectorAll<HTMLElement>('.halo')];
  return (turn) => { for (const [index, halo] of halos.entries()) halo.style.transform = `scale(${1 + loudness(turn, index) / 220})`; };
}

const tell = query.get('way') === 'ours' ? ours() : bare();
let turn = 0;
let timer = 0;
let from = 0;
window.hotPath = {
  start() {
    updates.length = 0;
    from = turn;
    timer = setInterval(() => { turn += 1; tell(turn); }, 100);
  },
  stop() {
    clearInterval(timer);
    const strangers = updates.filter(({ localName }) => localName !== 'trtc-video-view').length;
    return { events: turn - from, renders: updates.length, strangers };
  },
};
