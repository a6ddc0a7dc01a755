import { css } from 'lit';

export const participantGridStyles = css`
  :host {
    display: block;
    color-scheme: dark;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    min-block-size: 0;
    color: var(--_on-stage);
  }

  /* Its size never goes by its tiles, whose size goes by it. */
  .area { contain: size; display: flex; flex-direction: column; inline-size: 100%; block-size: 100%; }
  .paged { touch-action: pan-y pinch-zoom; }

  ul {
    list-style: none;
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-content: center;
    inline-size: 100%;
    min-block-size: 0;
    overflow: hidden;
  }

  .pager {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    align-self: center;
    block-size: 44px;
    margin-block-start: 8px;
    border-radius: 99px;
    background: var(--_stage-raised);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }
  .turn, .pin {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    cursor: pointer;
  }
  .turn:hover:not([disabled]) { background: rgb(84 89 101 / 0.6); }
  .turn[disabled] { opacity: 0.4; cursor: default; }
  :host(:state(rtl)) .turn svg { transform: scaleX(-1); }

  .rest button {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    border-radius: var(--_radius);
    background: var(--_stage-raised);
    font-weight: 600;
    cursor: pointer;
  }
  .rest button:hover { background: rgb(62 66 76); }

  .pin {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    background: var(--_scrim);
    opacity: 0;
    transition: opacity var(--_duration) var(--_ease);
  }
  li:hover .pin, .pin:focus-visible { opacity: 1; }
  .pin:hover { background: rgb(62 66 76 / 0.9); }
  @container (max-inline-size: 119px) or (max-block-size: 79px) { .pin { display: none; } }

  li {
    position: relative;
    container-type: size;
    flex: none;
    inline-size: var(--_tile-width, 0px);
    block-size: var(--_tile-height, 0px);
  }

  li trtc-video-view { block-size: 100%; aspect-ratio: auto; }

  li.away trtc-video-view { filter: saturate(0.4) brightness(0.7); }

  .state {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 50%;
    translate: -50% 0;
    max-inline-size: calc(100% - 16px);
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--_scrim);
    font-size: var(--_text-s);
    white-space: nowrap;
  }
  @container (max-inline-size: 79px) { .state { display: none; } }
  @container (max-inline-size: 99px) {
    .state { inset-block-start: 4px; padding: 1px 6px; max-inline-size: calc(100% - 8px); overflow: hidden; text-overflow: ellipsis; }
  }
  :host(:state(rtl)) .state { translate: 50% 0; }

  @media (forced-colors: active) {
    .turn, .pin, .rest button { border: 1px solid ButtonText; }
  }
`;
