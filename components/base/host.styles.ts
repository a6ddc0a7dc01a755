import { css, type CSSResultGroup } from 'lit';
import { tokenStyles } from '../theme/tokens.styles.js';

/** What every element shares: tokens, type, focus ring, and the `hidden` attribute that really hides. */
export const hostStyles: CSSResultGroup = [
  tokenStyles,
  css`
    :host {
      box-sizing: border-box;
      font: 400 var(--_text-m) / 1.5 var(--_font);
      -webkit-font-smoothing: antialiased;
      -webkit-tap-highlight-color: transparent;
      text-align: start;
      text-autospace: normal;
    }

    :host([hidden]) { display: none !important; }
    :host(:state(rtl)) { direction: rtl; }
    :host(:state(ltr)) { direction: ltr; }
    /* A name is cut at its own end, whichever way the language around it runs, and stands where the others stand. */
    [dir='auto'] { text-align: match-parent; }

    *, *::before, *::after { box-sizing: inherit; }
    *:where(p, h1, h2, h3, ul) { margin: 0; padding: 0; }
    *:where(button, input) { font: inherit; color: inherit; }
    [hidden] { display: none !important; }

    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }

    svg { display: block; flex: none; }

    @media (prefers-reduced-motion: reduce) {
      *, *::before, *::after {
        animation-duration: 0.01ms !important;
        animation-iteration-count: 1 !important;
        transition-duration: 0s !important;
      }
    }

    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];
