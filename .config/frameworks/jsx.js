import { importShapes } from './elements.js';

/** @typedef {import('./model.js').ElementModel} ElementModel */

/** @param {readonly ElementModel[]} elements @param {string} indent @param {string} wrap */
const lines = (elements, indent, wrap) =>
  elements.map(({ tag, className, summary }) => `${indent}/** ${summary} */\n${indent}'${tag}': ${wrap}<${className}, ${className}Attributes, ${className}Properties, ${className}Events>;`).join('\n');

/** `trtc-calling-elements/react`, for React 19. @param {readonly ElementModel[]} elements */
export const reactTypes = (elements) => `${importShapes(elements)}import type { HTMLAttributes, RefAttributes } from 'react';

/** React 19 sets what is a property of the element as a property, and the rest as attributes; \`on\` and an event's name listen to it. */
type ElementProps<E, A, P, V> =
  Omit<HTMLAttributes<E>, keyof A | keyof P> & RefAttributes<E> & P & Omit<A, keyof P> & { readonly class?: string } & { [K in keyof V as \`on\${K & string}\`]?: (event: V[K]) => void };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${lines(elements, '      ', 'ElementProps')}
    }
  }
}
`;

/** `trtc-calling-elements/solid`. @param {readonly ElementModel[]} elements */
export const solidTypes = (elements) => `${importShapes(elements)}import type { JSX } from 'solid-js';

type ElementProps<E, A, P, V> =
  Omit<JSX.HTMLAttributes<E>, keyof A | keyof P> & A & Omit<P, keyof A>
  & { [K in keyof P as \`prop:\${K & string}\`]?: P[K] } & { [K in keyof A as \`attr:\${K & string}\`]?: A[K] } & { [K in keyof V as \`on:\${K & string}\`]?: (event: V[K]) => void };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
${lines(elements, '      ', 'ElementProps')}
    }
  }
}
`;

/** `trtc-calling-elements/svelte`, for Svelte 5. @param {readonly ElementModel[]} elements */
export const svelteTypes = (elements) => `${importShapes(elements)}import type { HTMLAttributes } from 'svelte/elements';

/** Svelte 5 sets what is a property of the element as a property; \`on\` and an event's name listen to it. */
type ElementProps<E extends EventTarget, A, P, V> =
  Omit<HTMLAttributes<E>, keyof A | keyof P> & P & Omit<A, keyof P> & { [K in keyof V as \`on\${K & string}\`]?: (event: V[K]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${lines(elements, '    ', 'ElementProps')}
  }
}
`;

/** `trtc-calling-elements/vue`, for Vue 3: attributes and properties are camelCase props there, events `onTrtcCallEnd`. @param {readonly ElementModel[]} elements */
export const vueTypes = (elements) => `${importShapes(elements)}import type { HTMLAttributes, PublicProps } from 'vue';

type Camel<S extends string> = S extends \`\${infer Head}-\${infer Tail}\` ? \`\${Head}\${Capitalize<Camel<Tail>>}\` : S;
type Props<E, A, P, V> =
  Omit<HTMLAttributes, keyof A | keyof P> & Omit<PublicProps, 'ref'> & { [K in keyof A as Camel<K & string>]?: A[K] } & Omit<P, Camel<keyof A & string>>
  & { [K in keyof V as \`on\${Capitalize<Camel<K & string>>}\`]?: (event: V[K]) => void } & { readonly ref?: string | ((element: E | null) => void) };
type ElementProps<E, A, P, V> = new () => { readonly $props: Props<E, A, P, V>; readonly $slots: Record<string, (() => unknown) | undefined> };

declare module 'vue' {
  interface GlobalComponents {
${lines(elements, '    ', 'ElementProps')}
  }
}
`;
