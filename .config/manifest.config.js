import { publicFace } from './manifest-plugin.js';

export default {
  globs: ['components/**/*.ts'],
  exclude: ['components/locales/**', '**/*.styles.ts'],
  litelement: true,
  /** Or it would write the folder of this run into package.json. */
  packagejson: false,
  plugins: [publicFace()],
  /** In an order that does not hang on the file system. */
  overrideModuleCreation: (/** @type {{ ts: any, globs: string[] }} */ { ts, globs }) =>
    globs.toSorted().map((path) => ts.createSourceFile(path, ts.sys.readFile(path) ?? '', ts.ScriptTarget.ES2022, true)),
};
