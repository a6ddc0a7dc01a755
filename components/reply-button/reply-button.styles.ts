import { css } from 'lit';

export const replyButtonStyles = css`
  .replies {
    position: fixed;
    inset: auto;
    inline-size: 300px;
    max-inline-size: calc(100vw - 16px);
    margin: 0;
    padding: 8px;
    border: 0;
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--_shadow), 0 0 0 1px var(--_hairline);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .replies:popover-open { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; animation: unfold var(--_duration) var(--_ease); }
  @keyframes unfold { from { opacity: 0; transform: translateY(8px); } }

  .reply {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 12px;
    border-radius: var(--_radius-small);
    text-align: start;
  }
  .reply:hover { background: var(--_surface-raised); }
  .reply:focus-visible { outline: 2px solid var(--_accent); outline-offset: -2px; }

  form { display: flex; gap: 8px; padding: 8px 4px 4px; border-block-start: 1px solid var(--_hairline); }
  input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_field-line, light-dark(#8a909c, #7b818d));
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    color: var(--_on-surface);
  }
  input::placeholder { color: var(--_on-surface-muted); opacity: 1; }
  .send {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    min-block-size: 44px;
    border-radius: var(--_radius-small);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .send svg { inline-size: 20px; block-size: 20px; }
  :host(:state(rtl)) .send svg { transform: scaleX(-1); }

  @media (prefers-reduced-motion: reduce) {
    .replies:popover-open { animation: none; }
  }
  @media (forced-colors: active) {
    .replies, .send { border: 1px solid CanvasText; }
  }
`;
