/** Builds the apps into test/integration/dist, as their own tool chains do. The Angular compiler has run by then. */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import solid from 'vite-plugin-solid';
import { HERE } from './frameworks.js';

const isOurs = (/** @type {string} */ tag) => tag.startsWith('trtc-');
/** @type {Record<string, import('vite').UserConfig>} */
const CONFIGS = {
  html: {},
  react: {},
  solid: { plugins: [solid()] },
  vue: { plugins: [vue({ template: { compilerOptions: { isCustomElement: isOurs } } })] },
  svelte: { plugins: [svelte({ configFile: false })] },
  angular: {},
};

for (const [name, config] of Object.entries(CONFIGS)) {
  await build({
    ...config,
    configFile: false,
    root: `${HERE}${name}`,
    base: './',
    logLevel: 'warn',
    build: { outDir: `${HERE}dist/${name}`, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 2000 },
  });
}
