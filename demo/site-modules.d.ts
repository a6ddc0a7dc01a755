/** What the site's build makes: see .config/site-plugin.js. */
declare module 'virtual:docs' {
  const docs: unknown;
  export default docs;
}

/** A page of the guide, rendered. */
declare module '*.md' {
  export const html: string;
  export const title: string;
  export const headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

interface ImportMeta {
  /** Vite's: the modules whose paths match. */
  glob<T>(pattern: string | readonly string[], options: { readonly eager: true; readonly import?: string; readonly query?: string }): Record<string, T>;
  glob<T>(pattern: string | readonly string[], options?: { readonly import?: string; readonly query?: string }): Record<string, () => Promise<T>>;
}
