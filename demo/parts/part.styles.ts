import { css } from 'lit';

/** What all parts of the page share. */
export const partStyles = css`
  :host { display: block; box-sizing: border-box; }
  :host([hidden]), [hidden] { display: none !important; }
  *, *::before, *::after { box-sizing: inherit; }
  h1, h2, h3, p, ol, ul, pre { margin: 0; padding: 0; }
  button, input { font: inherit; color: inherit; }
  button { cursor: pointer; touch-action: manipulation; }
  a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
  svg { display: block; flex: none; }

  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 8px; }

  .quiet-button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 0 14px;
    border: 1px solid var(--line);
    border-radius: 999px;
    background: var(--card);
    font-size: 14px;
    font-weight: 500;
    transition: background-color 160ms ease-out;
  }
  .quiet-button:hover { background: var(--card-raised); }

  .card {
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--card);
    box-shadow: var(--shadow);
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (pointer: coarse) { .quiet-button { min-block-size: 44px; } }
  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { transition: none !important; animation: none !important; } }
`;
