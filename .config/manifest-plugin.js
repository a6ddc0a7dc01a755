/**
 * Makes the manifest the public face of the elements: the analyzer lists #private and @state members too, and names
 * the TypeScript sources where a reader of the package needs the files that are shipped.
 */

/** @typedef {{ name: string, privacy?: string }} Member */
/** @typedef {{ name: string, members?: Member[] }} Declaration */
/** @typedef {{ modules: { declarations?: Declaration[] }[] }} Manifest */

/** What Lit calls by itself; nobody who uses an element does. */
const LIFECYCLE = new Set([
  'render', 'update', 'updated', 'firstUpdated', 'willUpdate', 'shouldUpdate', 'createRenderRoot', 'getUpdateComplete',
  'connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback', 'requestUpdate', 'styles', 'properties', 'shadowRootOptions', 'formAssociated',
]);

/** @param {string} path */
export const shippedPath = (path) => (path.endsWith('.ts') ? `dist/${path.replace(/^\.?\//, '').slice(0, -3)}.js` : path);

/** @param {Member} member */
const isPublic = (member) =>
  !member.name.startsWith('#') && !member.name.startsWith('_') && member.privacy !== 'private' && member.privacy !== 'protected' && !LIFECYCLE.has(member.name);

/** @param {Declaration} declaration */
function strip(declaration) {
  if (declaration.members) declaration.members = declaration.members.filter(isPublic);
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
  /** Before the analyzer cleans classes: which fields are internal state is known only from the decorator. */
  analyzePhase(/** @type {any} */ { ts, node, moduleDoc }) {
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
    for (const module of customElementsManifest.modules) for (const declaration of module.declarations ?? []) strip(declaration);
    rename(customElementsManifest);
  },
});
