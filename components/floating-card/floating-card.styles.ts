import { css } from 'lit';

export const floatingCardStyles = css`
  :host {
    --_inset: var(--trtc-card-inset, 16px);
    position: fixed;
    inset: auto var(--_inset) var(--_inset) auto;
    inline-size: min(var(--trtc-card-width, 288px), 100vw - 2 * var(--_inset));
    block-size: auto;
    aspect-ratio: 16 / 10;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-large);
    overflow: hidden;
    background: var(--_stage);
    color: var(--_on-stage);
    color-scheme: dark;
    box-shadow: var(--_shadow), 0 0 0 1px rgb(255 255 255 / 0.14);
    touch-action: none;
    z-index: 1000;
    animation: arrive 240ms var(--_ease);
  }
  @keyframes arrive { from { opacity: 0; transform: translateY(12px); } }

  :host(:state(end-end)) { inset-block: auto var(--_inset); inset-inline: auto var(--_inset); }
  :host(:state(end-start)) { inset-block: auto var(--_inset); inset-inline: var(--_inset) auto; }
  :host(:state(start-end)) { inset-block: var(--_inset) auto; inset-inline: auto var(--_inset); }
  :host(:state(start-start)) { inset-block: var(--_inset) auto; inset-inline: var(--_inset) auto; }

  .handle { block-size: 100%; cursor: grab; }
  .handle:active { cursor: grabbing; }
  .handle:focus-visible { outline-offset: -3px; border-radius: var(--_radius-large); }

  .restore {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_scrim);
    cursor: pointer;
  }
  .restore:hover { background: rgb(62 66 76 / 0.9); }

  @media (prefers-reduced-motion: reduce) {
    :host { animation: none; }
  }
  @media (forced-colors: active) {
    :host { border: 1px solid CanvasText; }
    .restore { border: 1px solid ButtonText; }
  }
`;
