import { css } from 'lit';

export const videoViewStyles = css`
  :host {
    display: block;
    color-scheme: dark;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .frame {
    position: relative;
    container-type: size;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    border-radius: var(--trtc-view-radius, var(--_radius));
    background: var(--trtc-view-background, var(--_stage-raised));
    color: var(--_on-stage);
    isolation: isolate;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--trtc-view-fit, cover);
    opacity: 0;
    transition: opacity var(--_duration) var(--_ease);
  }
  .seen video { opacity: 1; }
  .contain video { object-fit: contain; }
  @container (min-aspect-ratio: 1/1) {
    .upright:not(.cover) video { object-fit: var(--trtc-view-fit, contain); }
  }
  /* What is cut off an upright picture is more of the chest than of the head. */
  .upright video { object-position: 50% 40%; }
  .mirrored video { transform: scaleX(-1); }

  .placeholder {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    background: radial-gradient(circle at 50% 40%, oklch(0.36 0.05 var(--hue, 264)), oklch(0.22 0.03 var(--hue, 264)) 75%);
    transition: opacity var(--_duration) var(--_ease);
  }
  .seen .placeholder { opacity: 0; visibility: hidden; }
  .person { position: relative; display: grid; place-items: center; }
  .person > * { grid-area: 1 / 1; }
  .person trtc-avatar { --trtc-avatar-size: clamp(32px, min(34cqi, 34cqb), 144px); }

  .halo {
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    color: oklch(0.72 0.1 var(--hue, 264));
    transition: opacity 200ms linear;
  }
  /*
   * Apart from what fades, and without a var() of its own: a transition, or a colour to be worked out anew, on the same element makes
   * each new size cost several times as much.
   */
  .swell { block-size: 100%; border-radius: 50%; background: currentColor; }

  .ring {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    box-shadow: inset 0 0 0 2px var(--_accent), inset 0 0 0 3px rgb(0 0 0 / 0.4);
    display: var(--trtc-view-ring, block);
    opacity: 0;
    transition: opacity 240ms var(--_ease);
    pointer-events: none;
  }

  .bare .ring { display: none; }

  .caption {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--_scrim);
    font-size: var(--_text-s);
    line-height: 1.5;
    -webkit-backdrop-filter: blur(12px);
    backdrop-filter: blur(12px);
  }
  .caption:has(.mic) { padding-inline-start: 6px; }
  .name { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .mic { display: grid; place-items: center; }
  .mic svg { inline-size: 16px; block-size: 16px; }

  .badge {
    display: var(--_badge, block);
    position: absolute;
    inset-block-start: 8px;
    /* In the other corner buttons lie: pin, unpin. */
    inset-inline-start: 8px;
    max-inline-size: calc(100% - 16px);
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--_scrim);
    font-size: var(--_text-s);
  }
  /* On the stage the corners are taken. */
  .bare > .badge { inset: 22% 0 auto; inline-size: fit-content; margin-inline: auto; }

  /* Where tiles are small there are many, and each blur is a layer that is drawn anew with what lies behind it. */
  @container (max-inline-size: 239px) {
    .caption { -webkit-backdrop-filter: none; backdrop-filter: none; }
  }

  @container (max-inline-size: 119px) or (max-block-size: 99px) {
    .caption { inset-block-end: 4px; inset-inline-start: 4px; max-inline-size: calc(100% - 8px); padding: 1px 6px; }
    .badge { display: none; }
  }
  @container (max-inline-size: 91px) or (max-block-size: 67px) {
    .name { display: none; }
    .caption:not(:has(.mic, trtc-network-quality:state(poor))) { display: none; }
  }

  @media (prefers-reduced-motion: reduce) {
    .swell { transform: none !important; }
  }

  @media (forced-colors: active) {
    .frame { border: 1px solid CanvasText; }
    .ring { box-shadow: inset 0 0 0 3px Highlight; forced-color-adjust: none; }
  }
`;
