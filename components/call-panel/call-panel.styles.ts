import { css } from 'lit';

export const callPanelStyles = css`
  :host {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 320px;
    overflow: hidden;
    border-radius: var(--trtc-panel-radius, var(--_radius-large));
    container: panel / size;
  }
  :host(:state(idle):not([dialer])) { min-block-size: 0; }

  .surface {
    display: grid;
    align-content: center;
    block-size: 100%;
    padding: 24px;
    background: var(--_surface);
  }

  .stage {
    position: relative;
    display: grid;
    block-size: 100%;
    color-scheme: dark;
    background: var(--_stage);
    color: var(--_on-stage);
    overflow: hidden;
  }

  .centre { align-self: center; justify-self: center; max-inline-size: 100%; padding: 16px; }
  .main { position: absolute; inset: 0; --trtc-view-radius: 0; }
  .self {
    position: absolute;
    inset-block-end: 96px;
    inset-inline-end: 16px;
    inline-size: 28%;
    max-inline-size: 240px;
    aspect-ratio: 16 / 9;
    block-size: auto;
  }
  trtc-participant-grid { padding: 8px 8px 96px; }
  .foot { position: absolute; inset-inline: 0; inset-block-end: 0; padding: 16px; }
`;
