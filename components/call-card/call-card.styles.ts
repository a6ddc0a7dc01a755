import { css } from 'lit';

export const callCardStyles = css`
  :host {
    display: block;
    color-scheme: dark;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    container: card / size;
    overflow: hidden;
    background: var(--_stage);
    color: var(--_on-stage);
  }

  .card { position: relative; display: grid; align-content: end; block-size: 100%; outline: none; isolation: isolate; }
  .picture { position: absolute; inset: 0; block-size: 100%; aspect-ratio: auto; z-index: -1; --trtc-view-radius: 0; --trtc-view-fit: cover; }
  /* Of two, the line already says whether the other can be reached. */
  .pair { --_badge: none; }
  /* The face stands above the buttons. */
  .picture::part(placeholder) { padding-block-end: min(44px, 25cqb); }

  .line {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    display: flex;
    gap: 8px;
    max-inline-size: calc(100% - 68px);
    padding: 4px 12px;
    border-radius: 99px;
    background: var(--_scrim);
    font-size: var(--_text-s);
    white-space: nowrap;
  }
  .line > * { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; }
  .name { flex: 0 1 auto; font-weight: 600; }
  .line > :is(.mic, trtc-network-quality) { flex: none; align-self: center; }
  .line:has(.mic) { gap: 6px; }
  .mic svg { inline-size: 16px; block-size: 16px; }
  .line > trtc-call-status { flex: 0 1000 auto; }
  .line > trtc-call-timer { flex: none; }
  .standby { place-self: center; padding: 16px; color: var(--_on-stage-muted); text-align: center; }

  .corner { position: absolute; inset-block-start: 4px; inset-inline-end: 4px; }

  .bar {
    display: flex;
    justify-content: center;
    gap: 12px;
    padding: 24px 8px 8px;
    background: linear-gradient(to top, rgb(10 11 14 / 0.66), transparent);
    --trtc-control-size: 44px;
    transition: opacity var(--_duration) var(--_ease);
  }
  /* So small a picture is not covered while no hand is there; that one is muted stays in sight. */
  @media (hover: hover) and (forced-colors: none) {
    .fades:has(> .picture:state(picture)):not(:hover, :focus-within) > .bar { opacity: 0; }
  }

  @container card (max-inline-size: 179px) {
    .bar { gap: 8px; }
    .bar trtc-camera-button { display: none; }
  }
  @container card (max-inline-size: 139px) or (max-block-size: 99px) {
    .line:not(:has(.mic)), .line > :not(.mic), .bar trtc-mic-button { display: none; }
    .line { padding: 4px; }
  }
  @media (forced-colors: active) {
    .card { border: 1px solid CanvasText; }
    .line, .bar { background: Canvas; }
  }
`;
