import { css } from 'lit';

export const floatingTileStyles = css`
  :host {
    --_inset: var(--trtc-tile-inset, 16px);
    position: absolute;
    display: block;
    z-index: 2;
    touch-action: none;
    inset-block-end: var(--trtc-tile-inset-block-end, var(--_inset));
    inset-inline-end: var(--_inset);
  }
  :host(:state(start-start)), :host(:state(start-end)) {
    inset-block: var(--trtc-tile-inset-block-start, var(--_inset)) auto;
  }
  :host(:state(start-start)), :host(:state(end-start)) {
    inset-inline: var(--_inset) auto;
  }

  .tile {
    inline-size: 100%;
    block-size: 100%;
    border-radius: var(--_radius);
    overflow: hidden;
    cursor: grab;
    box-shadow: var(--_shadow), 0 0 0 1px rgb(255 255 255 / 0.12);
  }
  .tile:active { cursor: grabbing; }
  :focus-visible { outline-offset: 3px; }
`;
