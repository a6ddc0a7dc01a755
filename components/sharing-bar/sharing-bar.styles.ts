import { css } from 'lit';

export const sharingBarStyles = css`
  :host { display: block; }

  .bar {
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: 44px;
    margin-inline: auto;
    padding-inline: 14px 4px;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: var(--_text-s);
    font-weight: 500;
    line-height: 1.4;
    box-shadow: var(--_shadow);
  }
  svg { inline-size: 20px; block-size: 20px; }
  span { min-inline-size: 0; padding-block: 8px; overflow-wrap: anywhere; }

  button {
    flex: none;
    min-block-size: 44px;
    padding-inline: 10px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font-weight: 650;
    white-space: nowrap;
    text-decoration: underline;
    text-underline-offset: 3px;
    text-decoration-thickness: 1.5px;
    cursor: pointer;
  }
  button:hover { text-decoration-thickness: 2.5px; }
  :focus-visible { outline-color: currentColor; outline-offset: -4px; }

  @media (forced-colors: active) {
    .bar { border: 1px solid CanvasText; }
  }
`;
