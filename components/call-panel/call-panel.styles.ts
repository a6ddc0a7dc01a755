import { css } from 'lit';

export const callPanelStyles = css`
  :host {
    display: block;
    position: relative;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 160px;
    overflow: clip;
    border-radius: var(--trtc-panel-radius, var(--_radius-large));
  }
  /* Where nothing says how tall: as a picture is, and never higher than what is seen of the page. On an upright screen that is most of it. */
  :host::before { content: ''; display: block; aspect-ratio: 16 / 9; min-block-size: 320px; max-block-size: max(320px, 75svh); visibility: hidden; }
  @media (orientation: portrait) { :host::before { aspect-ratio: 10 / 16; } }
  .room { position: absolute; inset: 0; container: panel / size; }
  :not(:defined) { visibility: hidden; }
  :host(:state(idle):not([dialer])) { min-block-size: 0; }
  :host(:state(idle):not([dialer]))::before { content: none; }
  :host([minimised]) { display: none !important; }
  :host(:fullscreen) { border-radius: 0; }

  .surface {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 16px;
    block-size: 100%;
    padding: 24px;
    background: radial-gradient(100% 120% at 50% 0%, color-mix(in oklab, var(--_ground), var(--_accent) 9%), var(--_ground));
    --_ground: light-dark(#eef1f5, #121317);
    overflow: hidden;
  }
  .surface trtc-trouble-banner { inline-size: 100%; }
  .surface trtc-dial-pad {
    inline-size: min(100%, 424px);
    padding: 32px;
    border-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: 0 8px 32px rgb(8 10 16 / 0.1), 0 0 0 1px var(--_hairline);
  }

  .stage {
    --_foot: 96px;
    --_bar: 64px;
    --_safe-start: var(--trtc-safe-block-start, env(safe-area-inset-top, 0px));
    --_safe-end: var(--trtc-safe-block-end, env(safe-area-inset-bottom, 0px));
    --_head: max(calc(var(--_bar) + var(--_safe-start)), var(--_top, 0px));
    outline: none;
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
    block-size: 100%;
    color-scheme: dark;
    background: var(--_stage);
    color: var(--_on-stage);
    overflow: hidden;
    isolation: isolate;
  }
  .as-card {
    background: radial-gradient(120% 90% at 50% 0%, oklch(0.34 0.06 var(--hue, 264)), transparent 70%), var(--_stage);
    --trtc-person-muted: var(--_on-stage-muted);
  }

  .hear { display: block; margin: 16px auto 0; min-block-size: 44px; padding: 0 16px; border: 1px solid color-mix(in srgb, currentcolor 40%, transparent); border-radius: 99px; background: none; color: inherit; font: inherit; font-size: var(--_text-s); cursor: pointer; }

  .centre {
    align-self: center;
    justify-self: center;
    max-inline-size: 100%;
    min-inline-size: 0;
    padding: 16px 24px;
    --trtc-person-size: clamp(56px, 26cqmin, 160px);
  }
  .ended .centre, .interrupted .centre { grid-row: 1 / -1; }

  .main, .blurred { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; z-index: -1; --trtc-view-radius: 0; --trtc-view-background: var(--_stage); }
  .as-card:has(.dimmed, .preview) { --trtc-person-muted: var(--_on-stage); }
  .dimmed { filter: brightness(0.42) saturate(0.85); }
  /* One looks at oneself before the other sees it: who is called stands above one's face. */
  .stage:has(> .preview) > .centre {
    align-self: start;
    margin-block-start: 0;
    inline-size: 100%;
    padding-block: max(calc(28px + var(--_safe-start)), var(--_top, 0px)) 56px;
    background: linear-gradient(rgb(10 11 14 / 0.7), rgb(10 11 14 / 0.56) 62%, transparent);
    --trtc-person-size: clamp(40px, 15cqmin, 72px);
    --trtc-screen-gap: 12px;
  }
  .blurred { object-fit: cover; filter: blur(48px) brightness(0.28) saturate(1.2); transform: scale(1.3); }

  trtc-video-view, trtc-participant-grid, trtc-speaker-view { block-size: 100%; aspect-ratio: auto; }
  .grid, .speaker { padding: var(--_head) 8px 0; grid-row: 1; }
  .as-float .foot, .as-float > .foot { grid-row: 2; }

  trtc-people-list { inline-size: min(80cqi, 420px); max-block-size: max(128px, 100cqb - 400px); margin-block-start: 8px; overflow: auto; color: var(--_on-stage); }

  trtc-floating-tile {
    --trtc-tile-inset: 16px;
    --trtc-tile-inset-block-end: calc(var(--_foot) + 4px);
    --trtc-tile-inset-block-start: var(--_head);
    --trtc-view-ring: none;
    inline-size: clamp(112px, 22cqi, 240px);
    aspect-ratio: 16 / 9;
  }
  trtc-floating-tile.portrait { inline-size: clamp(84px, 16cqi, 168px); aspect-ratio: 3 / 4; }

  .top {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: calc(12px + var(--_safe-start)) 12px 8px;
    pointer-events: none;
    z-index: 3;
  }
  .top trtc-trouble-banner, .top trtc-sharing-bar { pointer-events: auto; }
  /* Still there to be listened to, and takes no row. */
  .top > trtc-trouble-banner:not(:state(shown)) { position: absolute; }
  /* For its few seconds a note lies beside or over name and time, where no tile is. */
  .top trtc-call-news { grid-area: 1 / 1; z-index: 1; }
  .as-card .top trtc-call-news { grid-area: auto; }
  .head {
    grid-area: 1 / 1;
    justify-self: start;
    align-self: start;
    display: flex;
    align-items: baseline;
    gap: 10px;
    max-inline-size: 100%;
    padding: 6px 14px;
    border-radius: 99px;
    background: var(--_scrim);
    -webkit-backdrop-filter: blur(16px);
    backdrop-filter: blur(16px);
    font-size: var(--_text-s);
    transition: opacity 240ms var(--_ease);
  }
  .head .name { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .head > :is(.mic, trtc-network-quality) { align-self: center; }
  .mic svg { inline-size: 16px; block-size: 16px; }
  /* Whoever has just come publishes in a moment. */
  .marks, .head > .mic { animation: come 800ms backwards; }
  @keyframes come { from, 99% { opacity: 0; } }
  .marks { display: inline-flex; gap: 6px; align-items: center; vertical-align: top; margin-inline-start: 6px; }
  .marks:not(:has(.mic, trtc-network-quality:state(shown))) { display: none; }
  .head trtc-call-timer { color: var(--_on-stage-muted); }

  .foot {
    grid-row: 2;
    padding: 12px 16px calc(20px + var(--_safe-end));
    z-index: 1;
    transition: opacity 240ms var(--_ease);
  }
  .as-float .foot, .stage:has(> .preview) > .foot { background: linear-gradient(to top, rgb(10 11 14 / 0.66), transparent); padding-block-start: 28px; }

  .quiet { cursor: none; }
  .quiet .head, .quiet .foot { opacity: 0; pointer-events: none; }
  /* That somebody is muted or badly connected stays in sight, and no more of the line. */
  .quiet .head:has(.mic, trtc-network-quality:state(poor)) { opacity: 1; padding: 7px; }
  .quiet .head > :not(.mic, trtc-network-quality) { position: absolute; clip-path: inset(50%); }

  @container panel (min-block-size: 480px) {
    .as-card { --trtc-control-label: block; }
    .as-card .foot { padding-block-end: calc(32px + var(--_safe-end)); }
  }

  /* Where there is room what is in the way lies beside name and time, and tiles stay where they are. */
  @container panel (min-inline-size: 960px) {
    .top:has(> .head):has(> trtc-trouble-banner:state(shown), > trtc-sharing-bar) { grid-template-columns: minmax(0, 1fr) min(640px, 48cqi) minmax(0, 1fr); }
    .top:has(> .head) > :is(trtc-trouble-banner, trtc-sharing-bar) { grid-area: 1 / 2; }
    .top:has(> trtc-trouble-banner:state(shown)) > trtc-sharing-bar { grid-row: 2; }
    .top:has(> .head):has(> trtc-trouble-banner:state(shown), > trtc-sharing-bar) > :not(.head, trtc-trouble-banner, trtc-sharing-bar) { grid-column: 1 / -1; }
    .top:has(> .head):has(> trtc-trouble-banner:state(shown), > trtc-sharing-bar) > trtc-call-news { grid-row: 2; }
  }

  @container panel (max-inline-size: 719px) {
    .top:has(> trtc-call-news:state(shown)) > .head { opacity: 0; }
  }

  @container panel (max-inline-size: 479px) {
    trtc-floating-tile { --trtc-tile-inset: 12px; }
    .foot { padding-inline: 8px; }
    .surface { padding: 16px; background: var(--_surface); }
    .surface trtc-dial-pad { padding: 0; background: none; box-shadow: none; }
  }

  @container panel (max-block-size: 559px) {
    .as-card > .centre { margin-block-start: calc(max(20px, var(--_top, 0px)) - 20px); }
    /* The list has faces of its own. */
    .centre:has(> trtc-people-list) { --_person-faces: none; }
  }

  @container panel (max-block-size: 419px) {
    .word { display: none; }
    .foot, .as-float .foot { padding-block: 8px calc(10px + var(--_safe-end)); }
    .centre { padding-block: 8px; --trtc-screen-gap: 12px; --trtc-person-size: clamp(48px, 22cqmin, 160px); }
    .stage { --_bar: 48px; }
    .top:has(> trtc-trouble-banner:state(shown)) ~ .centre { --_person-flow: row; padding-block: 0; }
    trtc-people-list { max-block-size: 96px; }
    .top:has(> trtc-trouble-banner:state(shown)) ~ .centre > trtc-people-list { max-block-size: 60px; margin-block-start: 4px; }
    .stage:has(> .preview) > .centre { padding-block: max(calc(12px + var(--_safe-start)), var(--_top, 0px)) 24px; --trtc-person-size: 44px; --_person-flow: row; }
    .top { padding: calc(8px + var(--_safe-start)) 8px 8px; }
    .surface { padding: 12px 16px; gap: 8px; --trtc-dial-title: none; }
    trtc-floating-tile { inline-size: clamp(80px, 22cqi, 240px); }
    trtc-floating-tile { --trtc-tile-inset: 8px; }
    trtc-floating-tile.portrait { inline-size: clamp(60px, 16cqi, 96px); }
  }

  @container panel (max-inline-size: 199px) {
    .top:not(:has(.head > .mic)), .top > :not(.head), .head > :not(.mic), .as-float trtc-floating-tile { display: none; }
    .head { padding: 6px; }
    .main { --trtc-view-fit: cover; }
    .centre { padding: 4px 8px; --trtc-font-size: 13px; --trtc-screen-gap: 4px; --trtc-person-size: 40px; }
  }

  @media (prefers-reduced-transparency: reduce) {
    .head { background: var(--_stage); backdrop-filter: none; }
  }
  @media (forced-colors: active) {
    .stage, .surface { border: 1px solid CanvasText; }
    .as-float .foot, .stage:has(> .preview) > :is(.foot, .centre) { background: Canvas; }
  }
`;
