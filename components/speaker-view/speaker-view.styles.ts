import { css } from 'lit';

export const speakerViewStyles = css`
  :host {
    display: block;
    color-scheme: dark;
    container: speaker / size;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    min-block-size: 0;
    color: var(--_on-stage);
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) clamp(140px, 20cqi, 320px);
    gap: 8px;
    block-size: 100%;
  }
  .alone { grid-template: none; }
  .main { position: relative; min-inline-size: 0; min-block-size: 0; }
  trtc-video-view, trtc-participant-grid { block-size: 100%; min-block-size: 0; aspect-ratio: auto; }

  .unpin {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
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
  .unpin:hover { background: rgb(62 66 76 / 0.9); }

  @container speaker (max-inline-size: 479px) or (max-aspect-ratio: 1/1) {
    .parts:not(.alone) { grid-template: minmax(0, 1fr) clamp(48px, 18cqb, 140px) / minmax(0, 1fr); }
  }
  @container speaker (max-inline-size: 199px) or (max-block-size: 139px) {
    .parts:not(.alone) { grid-template: none; }
    trtc-participant-grid { display: none; }
  }
  @media (forced-colors: active) {
    .unpin { border: 1px solid ButtonText; }
  }
`;
