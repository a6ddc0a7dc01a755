import { css } from 'lit';

export const moreButtonStyles = css`
  .press { display: contents; }

  .menu {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    min-inline-size: 200px;
    max-inline-size: calc(100vw - 16px);
    margin: 0;
    padding: 8px;
    border: 0;
    border-radius: var(--_radius-large);
    background: var(--_stage-raised);
    color: var(--_on-stage);
    box-shadow: var(--_shadow), 0 0 0 1px rgb(255 255 255 / 0.14);
    overflow: auto;
    overscroll-behavior: contain;
    outline: none;
  }
  .menu:popover-open {
    display: flex;
    flex-direction: column;
    animation: unfold var(--_duration) var(--_ease);
  }
  @keyframes unfold { from { opacity: 0; transform: translateY(8px); } }

  @media (prefers-reduced-motion: reduce) {
    .menu:popover-open { animation: none; }
  }
  @media (forced-colors: active) {
    .menu { border: 1px solid CanvasText; background: Canvas; }
  }
`;
