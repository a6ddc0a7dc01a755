import MagicString from 'magic-string';

const COMMENT = /\/\*[^]*?\*\//g;
const STRING_OR_SPACE = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\s*([{};,])\s*|(:)\s+|\s+/g;

/** A piece of a style sheet without comments and needless spaces. Never joins what a space keeps apart. */
export const minifyCss = (/** @type {string} */ text) =>
  text
    .replace(COMMENT, '')
    .replace(STRING_OR_SPACE, (_, quoted, mark, colon) => quoted ?? mark ?? colon ?? ' ')
    .replaceAll(';}', '}');

/** A piece of markup with every run of spaces as one, as browsers show them. */
export const minifyHtml = (/** @type {string} */ text) => text.replace(/\s+/g, ' ');

/** @type {Readonly<Record<string, (text: string) => string>>} */
const MINIFIERS = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

/**
 * Every `css`, `html` and `svg` template of a module.
 * @param {any} node
 * @returns {Generator<any>}
 */
function* templatesIn(node) {
  if (node.type === 'TaggedTemplateExpression' && node.tag.type === 'Identifier' && Object.hasOwn(MINIFIERS, node.tag.name)) yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === 'string') yield* templatesIn(child);
  }
}

/**
 * Takes the spaces that are there for whoever reads the source out of Lit's templates, which no bundler of an application
 * will do. Templates with a backslash are left alone: what they say is not what is written.
 * @returns {import('vite').Plugin}
 */
export const minifyTemplates = () => ({
  name: 'minify-templates',
  transform: {
    filter: { id: /\/components\/.*\.ts$/, code: /\b(?:css|html|svg)`/ },
    handler(code) {
      const source = new MagicString(code);
      for (const { tag, quasi } of templatesIn(this.parse(code))) {
        for (const { start, end, value } of quasi.quasis) {
          const text = value.raw.includes('\\') ? value.raw : MINIFIERS[tag.name]?.(value.raw);
          const from = code.indexOf(value.raw, start);
          if (text !== undefined && text !== value.raw && from < end) source.update(from, from + value.raw.length, text);
        }
      }
      return { code: source.toString(), map: source.generateMap({ hires: 'boundary' }) };
    },
  },
});
