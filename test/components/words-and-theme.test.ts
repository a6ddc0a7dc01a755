import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import en from '../../components/locales/en.js';
import { directionOf, loadLocale, matchLocale, plural, resetStrings, setStrings } from '../../components/locales/index.js';
import { LOADERS } from '../../components/locales/match-locale.js';
import { fill, type Sentence } from '../../components/locales/messages.js';
import { lookUp } from '../../components/locales/registry.js';
import { TOKENS } from '../../components/theme/tokens.js';
import { DOM_EVENT_NAMES } from '../../src/calling/delegate.js';
import * as components from '../../components/index.js';
import { find, mount, settled, textOf } from '../support/mount.js';

const COUNTS = [0, 1, 2, 3, 11, 100];
/** Says something for each number, says the number for the last, and leaves no brace. */
const isWhole = (sentence: Exclude<Sentence, string>, asked: readonly string[]): boolean =>
  asked.includes('{count}') && COUNTS.every((count) => {
    const said = sentence({ count, names: 'Ann' });
    return said.trim() !== '' && braces(said).length === 0 && (count !== 100 || said.includes('100')) && said.includes('Ann') === asked.includes('{names}');
  });
const braces = (sentence: string): string[] => (sentence.match(/\{\w+\}/g) ?? []).toSorted();

describe('locales', () => {
  for (const [name, load] of Object.entries(LOADERS)) {
    it(`${name} has every sentence of English, with the same placeholders and no others, whatever the number`, async () => {
      const { default: words } = await load();
      expect(Object.keys(words).toSorted()).to.deep.equal(Object.keys(en).toSorted());
      const wrong = Object.entries<Sentence>(words).filter(([key, sentence]) => {
        const asked = braces(Object.entries(en).find(([each]) => each === key)?.[1] ?? '');
        return typeof sentence === 'string' ? sentence.trim() === '' || braces(sentence).join() !== asked.join() : !isWhole(sentence, asked);
      });
      expect(wrong).to.deep.equal([]);
    });
  }

  it('Arabic has six ways to say how many', async () => {
    const { default: { showMore } } = await LOADERS.ar();
    expect(new Set([0, 1, 2, 3, 11, 100].map((count) => showMore({ count }).replace(String(count), '#'))).size).to.equal(6);
  });

  it('what is said of a number goes by it, in an element and in words of the application', async () => {
    const { element } = await mount(html`<trtc-person-card user-ids="ann,bob,carol,dave" locale="ar"></trtc-person-card>`);
    await waitUntil(() => textOf(element).includes('وشخصان آخران'));
    Object.assign(element, { strings: { namesAndMore: plural('ar', { other: '{names} +{count}' }) } });
    await settled(element);
    expect(textOf(element)).to.contain('Bob +2');
    expect(plural('fr', { one: '{count} place', other: '{count} places' })({ count: 1 })).to.equal('1 place');
    expect(plural('fr', { other: '{count} places' })({ count: 1 })).to.equal('1 places');
  });

  it('no language is loaded before somebody asks for it', async () => {
    expect(lookUp('de', 'mute')).to.equal(undefined);
    const element = await fixture<HTMLElement>(html`<trtc-dial-pad locale="de-AT"></trtc-dial-pad>`);
    await waitUntil(() => find(element, '.title').textContent === 'Wen möchtest du anrufen?');
    expect(lookUp('de', 'mute')).to.equal('Stummschalten');
    expect(lookUp('fr', 'mute')).to.equal(undefined);
  });

  it('no sentence shouts', () => {
    expect(Object.values(en).filter((sentence) => /[!！]/.test(sentence))).to.deep.equal([]);
  });

  it('matchLocale serves a tag as well as it can, and anything else in English', () => {
    expect(['zh-CN', 'zh', 'zh-Hans-SG', 'zh-SG', 'en-GB', 'en', 'it', '', 'no_tag!', '__proto__', 'x'.repeat(999)].map(matchLocale))
      .to.deep.equal(['zh-CN', 'zh-CN', 'zh-CN', 'zh-CN', 'en', 'en', 'en', 'en', 'en', 'en', 'en']);
    expect(['zh-Hant', 'zh-HK', 'zh-MO', 'pt', 'pt-PT', 'es-419', 'fr-CA', 'de-CH', 'ja-JP', 'ko-KR', 'ar-EG'].map(matchLocale))
      .to.deep.equal(['zh-TW', 'zh-TW', 'zh-TW', 'pt-BR', 'pt-BR', 'es', 'fr', 'de', 'ja', 'ko', 'ar']);
  });

  it('directionOf knows the right-to-left scripts', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'en', 'zh-CN', '!'].map(directionOf)).to.deep.equal(['rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr']);
  });

  it('fill puts values into braces, once, and leaves what has none', () => {
    expect(fill('{a} and {b}', { a: '{b}', b: 2 })).to.equal('{b} and 2');
    expect(fill('{constructor}', {})).to.equal('{constructor}');
  });

  it('English needs no file; another language is loaded once', async () => {
    expect(lookUp('en', 'mute')).to.equal(undefined);
    await Promise.all([loadLocale('zh-CN'), loadLocale('zh')]);
    expect(lookUp('zh-CN', 'mute')).to.equal('静音');
  });

  it('setStrings replaces sentences in the whole page until they are reset', async () => {
    const { element } = await mount(html`<trtc-hangup-button labelled></trtc-hangup-button>`, { call: {} });
    setStrings('en', { hangUp: 'Leave' });
    await settled(element);
    expect(textOf(element)).to.equal('Leave');
    resetStrings('en');
    await settled(element);
    expect(textOf(element)).to.equal('Hang up');
  });

  it('an element\'s own strings go before the provider\'s, and both before the language', async () => {
    const { element } = await mount(html`<trtc-call-controls labelled></trtc-call-controls>`, { call: {} });
    const provider = element.closest('trtc-calling-provider');
    if (provider) provider.strings = { hangUp: 'Outer', mic: 'Outer mic' };
    Object.assign(element, { strings: { hangUp: 'Inner' } });
    await settled(provider ?? element);
    expect(textOf(element)).to.contain('Inner').and.to.contain('Outer mic').and.not.to.contain('Outer Hang');
  });

  it('without a locale it goes by the nearest lang of the page', async () => {
    const element = await fixture<HTMLElement>(html`<trtc-dial-pad lang="zh-CN"></trtc-dial-pad>`);
    await waitUntil(() => find(element, '.title').textContent === '想和谁通话？');
  });

  it('follows the page when its language changes', async () => {
    const before = document.documentElement.lang;
    const element = await fixture<HTMLElement>(html`<trtc-dial-pad></trtc-dial-pad>`);
    document.documentElement.lang = 'zh-CN';
    await waitUntil(() => find(element, '.title').textContent === '想和谁通话？');
    expect(find(element, 'form').lang).to.equal('zh-CN');
    document.documentElement.lang = 'en';
    await waitUntil(() => find(element, '.title').textContent === 'Who do you want to call?');
    document.documentElement.lang = before;
  });

  it('a right-to-left language turns the element round', async () => {
    const { element } = await mount(html`<trtc-dial-pad locale="ar"></trtc-dial-pad>`);
    expect(getComputedStyle(element).direction).to.equal('rtl');
    expect(element.matches(':state(rtl)')).to.equal(true);
  });
});

