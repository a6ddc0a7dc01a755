/** The apps that the checks build, type-check and drive through a call: what is shown is what runs. */
const files = import.meta.glob<string>([
  '../../test/integration/html/index.html', '../../test/integration/html/main.ts', '../../test/integration/react/app.tsx', '../../test/integration/vue/app.vue',
  '../../test/integration/svelte/App.svelte', '../../test/integration/angular/app.ts', '../../test/integration/solid/app.tsx',
], { query: '?raw', import: 'default' });

export interface Framework {
  readonly name: string;
  readonly title: string;
  /** What its build has to be told, as code; '' for nothing. */
  readonly setup: string;
}

export const FRAMEWORKS: readonly Framework[] = [
  { name: 'html', title: 'HTML', setup: '' },
  { name: 'react', title: 'React', setup: '' },
  { name: 'vue', title: 'Vue', setup: "vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('trtc-') } } })" },
  { name: 'svelte', title: 'Svelte', setup: '' },
  { name: 'angular', title: 'Angular', setup: 'schemas: [CUSTOM_ELEMENTS_SCHEMA]' },
  { name: 'solid', title: 'Solid', setup: '' },
];

/** The files of a framework's app, each with its name. */
export const filesOf = async (framework: string): Promise<readonly { readonly name: string; readonly code: string }[]> =>
  Promise.all(Object.entries(files).filter(([path]) => path.includes(`/integration/${framework}/`)).map(async ([path, load]) => ({ name: path.split('/').at(-1) ?? '', code: (await load()).trim() })));
