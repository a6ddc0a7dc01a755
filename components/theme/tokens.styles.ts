import { css, unsafeCSS } from 'lit';
import { TOKENS } from './tokens.js';

/** `--trtc-x` → `--_x`, with the default in it: what the elements' own rules use. */
const resolved = Object.entries(TOKENS).map(([name, value]) => `--_${name}:var(--trtc-${name},${value});`).join('');

/**
 * Gives every element its private copy of the tokens, so that it looks right with no style sheet in the page and takes
 * a brand's values from wherever they are set.
 */
export const tokenStyles = css`
  :host {
    ${unsafeCSS(resolved)}
    --_text-s: calc(var(--_font-size) * 0.8);
    --_text-m: var(--_font-size);
    --_text-l: calc(var(--_font-size) * 1.25);
    --_text-xl: calc(var(--_font-size) * 1.5625);
    --_ease: cubic-bezier(0.2, 0, 0, 1);
  }

  :host([theme='light']) { color-scheme: light; }
  :host([theme='dark']) { color-scheme: dark; }
  :host([theme='auto']) { color-scheme: light dark; }

  @media (prefers-reduced-motion: reduce) {
    :host { --_duration: 0s; }
  }
`;
