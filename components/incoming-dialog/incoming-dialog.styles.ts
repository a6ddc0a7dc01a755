import { css } from 'lit';

export const incomingDialogStyles = css`
  :not(:defined) { visibility: hidden; }
  :host { display: contents; }

  .layer {
    position: fixed;
    inset: 0;
    inline-size: auto;
    block-size: auto;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_on-surface);
    overflow: hidden;
    pointer-events: none;
    container-type: size;
    z-index: 1000;
  }
  :host([contained]) .layer { position: absolute; z-index: 10; }

  .card, .small { pointer-events: auto; background: var(--_surface); }

  .card {
    position: absolute;
    inset-block-start: var(--trtc-dialog-inset, 16px);
    inset-inline-end: var(--trtc-dialog-inset, 16px);
    display: grid;
    gap: 20px;
    inline-size: 360px;
    padding: 20px;
    border-radius: var(--_radius-large);
    box-shadow: var(--_shadow), 0 0 0 1px var(--_hairline);
    outline: none;
    --trtc-control-color: var(--_on-surface);
    --trtc-control-background: var(--_surface-raised);
    --trtc-control-background-hover: var(--_hairline);
    --trtc-answer-size: 48px;
    animation: arrive 240ms var(--_ease);
  }

  @keyframes arrive { from { opacity: 0; transform: translateY(-12px); } }

  .minimise {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_on-surface-muted);
    cursor: pointer;
    z-index: 1;
  }
  .minimise:hover { background: var(--_surface-raised); }

  .who { display: flex; align-items: center; gap: 16px; min-inline-size: 0; padding-inline-end: 36px; }
  .face { position: relative; display: grid; --trtc-avatar-size: 64px; }
  .face > * { grid-area: 1 / 1; }
  .wave {
    border-radius: 50%;
    border: 1.5px solid var(--_answer);
    animation: breathe 2.4s ease-out infinite;
  }
  @keyframes breathe {
    from { transform: scale(1); opacity: 0.7; }
    to { transform: scale(1.35); opacity: 0; }
  }
  .words { min-inline-size: 0; flex: 1; }
  .name {
    font-size: var(--_text-l);
    font-weight: 600;
    line-height: 1.35;
    overflow: hidden;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .kind { color: var(--_on-surface-muted); font-size: var(--_text-s); text-wrap: balance; }

  .hear { min-block-size: 44px; padding: 0 12px; margin-block-start: 4px; border: 1px solid var(--_hairline); border-radius: 99px; background: none; color: inherit; font-size: var(--_text-s); cursor: pointer; }

  .preview { position: absolute; display: none; }
  .card:has(.preview) .who { flex-wrap: wrap; }
  .card .preview { position: static; display: block; flex: none; inline-size: calc(100% + 36px); margin-inline-end: -36px; aspect-ratio: 16 / 9; block-size: auto; }
  @container (min-inline-size: 480px) {
    .card:has(.preview) .minimise { inset: 28px; inset-block-end: auto; inset-inline-start: auto; background: var(--_scrim); color: var(--_on-stage); }
  }

  .small {
    position: absolute;
    inset-block-start: var(--trtc-dialog-inset, 16px);
    inset-inline-end: var(--trtc-dialog-inset, 16px);
    display: flex;
    align-items: center;
    gap: 8px;
    max-inline-size: calc(100% - 2 * var(--trtc-dialog-inset, 16px));
    padding: 6px;
    border-radius: 99px;
    box-shadow: var(--_shadow), 0 0 0 1px var(--_hairline);
    --trtc-control-size: 44px;
    --trtc-avatar-size: 32px;
  }
  .small trtc-reject-button, .small trtc-accept-button { --_labels: none; }
  .restore {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 0 8px 0 6px;
    border: 0;
    border-radius: 99px;
    background: none;
    color: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .short { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-inline-size: 120px; }

  @container (max-inline-size: 479px) {
    .card {
      inset: 0;
      inline-size: auto;
      border-radius: 0;
      grid-template-rows: 1fr auto;
      padding: 24px 16px;
      box-shadow: none;
    }
    .who, .card:has(.preview) .who { flex-direction: column; justify-content: center; flex-wrap: nowrap; padding: 0; text-align: center; }
    .words { flex: none; max-inline-size: 100%; }
    .face { --trtc-avatar-size: clamp(56px, 24cqmin, 128px); }
    .name { font-size: var(--_text-xl); }
    .card { --trtc-answer-size: 64px; background: radial-gradient(120% 80% at 50% 0%, color-mix(in oklab, var(--_surface), var(--_accent) 16%), var(--_surface) 75%); }
  }
  /* One's own picture behind everything, as it will be in the call. */
  @container (max-inline-size: 479px) and (min-block-size: 420px) {
    .card:has(.preview) {
      isolation: isolate;
      color: var(--_on-stage);
      color-scheme: dark;
      --trtc-control-color: var(--_on-stage);
      --trtc-control-background: rgb(62 66 76 / 0.82);
      --trtc-control-background-hover: rgb(84 89 101 / 0.9);
    }
    .card:has(.preview)::before { content: ''; position: absolute; inset: 0; z-index: -1; background: linear-gradient(rgb(10 11 14 / 0.6), rgb(10 11 14 / 0.34) 45%, rgb(10 11 14 / 0.78)); }
    .card .preview { position: absolute; inset: 0; z-index: -2; inline-size: 100%; block-size: 100%; margin: 0; aspect-ratio: auto; --trtc-view-radius: 0; --trtc-view-fit: cover; }
    .card:has(.preview) .who { justify-content: start; padding-block-start: 40px; }
    .card:has(.preview) :is(.kind, .minimise) { color: inherit; }
    .card:has(.preview) .minimise:hover { background: var(--_scrim); }
  }
  @container (max-inline-size: 479px) and (max-block-size: 419px) {
    .card { padding: 12px 8px; gap: 8px; --trtc-answer-size: 48px; }
    .who { gap: 8px; }
    .name { font-size: var(--_text-l); -webkit-line-clamp: 1; }
    .card .preview { display: none; }
  }

  @media (prefers-reduced-motion: reduce) {
    .card { animation: none; }
    .wave { animation: none; opacity: 0; }
  }
  @media (forced-colors: active) {
    .card, .small { border: 1px solid CanvasText; }
  }
`;
