import { doc, key } from './model.js';

/**
 * `trtc-calling-elements/angular`: one directive per element, so that strict templates check inputs and outputs, which
 * CUSTOM_ELEMENTS_SCHEMA does not. Written in the partial form in which Angular libraries are published, so that the
 * application's own compiler finishes it (Angular 17 and newer): angular.dev/tools/libraries/creating-libraries#partial-ivy.
 *
 * An input is passed on to the element's property. An output is a name and a type and never emits: Angular listens to
 * the DOM event of that name on the element beside it, and would call the handler twice.
 * @typedef {import('./model.js').ElementModel} ElementModel
 */

const directive = (/** @type {ElementModel} */ { className }) => `${className}Directive`;

/** @param {ElementModel} element */
function runtime(element) {
  const name = directive(element);
  const inputs = element.properties.map((property) => `${key(property.name)}: '${property.name}'`).join(', ');
  const outputs = element.events.map((event) => `'${event.name}': '${event.name}'`).join(', ');
  return `export class ${name} {
  #element = inject(ElementRef).nativeElement;
${element.properties.map((property) => `  get ${key(property.name)}() { return this.#element.${property.name}; }\n  set ${key(property.name)}(value) { this.#element.${property.name} = value; }`).join('\n')}
${element.events.map((event) => `  '${event.name}' = NEVER;`).join('\n')}
  static ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', version: '17.0.0', ngImport: i0, type: ${name}, deps: [], target: i0.ɵɵFactoryTarget.Directive });
  static ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '14.0.0', version: '17.0.0', type: ${name}, isStandalone: true, selector: '${element.tag}', inputs: { ${inputs} }, outputs: { ${outputs} }, ngImport: i0 });
}`;
}

/** @param {ElementModel} element */
function declaration(element) {
  const { className, tag, summary, properties, events } = element;
  const inputs = properties.map((property) => `'${property.name}': { alias: '${property.name}'; required: false }`).join('; ');
  const outputs = events.map((event) => `'${event.name}': '${event.name}'`).join('; ');
  return `/** ${summary} */
export declare class ${directive(element)} {
${properties.map((property) => `${doc(property.description)}  get ${key(property.name)}(): ${className}['${property.name}'];\n  set ${key(property.name)}(value: ${className}['${property.name}']);`).join('\n')}
${events.map((event) => `${doc(event.description)}  readonly '${event.name}': EventEmitter<${event.type}>;`).join('\n')}
  static ɵfac: i0.ɵɵFactoryDeclaration<${directive(element)}, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<${directive(element)}, '${tag}', never, { ${inputs} }, { ${outputs} }, never, never, true, never>;
}`;
}

/** The module. @param {readonly ElementModel[]} elements */
export const angularModule = (elements) => `import * as i0 from '@angular/core';
import { ElementRef, EventEmitter, inject } from '@angular/core';

const NEVER = new EventEmitter();

${elements.map(runtime).join('\n\n')}

/** All of them, for \`imports\`. */
export const TRTC_CALLING_ELEMENTS = [${elements.map(directive).join(', ')}];
`;

/** Its declarations. @param {readonly ElementModel[]} elements */
export function angularTypes(elements) {
  const classes = elements.map(({ className, path }) => `import type { ${className} } from '../../${path.replace(/^dist\//, '')}';`);
  const events = [...new Set(elements.flatMap((element) => element.events.map(({ type }) => type)))].toSorted();
  return `import type { EventEmitter } from '@angular/core';
import * as i0 from '@angular/core';
${classes.join('\n')}
import type { ${events.join(', ')} } from '../../components/events/index.js';

${elements.map(declaration).join('\n\n')}

/** All of them, for \`imports\`. */
export declare const TRTC_CALLING_ELEMENTS: readonly [${elements.map((element) => `typeof ${directive(element)}`).join(', ')}];
`;
}