describe('theme', () => {
  it('theme.css has every token with the value in force without it, and says what it is for', async () => {
    const file = await fetch(new URL('../../components/theme/theme.css', import.meta.url));
    const lines = [...(await file.text()).matchAll(/^ {2}--trtc-([\w-]+): (.+); \/\* \S.* \*\/$/gm)];
    expect(Object.fromEntries(lines.map(([, name, value]) => [name, value]))).to.deep.equal(TOKENS);
  });

  it('a token set around an element changes it', async () => {
    const { element } = await mount(html`<trtc-hangup-button></trtc-hangup-button>`, { call: {} });
    element.parentElement?.style.setProperty('--trtc-hangup', 'rgb(1, 2, 3)');
    expect(getComputedStyle(find(element, '.disc')).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('the page\'s color-scheme counts without a theme, and auto is the system\'s', async () => {
    const { element } = await mount(html`<trtc-dial-pad></trtc-dial-pad>`);
    const holder = element.closest('trtc-calling-provider')?.parentElement;
    const colour = (): string => getComputedStyle(element).color;
    holder?.style.setProperty('color-scheme', 'dark');
    const dark = colour();
    holder?.style.setProperty('color-scheme', 'light');
    const light = colour();
    expect(dark).not.to.equal(light);
    Object.assign(element, { theme: 'auto' });
    await settled(element);
    expect(colour()).to.equal(matchMedia('(prefers-color-scheme: dark)').matches ? dark : light);
  });

  it('hidden hides', async () => {
    const { element } = await mount(html`<trtc-call-panel hidden dialer></trtc-call-panel>`);
    expect(getComputedStyle(element).display).to.equal('none');
  });
});

describe('components/index', () => {
  it('gives out a class for every element that define registers, under its own name', async () => {
    const text = await (await fetch(new URL('../../components/define.ts', import.meta.url))).text();
    expect(text).to.contain('calling-provider');
    for (const [name, value] of Object.entries(components)) {
      if (typeof value !== 'function' || !(value.prototype instanceof HTMLElement)) continue;
      const tag = name.replace(/^Trtc/, 'trtc').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(customElements.get(tag), tag).to.equal(value);
    }
  });

  it('gives out an event class for every delegate callback', () => {
    const names = new Set(Object.values(DOM_EVENT_NAMES).map((name) => name.replace(/^trtc/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())));
    const exported = Object.keys(components).map((name) => name.replace(/^Trtc|Event$/g, '').toLowerCase());
    for (const name of names) expect(exported).to.include(name.toLowerCase());
  });
});
