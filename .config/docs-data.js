/**
 * What the guide and the gallery tell, taken from the sources and the manifest, so that it cannot go stale: the elements,
 * the members of TRTCCalling, the delegate callbacks, the types, and what each type name stands for.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { ROOT } from './entries.js';

/** @typedef {import('../demo/docs-data.js').Docs} Docs */
/** @typedef {import('../demo/docs-data.js').ElementDoc} ElementDoc */
/** @typedef {import('../demo/docs-data.js').MemberDoc} MemberDoc */
/** @typedef {import('../demo/docs-data.js').TypeDoc} TypeDoc */

const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');

/** The text of a doc block without its stars. @param {string} value */
const plain = (value) => value.replace(/^\*/, '').split('\n').map((line) => line.replace(/^\s*\* ?/, '').trim()).join(' ').replaceAll(/\{@link\s+([^}]+)\}/g, '$1').trim();

/** Parses a source file and finds the doc block that stands directly before a place. @param {string} file */
function open(file) {
  const code = read(file);
  const { program, comments, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const docAt = (/** @type {number} */ start) => {
    const comment = comments.findLast(({ end }) => end <= start);
    return comment?.type === 'Block' && comment.value.startsWith('*') && code.slice(comment.end, start).trim() === '' ? plain(comment.value) : '';
  };
  return { code, body: /** @type {any[]} */ (/** @type {unknown} */ (program.body)), docAt };
}

/** @param {string} file @returns {TypeDoc[]} every exported type and interface */
export function typesOf(file) {
  const { code, body, docAt } = open(file);
  return body
    .filter((node) => node.type === 'ExportNamedDeclaration' && /^TS(Interface|TypeAlias)Declaration$/.test(node.declaration?.type))
    .map((node) => ({
      name: node.declaration.id.name,
      description: docAt(node.start),
      text: code.slice(node.declaration.start, node.declaration.end),
      members: node.declaration.type === 'TSInterfaceDeclaration' ? membersOf(code, node.declaration, docAt) : [],
    }));
}

/** @param {string} code @param {any} declaration @param {(start: number) => string} docAt @returns {MemberDoc[]} */
const membersOf = (code, declaration, docAt) => declaration.body.body.filter((/** @type {any} */ { key }) => key).map((/** @type {any} */ member) => ({
  name: member.key.name,
  kind: member.type === 'TSMethodSignature' ? 'method' : 'property',
  signature: code.slice(member.start, member.end).replace(/;$/, ''),
  description: docAt(member.start),
}));

/** @param {string} file @param {string} name */
const interfaceIn = (file, name) => typesOf(file).find((type) => type.name === name)?.members ?? [];

/** @returns {MemberDoc[]} the static methods of TRTCCalling */
function statics() {
  const file = 'src/trtc-calling.ts';
  const { code, body, docAt } = open(file);
  const found = body.find((node) => node.declaration?.type === 'ClassDeclaration' && node.declaration.id.name === 'TRTCCalling');
  return found.declaration.body.body.filter((/** @type {any} */ member) => member.static).map((/** @type {any} */ member) => ({
    name: member.key.name,
    kind: 'method',
    signature: code.slice(member.start, member.value.body.start).trim(),
    description: docAt(member.start),
  }));
}

const sources = (/** @type {string} */ folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map((file) => join(folder, String(file))).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

/** Names of types that are a choice of words or numbers, with the choice. @returns {Record<string, string>} */
export function choices() {
  /** @type {Record<string, string>} */
  const found = {};
  for (const file of [...sources('components'), ...sources('src/calling')]) {
    for (const [, name = '', text = ''] of read(file).matchAll(/^export type (\w+) =\s*((?:\|?\s*(?:'[^']*'|\d+)\s*)+);/gm)) found[name] = text.trim();
  }
  return found;
}

/** @param {any} item */
const described = ({ name, description = '', summary = '', default: initial, type, attribute, parameters, return: result }) => ({
  name: name ?? '', description: description || summary, ...(initial === undefined ? {} : { initial }), ...(type?.text === undefined ? {} : { type: type.text }),
  ...(attribute === undefined ? {} : { attribute }),
  ...(parameters === undefined ? {} : { type: `(${parameters.map((/** @type {any} */ one) => `${one.name}: ${one.type?.text ?? 'unknown'}`).join(', ')}) => ${result?.type?.text ?? 'void'}` }),
});

/** @param {Record<string, string>} named @returns {(item: any) => any} */
const withChoice = (named) => (item) => ({ ...described(item), type: named[item.type?.text] ?? item.parsedType?.text ?? item.type?.text ?? 'string' });

/** @param {any} declaration @param {Record<string, string>} named @returns {ElementDoc} */
function elementOf(declaration, named) {
  const { tagName, name, summary = '', description = '', attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [], cssStates = [] } = declaration;
  const fields = members.filter((/** @type {any} */ member) => member.kind === 'field' && !member.static);
  return {
    tag: tagName,
    name: tagName.replace(/^trtc-/, ''),
    className: name,
    summary: summary || description,
    attributes: attributes.map(withChoice(named)),
    properties: fields.filter((/** @type {any} */ field) => field.attribute === undefined).map(described),
    methods: members.filter((/** @type {any} */ member) => member.kind === 'method' && !member.static).map(described),
    events: events.filter((/** @type {any} */ event) => event.name?.startsWith('trtc-')).map(described),
    slots: slots.map(described),
    parts: cssParts.map(described),
    cssProperties: cssProperties.map(described),
    states: cssStates.map(described),
  };
}

/** @returns {ElementDoc[]} every element of the manifest, by its name */
export function elements() {
  if (!existsSync(join(ROOT, 'custom-elements.json'))) return [];
  const named = choices();
  /** @type {{ declarations?: any[] }[]} */
  const modules = JSON.parse(read('custom-elements.json')).modules;
  return modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName !== undefined)
    .map((declaration) => elementOf(declaration, named)).toSorted((one, other) => one.tag.localeCompare(other.tag));
}

/** @returns {import('../demo/docs-data.js').ItemDoc[]} the theme's custom properties, each with what it is for */
const tokens = () => [...read('components/theme/theme.css').matchAll(/^ *(--trtc-[\w-]+): (.+?); \/\* (.+?) \*\/$/gm)].map(([, name = '', initial = '', description = '']) => ({ name, initial, description }));

/** @returns {Docs} */
export const docs = () => ({
  elements: elements(),
  tokens: tokens(),
  statics: statics(),
  calling: interfaceIn('src/calling/calling.ts', 'Calling'),
  callbacks: interfaceIn('src/calling/delegate.ts', 'DelegateEventMap'),
  types: typesOf('src/calling/state/call-state.ts'),
  options: [...typesOf('src/trtc-calling.ts'), ...typesOf('src/engines/load-engine.ts'), ...typesOf('src/engines/local/options.ts'), ...typesOf('src/engines/memory/memory-network.ts')]
    .filter(({ members }) => members.length > 0),
});
