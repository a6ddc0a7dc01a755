import { doc, key } from './model.js';

/** @typedef {import('./model.js').ElementModel} ElementModel */

const HEAD = `/** What each element takes and fires, for the types of the frameworks. Made from custom-elements.json. */
/** What a markup attribute may be for a property of type T: HTML knows only texts, and \`''\` for a boolean that is on. */
export type AttributeValue<T> =
  | (Exclude<T, null> extends boolean ? boolean | '' : never)
  | Extract<T, string>
  | (Extract<T, number> extends never ? never : number extends Extract<T, number> ? number | \`\${number}\` : Extract<T, number> | \`\${Extract<T, number>}\`);
`;

/** @param {ElementModel} element */
function shapes({ className, properties, events }) {
  const attributes = properties.filter(({ attribute }) => attribute !== '');
  return [
    `export interface ${className}Attributes {`,
    ...attributes.map(({ name, attribute, description }) => `${doc(description)}  ${key(attribute)}?: AttributeValue<${className}['${name}']> | undefined;`),
    '}',
    `export interface ${className}Properties {`,
    ...properties.map(({ name, description }) => `${doc(description)}  ${key(name)}?: ${className}['${name}'] | undefined;`),
    '}',
    `export interface ${className}Events {`,
    ...events.map(({ name, type, description }) => `${doc(description)}  '${name}': ${type};`),
    '}',
  ].join('\n');
}

/**
 * `elements.d.ts`: attributes, properties and events of each element, which the frameworks' own files are made of.
 * @param {readonly ElementModel[]} elements
 */
export function elementTypes(elements) {
  const classes = elements.map(({ className, path }) => `import type { ${className} } from '../../${path.replace(/^dist\//, '')}';`);
  const events = [...new Set(elements.flatMap((element) => element.events.map(({ type }) => type)))].toSorted();
  return `${classes.join('\n')}\nimport type { ${events.join(', ')} } from '../../components/events/index.js';\n\n${HEAD}\n${elements.map(shapes).join('\n\n')}\n`;
}

/** The import line of a framework's file. @param {readonly ElementModel[]} elements */
export const importShapes = (elements) =>
  `${elements.map(({ className, path }) => `import type { ${className} } from '../../${path.replace(/^dist\//, '')}';`).join('\n')}\nimport type { ${elements.flatMap(({ className }) => [`${className}Attributes`, `${className}Properties`, `${className}Events`]).join(', ')} } from './elements.js';\n`;
