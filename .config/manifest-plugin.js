/**
 * Makes the manifest the public face of the elements: the analyzer lists #private and @state members too, and names
 * the TypeScript sources where a reader of the package needs the files that are shipped.
 */

/** @typedef {{ name: string, privacy?: string }} Member */
/** @typedef {{ name: string, tagName?: string, members?: Member[], events?: { name?: string }[] }} Declaration */
/** @typedef {{ path: string, declarations?: Declaration[], exports?: { kind: string }[] }} Module */
/** @typedef {{ modules: Module[] }} Manifest */

/** What Lit calls by itself; nobody who uses an element does. */
const LIFECYCLE = new Set([
  'render', 'update', 'updated', 'firstUpdated', 'willUpdate', 'shouldUpdate', 'createRenderRoot', 'getUpdateComplete',
  'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback', 'requestUpdate', 'styles', 'properties', 'shadowRootOptions', 'formAssociated',
]);

/** A source file, as the analyzer names it (`x.ts`, or `/x.js` where another file imports it), is shipped below dist. @param {string} path */
export const shippedPath = (path) => (/^\/?components\//.test(path) ? `dist/${path.replace(/^\//, '').replace(/\.ts$/, '.js')}` : path);

/** @param {Member} member */
const isPublic = (member) =>
  !member.name.startsWith('#') && !member.name.startsWith('_') && member.privacy !== 'private' && member.privacy !== 'protected' && !LIFECYCLE.has(member.name);

/** Elements, where they are registered, and the events they fire; the rest is how it is made. @param {Module} module */
const isForUsers = ({ path, declarations = [], exports = [] }) =>
  declarations.some(({ tagName }) => tagName !== undefined) || (path.endsWith('.define.ts') && exports.length > 0) || (path.startsWith('components/events/') && declarations.length > 0);

/** @param {Declaration} declaration */
function strip(declaration) {
  if (declaration.members) declaration.members = declaration.members.filter(isPublic);
  // The analyzer takes the first argument of any event that is dispatched for a name.
  if (declaration.events) declaration.events = declaration.events.filter(({ name }) => name?.startsWith('trtc-'));
}

/** Renames every `module` and `path` that points into the sources. @param {unknown} value */
function rename(value) {
  if (Array.isArray(value)) for (const item of value) rename(item);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'module' || key === 'path') && typeof inner === 'string') Object.assign(value, { [key]: shippedPath(inner) });
      else rename(inner);
    }
  }
}

export const publicFace = () => ({
  name: 'public-face',
  /** Here the source is still at hand: it says which fields are inner state, and which define file registers what. */
  analyzePhase(/** @type {any} */ { ts, node, moduleDoc }) {
    if (ts.isCallExpression(node) && node.expression.getText() === 'defineElement' && ts.isStringLiteral(node.arguments[0])) {
      const declaration = { name: node.arguments[1].getText(), module: moduleDoc.path.replace(/\.define\.ts$/, '.ts') };
      moduleDoc.exports = [...(moduleDoc.exports ?? []), { kind: 'custom-element-definition', name: node.arguments[0].text, declaration }];
    }
    if (!ts.isClassDeclaration(node)) return;
    const name = node.name?.getText();
    const declaration = moduleDoc.declarations?.find((/** @type {Declaration} */ entry) => entry.name === name);
    for (const member of node.members) {
      const decorators = ts.canHaveDecorators(member) ? ts.getDecorators(member) ?? [] : [];
      if (!decorators.some((/** @type {any} */ decorator) => /^@(state|query|queryAll|consume|provide)\b/.test(decorator.getText()))) continue;
      const field = declaration?.members?.find((/** @type {Member} */ entry) => entry.name === member.name?.getText());
      if (field) field.privacy = 'private';
    }
  },
  packageLinkPhase(/** @type {{ customElementsManifest: Manifest }} */ { customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules.filter(isForUsers);
    for (const module of customElementsManifest.modules) for (const declaration of module.declarations ?? []) strip(declaration);
    rename(customElementsManifest);
  },
});
