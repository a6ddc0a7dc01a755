import type { DemoWord } from './words/en.js';

/** The pages that the bar at the top leads to, in its order; each lies beside index.html. */
export const SITE_PAGES = [
  { name: 'first-call', file: './', word: 'navFirstCall' },
  { name: 'gallery', file: './gallery.html', word: 'navGallery' },
  { name: 'recipes', file: './recipes.html', word: 'navRecipes' },
  { name: 'guide', file: './guide.html', word: 'navGuide' },
  { name: 'integrations', file: './integrations.html', word: 'navIntegrations' },
  { name: 'tencent', file: './tencent.html', word: 'navTencent' },
  { name: 'self-check', file: './self-check.html', word: 'navSelfCheck' },
] as const satisfies readonly { readonly name: string; readonly file: string; readonly word: DemoWord }[];

export type SitePageName = (typeof SITE_PAGES)[number]['name'];
