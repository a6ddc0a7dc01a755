import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../entries.js';

/**
 * One property: its name, its attribute ('' for none), and a sentence.
 * @typedef {{ name: string, attribute: string, description: string }} Property
 * @typedef {{ name: string, type: string, description: string }} FiredEvent
 * @typedef {{ tag: string, className: string, path: string, summary: string, properties: readonly Property[], events: readonly FiredEvent[] }} ElementModel
 */

/** @typedef {{ kind: string, name: string, attribute?: string, readonly?: boolean, static?: boolean, description?: string }} Member */

/** A text of the manifest as it may stand in a doc comment. @param {string | undefined} text */
const sentence = (text) => (text ?? '').replaceAll('*/', '*\u2060/').replace(/\s+/g, ' ').trim();

/**
 * What a framework's types need to know of each element, from custom-elements.json.
 * @returns {readonly ElementModel[]}
 */
export function elementModels() {
  const { modules } = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8'));
  return modules.flatMap((/** @type {any} */ { path, declarations = [] }) =>
    declarations.filter((/** @type {any} */ { tagName }) => tagName).map((/** @type {any} */ declaration) => ({
      tag: declaration.tagName,
      className: declaration.name,
      path,
      summary: sentence(declaration.summary),
      properties: (declaration.members ?? [])
        .filter((/** @type {Member} */ { kind, readonly, static: isStatic }) => kind === 'field' && !readonly && !isStatic)
        .map((/** @type {Member} */ { name, attribute, description }) => ({ name, attribute: attribute ?? '', description: sentence(description) })),
      events: (declaration.events ?? []).map((/** @type {any} */ { name, type, description }) => ({ name, type: type.text, description: sentence(description) })),
    })));
}

/** The doc comment of a member, indented by two. @param {string} text */
export const doc = (text) => (text === '' ? '' : `  /** ${text} */\n`);

/** `userId` or `'user-id'`. @param {string} name */
export const key = (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`);
