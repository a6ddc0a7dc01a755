import made from 'virtual:docs';
import type { Docs } from './docs-data.js';

/** Made by this project's own build, which is checked against the same type. */
export const docs = made as Docs;
