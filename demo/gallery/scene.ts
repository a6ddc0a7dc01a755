import { render } from 'lit';
import { LOCAL_USER, type DelegateCall, type DelegateListener } from '../../src/index.js';
import { FakeCalling, type Command } from '../../test/support/fake-calling.js';
import { SELF } from '../../test/support/snapshots.js';
import type { ElementDoc } from '../docs-data.js';
import { pictureOf, screenOf } from './pictures.js';
import type { ElementState } from './state.js';

/** What the visitor turned: attributes as they stand (null: none), text by slot, values by custom property, declarations by part. */
export interface Knobs {
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly slots: Readonly<Record<string, string>>;
  readonly cssProperties: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<string, string>>;
}

export const NO_KNOBS: Knobs = { attributes: {}, properties: {}, slots: {}, cssProperties: {}, parts: {} };

export interface SceneOptions {
  readonly locale: string;
  readonly theme: string;
  readonly knobs: Knobs;
}

/** Something that happened in a scene. */
export interface SceneNews {
  readonly kind: 'event' | 'command';
  readonly name: string;
  readonly detail: unknown;
}

const PROVIDER = 'trtc-calling-provider';

/** One element in one state, in a provider whose TRTCCalling is a fake that says only what the state says. */
export class Scene {
  readonly element: HTMLElement;
  readonly calling: FakeCalling;
  readonly #root: HTMLElement;
  readonly #stop = new AbortController();

  /** Builds it into `root`, which holds nothing else. */
  constructor(root: HTMLElement, doc: ElementDoc, state: ElementState, { locale, theme, knobs }: SceneOptions, onNews?: (news: SceneNews) => void) {
    this.#root = root;
    this.calling = state.parts ? new FakeCalling(state.parts) : new FakeCalling();
    giveMedia(this.calling, state);
    state.setup?.(this.calling);
    this.element = document.createElement(doc.tag);
    writeOn(this.element, state, knobs);
    if (state.content) render(state.content(), this.element);
    for (const [slot, text] of Object.entries(knobs.slots)) {
      if (text !== '') this.element.append(Object.assign(document.createElement('span'), { slot, textContent: text }));
    }
    const provider = doc.tag === PROVIDER ? this.element : document.createElement(PROVIDER);
    // Before it is in the page: an element that is upgraded must not ask for the page's own TRTCCalling.
    Object.assign(provider, { calling: this.calling });
    if (!provider.hasAttribute('locale')) provider.setAttribute('locale', locale);
    if (!provider.hasAttribute('theme')) provider.setAttribute('theme', theme);
    if (provider !== this.element) provider.append(this.element);
    if (onNews) this.#tell(doc, onNews);
    root.replaceChildren(...Object.keys(knobs.parts).length > 0 ? [partRules(doc, knobs), provider] : [provider]);
  }

  /** Resolves when the element has been rendered and brought into its state. */
  async ready(state: ElementState): Promise<void> {
    const { element } = this;
    if ('updateComplete' in element) await element.updateComplete;
    await state.act?.(element, this.calling);
  }

  dispose(): void {
    this.#stop.abort();
    this.#root.replaceChildren();
  }

  #tell(doc: ElementDoc, onNews: (news: SceneNews) => void): void {
    const { signal } = this.#stop;
    for (const { name } of doc.events) {
      this.element.addEventListener(name, (event) => onNews({ kind: 'event', name, detail: event instanceof CustomEvent ? event.detail : null }), { signal });
    }
    const { commands } = this.calling;
    const push = commands.push.bind(commands);
    commands.push = (...added: Command[]) => {
      for (const [name, ...args] of added) onNews({ kind: 'command', name, detail: args });
      return push(...added);
    };
    const listener: DelegateListener = (...[type, params]) => onNews({ kind: 'event', name: type, detail: params } satisfies SceneNews & { readonly name: DelegateCall['type'] });
    this.calling.registerListener(listener);
    signal.addEventListener('abort', () => this.calling.unRegisterListener(listener));
  }
}

function writeOn(element: HTMLElement, state: ElementState, { attributes, properties, cssProperties }: Knobs): void {
  const all = { ...Object.fromEntries(Object.entries(state.attributes ?? {}).map(([name, value]) => [name, value === true ? '' : value])), ...attributes };
  for (const [name, value] of Object.entries(all)) if (value !== null) element.setAttribute(name, value);
  Object.assign(element, state.properties, properties);
  for (const [name, value] of Object.entries(cssProperties)) element.style.setProperty(name, value);
}

/** Whoever has a picture in the snapshot shows one. */
function giveMedia(calling: FakeCalling, { levels = {} }: ElementState): void {
  const { call, devices } = calling.state;
  for (const { userId, video, screen } of call?.participants ?? []) {
    if (video) calling.setTrack(userId, 'video', pictureOf(userId));
    if (screen) calling.setTrack(userId, 'screen', screenOf(userId));
  }
  if (devices.camera.on) calling.setTrack(LOCAL_USER, 'video', pictureOf(SELF));
  if (devices.screen.on) calling.setTrack(LOCAL_USER, 'screen', screenOf(SELF));
  for (const [userId, volume] of Object.entries(levels)) calling.setLevel(userId, volume);
}

/** A declaration that the browser does not understand is dropped by it. */
function partRules(doc: ElementDoc, { parts }: Knobs): HTMLStyleElement {
  const style = document.createElement('style');
  const known = Object.entries(parts).filter(([name]) => doc.parts.some((part) => part.name === name));
  style.textContent = known.map(([name, declarations]) => `${doc.tag}::part(${name}) { ${declarations.replaceAll(/[{}]/g, '')} }`).join('\n');
  return style;
}

/** The element as one would write it. */
export function writtenAs(doc: ElementDoc, state: ElementState, { attributes, slots, cssProperties, parts }: Knobs): string {
  const all = { ...state.attributes, ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, value ?? undefined])) };
  const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const said = Object.entries(all).filter(([, value]) => value !== undefined).map(([name, value]) => (value === true || value === '' ? name : `${name}="${quoted(String(value))}"`));
  const styles = Object.entries(cssProperties).filter(([, value]) => value !== '');
  if (styles.length > 0) said.push(`style="${quoted(styles.map(([name, value]) => `${name}: ${value}`).join('; '))}"`);
  const open = [doc.tag, ...said].join(said.length > 3 ? '\n  ' : ' ');
  const inside = Object.entries(slots).filter(([, text]) => text !== '').map(([slot, text]) => `\n  <span${slot ? ` slot="${slot}"` : ''}>${text.replaceAll('<', '&lt;')}</span>`).join('');
  const rules = Object.entries(parts).filter(([, text]) => text !== '').map(([name, text]) => `  ${doc.tag}::part(${name}) { ${text} }`).join('\n');
  return `${rules ? `<style>\n${rules}\n</style>\n\n` : ''}<${open}>${inside}${inside ? '\n' : ''}</${doc.tag}>`;
}

