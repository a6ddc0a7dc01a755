import { expect, html, waitUntil } from '@open-wc/testing';
import { itemByKey } from '../../components/more-button/menu-keys.js';
import type { TrtcMoreButton } from '../../components/more-button/more-button.js';
import { placeMenu } from '../../components/base/place.js';
import { expectAccessible, find, mount, press, settled } from '../support/mount.js';

const menuOf = (element: Element): HTMLElement => find(element, '.menu');
const isOpen = (element: Element): boolean => menuOf(element).matches(':popover-open');
const key = (name: string): KeyboardEvent => new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true });

const more = () => mount<TrtcMoreButton>(html`
  <trtc-more-button>
    <button role="menuitem" tabindex="-1" id="one">One</button>
    <button role="menuitem" tabindex="-1" id="gone" hidden>Gone</button>
    <button role="menuitem" tabindex="-1" id="two">Two</button>
    <button role="menuitem" tabindex="-1" id="three">Three</button>
  </trtc-more-button>`, { call: {} });

describe('TrtcMoreButton', () => {
  it('a press opens the menu with the focus on its first row, another one closes it', async () => {
    const { element } = await more();
    const button = find(element, 'button');
    expect([button.ariaHasPopup, button.ariaExpanded]).to.deep.equal(['menu', 'false']);
    await press(element);
    await waitUntil(() => isOpen(element));
    await settled(element);
    expect([document.activeElement?.id, button.ariaExpanded, element.matches(':state(open)')]).to.deep.equal(['one', 'true', true]);
    await press(element);
    expect(isOpen(element)).to.equal(false);
  });

  it('arrows, Home and End go through the rows, round and without those that are hidden', async () => {
    const { element } = await more();
    await element.open();
    const visited = ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End'].map((name) => {
      document.activeElement?.dispatchEvent(key(name));
      return document.activeElement?.id;
    });
    expect(visited).to.deep.equal(['two', 'three', 'one', 'three', 'one', 'three']);
  });

  it('the arrows open it from the button: down at the first row, up at the last', async () => {
    const { element } = await more();
    find(element, 'button').dispatchEvent(key('ArrowUp'));
    await waitUntil(() => document.activeElement?.id === 'three');
    element.close();
    find(element, 'button').dispatchEvent(key('ArrowDown'));
    await waitUntil(() => document.activeElement?.id === 'one');
  });

  it('Esc closes it, goes no further, and the button has the focus again', async () => {
    const { element } = await more();
    let heard = 0;
    element.parentElement?.addEventListener('keydown', () => { heard += 1; });
    await element.open();
    document.activeElement?.dispatchEvent(key('Escape'));
    expect([isOpen(element), heard, document.activeElement]).to.deep.equal([false, 0, element]);
    expect(element.shadowRoot?.activeElement).to.equal(find(element, 'button'));
  });

  it('Tab, a press elsewhere and the focus elsewhere close it', async () => {
    const { element } = await more();
    const outside = document.createElement('button');
    document.body.append(outside);
    const ways = [
      () => document.activeElement?.dispatchEvent(key('Tab')),
      () => outside.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true })),
      () => outside.focus(),
    ];
    for (const way of ways) {
      await element.open();
      expect(isOpen(element)).to.equal(true);
      way();
      expect(isOpen(element), String(way)).to.equal(false);
    }
    outside.remove();
  });

  it('a press on a row closes it and the button has the focus; a press between rows does not', async () => {
    const { element } = await more();
    await element.open();
    menuOf(element).click();
    expect(isOpen(element)).to.equal(true);
    find(element, '#two').focus();
    find(element, '#two').click();
    expect([isOpen(element), document.activeElement]).to.deep.equal([false, element]);
  });

  it('what a row opened keeps the focus', async () => {
    const { element } = await more();
    const dialog = document.createElement('input');
    document.body.append(dialog);
    find(element, '#one').addEventListener('click', () => dialog.focus());
    await element.open();
    find(element, '#one').click();
    expect([isOpen(element), document.activeElement]).to.deep.equal([false, dialog]);
    dialog.remove();
  });

  it('fetches what goes into it before it opens', async () => {
    const { element } = await more();
    let isReady = false;
    element.prepare = async () => { await Promise.resolve(); isReady = !isOpen(element); };
    await element.open();
    expect([isReady, isOpen(element)]).to.deep.equal([true, true]);
  });

  it('taken out of the page while open, it lets go of the window and is closed when it comes back', async () => {
    const { element } = await more();
    const parent = element.parentElement;
    await element.open();
    element.remove();
    parent?.append(element);
    await settled(element);
    expect([isOpen(element), find(element, 'button').ariaExpanded]).to.deep.equal([false, 'false']);
  });

  it('axe finds nothing, closed and open', async () => {
    const { element } = await more();
    await expectAccessible(element);
    await element.open();
    await expectAccessible(element, { ignoredRules: ['color-contrast'] });
  });
});

describe('placeMenu', () => {
  const view = { width: 400, height: 600 };
  it('lies above its button, centred, and inside the window', () => {
    expect(placeMenu({ left: 180, top: 540, width: 40, height: 40 }, { width: 200, height: 150 }, view)).to.deep.equal({ left: 100, top: 382, maxHeight: 524 });
    expect(placeMenu({ left: 380, top: 540, width: 40, height: 40 }, { width: 200, height: 150 }, view).left).to.equal(192);
    expect(placeMenu({ left: 0, top: 540, width: 40, height: 40 }, { width: 200, height: 150 }, view).left).to.equal(8);
  });
  it('lies below a button at the top, and is as high as there is room', () => {
    expect(placeMenu({ left: 180, top: 10, width: 40, height: 40 }, { width: 200, height: 150 }, view).top).to.equal(58);
    const tight = placeMenu({ left: 0, top: 100, width: 40, height: 40 }, { width: 100, height: 900 }, { width: 200, height: 220 });
    expect(tight).to.deep.equal({ left: 8, top: 8, maxHeight: 84 });
  });
});

describe('itemByKey', () => {
  it('goes nowhere without rows, or by another key', () => {
    expect([itemByKey('ArrowDown', -1, 0), itemByKey('a', 0, 3), itemByKey('ArrowDown', -1, 3), itemByKey('ArrowUp', -1, 3)]).to.deep.equal([undefined, undefined, 0, 2]);
  });
});
