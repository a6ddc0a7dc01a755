import { existsSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { entries, RELAY_BIN } from './.config/entries.js';
import { litProperties } from './.config/lit-properties.js';
import { minifyTemplates } from './.config/minify-templates.js';
import { packageAliases, sitePages, sitePlugin, withoutRelay } from './.config/site-plugin.js';
import { userSigPlugin } from './.config/user-sig-plugin.js';
import { relayPlugin } from './src/relay/index.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const TARGET = 'es2022';
/** What the compiler puts in for decorators; it ships with us, or it would be a dependency. */
const DECORATOR_HELPERS = '@oxc-project/runtime';

/** The modules as they stand, one file each, for bundlers and import maps: lit, ws and the SDKs stay imports. */
const library = (): UserConfig => ({
  publicDir: false,
  plugins: [litProperties(), minifyTemplates()],
  build: {
    target: TARGET,
    outDir: at('./dist'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    lib: {
      entry: Object.fromEntries([...Object.values(entries()), RELAY_BIN].filter((source) => existsSync(at(source))).map((source) => [source.replace(/\.ts$/, ''), at(source)])),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => !id.startsWith('.') && !isAbsolute(id) && !id.startsWith(DECORATOR_HELPERS),
      output: { preserveModules: true, preserveModulesRoot: at('.'), entryFileNames: '[name].js' },
    },
  },
});

const TENCENT_FILE = 'trtc-calling-elements-tencent';

/** Left out of the single file: the Tencent engine is a file of its own beside it, with its SDKs, fetched when it is asked for. */
const tencentOutside: Plugin = {
  name: 'tencent-outside',
  enforce: 'pre',
  resolveId: (id) => (/(^|\/)tencent\/index\.js$/.test(id) ? { id: `./${TENCENT_FILE}.js`, external: 'absolute' } : null),
};

/** One self-contained file for a <script type="module">: every element, lit and the local engine. */
const cdn: UserConfig = {
  publicDir: false,
  plugins: [tencentOutside, litProperties(), minifyTemplates()],
  build: {
    target: TARGET,
    outDir: at('./dist/cdn'),
    emptyOutDir: true,
    sourcemap: true,
    lib: { entry: { 'trtc-calling-elements': at('./components/define.ts') }, formats: ['es'] },
    rolldownOptions: { output: { codeSplitting: false, entryFileNames: '[name].js', minify: true } },
  },
};

/** The Tencent engine and Tencent's SDKs in one file, whose parts run when somebody logs in. */
const cdnTencent: UserConfig = {
  publicDir: false,
  plugins: [litProperties()],
  resolve: { alias: [{ find: /^tim-js-sdk$/, replacement: at('./.config/tim-js-sdk-es.js') }] },
  build: {
    target: TARGET,
    outDir: at('./dist/cdn'),
    emptyOutDir: false,
    chunkSizeWarningLimit: 1500,
    lib: { entry: { [TENCENT_FILE]: at('./src/engines/tencent/index.ts') }, formats: ['es'] },
    rolldownOptions: {
      output: { codeSplitting: false, entryFileNames: '[name].js', minify: true, banner: '/*! With trtc-js-sdk, tim-js-sdk and tsignaling, by Tencent, ISC licence. */' },
    },
  },
};

/** The service worker's part as one classic script, for `importScripts` and for sites without a bundler. */
const cdnWorker: UserConfig = {
  publicDir: false,
  build: {
    target: TARGET,
    outDir: at('./dist/cdn'),
    emptyOutDir: false,
    lib: { entry: { 'notification-worker': at('./src/page/notification-worker.ts') }, name: 'trtcNotificationWorker', formats: ['iife'] },
    rolldownOptions: { output: { entryFileNames: '[name].js', minify: true } },
  },
};

/** The demo, straight from the sources, with the relay on the same port. */
const demo = {
  root: at('./demo'),
  publicDir: false,
  cacheDir: at('./node_modules/.vite'),
  plugins: [sitePlugin(), relayPlugin(), userSigPlugin(at('.'))],
  server: { fs: { allow: [at('.')] } },
  // Lit's files for production, as they are. Only what is no ES module is prepared ahead; finding that out while a page
  // loads would reload it in the middle of its first call.
  resolve: { conditions: ['module', 'browser'], alias: packageAliases() },
  optimizeDeps: { noDiscovery: true, include: ['tim-js-sdk', 'tsignaling', 'trtc-js-sdk/trtc.esm.js'] },
} satisfies UserConfig;

/** The demo as plain files, for any folder of any web server. */
const site = (): UserConfig => ({
  root: demo.root,
  base: './',
  publicDir: false,
  plugins: [sitePlugin(), withoutRelay()],
  resolve: demo.resolve,
  build: {
    target: TARGET,
    outDir: at('./dist-demo'),
    emptyOutDir: true,
    // The SDKs of Tencent's are what they are, and only the page of theirs loads them.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { checks: { pluginTimings: false }, input: sitePages().map((page) => at(`./demo/${page}`)) },
  },
});

export default defineConfig(({ command, mode }) => {
  if (command === 'serve') return demo;
  if (mode === 'demo') return site();
  if (mode === 'cdn-tencent') return cdnTencent;
  if (mode === 'cdn-worker') return cdnWorker;
  return mode === 'cdn' ? cdn : library();
});
