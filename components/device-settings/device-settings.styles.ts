import { css } from 'lit';

export const deviceSettingsStyles = css`
  :host { display: block; color: var(--_on-surface); container-type: inline-size; }

  .settings { display: grid; gap: 24px; }

  section { display: grid; gap: 12px; min-inline-size: 0; }

  .picture {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
    background: var(--_stage);
    color: var(--_on-stage);
    /* Cut, but no scroller: what must be said makes it higher. */
    overflow: clip;
  }
  video { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: cover; }
  video.mirrored { transform: scaleX(-1); }
  .picture .empty { display: grid; justify-items: center; gap: 12px; padding: 16px; text-align: center; color: var(--_on-stage-muted); }
  .size {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-end: 8px;
    padding: 2px 8px;
    border-radius: 99px;
    background: var(--_scrim);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  .field { display: grid; gap: 6px; min-inline-size: 0; }
  .field > label { font-size: var(--_text-s); font-weight: 600; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; min-inline-size: 0; }
  .row > button { flex: 1 0 auto; }

  select {
    appearance: none;
    min-inline-size: 0;
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 12px 36px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  .choice { position: relative; flex: 1000 1 168px; min-inline-size: 0; }
  .choice::after {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 5px);
    inset-inline-end: 16px;
    inline-size: 7px;
    block-size: 7px;
    border: solid currentColor;
    border-width: 0 1.75px 1.75px 0;
    rotate: 45deg;
    pointer-events: none;
  }
  select:disabled { cursor: default; color: var(--_on-surface-muted); opacity: 1; }
  option { background: var(--_surface); color: var(--_on-surface); }

  button {
    flex: none;
    min-block-size: 44px;
    padding-inline: 16px;
    border: 1px solid var(--_hairline);
    border-radius: var(--_radius-small);
    background: var(--_surface-raised);
    color: inherit;
    font-size: var(--_text-s);
    font-weight: 600;
    cursor: pointer;
  }
  button:hover { border-color: currentColor; }
  button[aria-disabled='true'] { cursor: default; color: var(--_on-surface-muted); }
  .picture button { border-color: transparent; background: var(--_on-stage); color: var(--_stage); }

  .level { block-size: 8px; border-radius: 99px; background: var(--_surface-raised); overflow: hidden; }
  .level > div {
    block-size: 100%;
    border-radius: inherit;
    background: var(--_accent);
    transform: scaleX(0);
    transform-origin: 0 50%;
    transition: transform 100ms linear;
  }
  :host(:state(rtl)) .level > div { transform-origin: 100% 50%; }

  .switches { display: grid; }
  .switch { display: flex; align-items: center; gap: 12px; min-block-size: 44px; cursor: pointer; }
  .switch > span { flex: 1; min-inline-size: 0; }
  .switch small { display: block; color: var(--_on-surface-muted); font-size: var(--_text-s); }
  .switch input {
    appearance: none;
    flex: none;
    inline-size: 44px;
    block-size: 26px;
    margin: 0;
    padding: 3px;
    border-radius: 99px;
    background: var(--_on-surface-muted);
    cursor: pointer;
    transition: background var(--_duration) var(--_ease);
  }
  .switch input::before {
    content: '';
    display: block;
    block-size: 20px;
    inline-size: 20px;
    border-radius: 50%;
    background: var(--_surface);
    transition: translate var(--_duration) var(--_ease);
  }
  .switch input:checked { background: var(--_accent); }
  .switch input:checked::before { translate: 18px 0; }
  :host(:state(rtl)) .switch input:checked::before { translate: -18px 0; }

  .hint { font-size: var(--_text-s); color: var(--_on-surface-muted); }
  .trouble { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; font-size: var(--_text-s); }
  .trouble > span { flex: 1 1 200px; }
  .empty .trouble { justify-content: center; }

  @container (min-inline-size: 640px) {
    .settings { grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); align-items: start; gap: 32px; }
    .camera { grid-row: span 2; }
  }

  @media (forced-colors: active) {
    .level { border: 1px solid CanvasText; }
    .level > div { background: Highlight; forced-color-adjust: none; }
    .switch input { border: 1px solid ButtonText; background: ButtonFace; forced-color-adjust: none; }
    .switch input::before { background: ButtonText; }
    .switch input:checked { background: Highlight; }
    .choice::after { border-color: ButtonText; }
  }
`;
