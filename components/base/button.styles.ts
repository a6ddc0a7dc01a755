import { css } from 'lit';

/** A round target with a picture and, where there is room, a word under it. */
export const buttonStyles = css`
  :host {
    display: inline-flex;
    --_size: max(44px, var(--_control-size));
  }

  button {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
    gap: 6px;
    min-inline-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }

  .disc {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: var(--_size);
    block-size: var(--_size);
    border-radius: 999px;
    background: var(--trtc-control-background, rgb(62 66 76 / 0.82));
    color: var(--trtc-control-color, var(--_on-stage));
    transition: background var(--_duration) var(--_ease), color var(--_duration) var(--_ease), scale var(--_duration) var(--_ease);
  }

  button:hover .disc { background: var(--trtc-control-background-hover, rgb(84 89 101 / 0.9)); }
  button:active .disc { scale: 0.94; }
  button:focus-visible { outline: none; }
  button:focus-visible .disc { outline: 2px solid var(--_accent); outline-offset: 3px; }

  .off .disc { background: var(--_on-stage); color: #16181d; }
  .off:hover .disc { background: #ffffff; }
  .answer .disc { background: var(--_answer); color: var(--_on-answer); }
  .answer:hover .disc { background: color-mix(in oklab, var(--_answer), white 12%); }
  .hangup .disc { background: var(--_hangup); color: var(--_on-hangup); }
  .hangup:hover .disc { background: color-mix(in oklab, var(--_hangup), white 12%); }
  .accent .disc { background: var(--_accent); color: var(--_on-accent); }
  .wide .disc { inline-size: calc(var(--_size) * 1.5); }
  .hangup svg, .answer svg { inline-size: 28px; block-size: 28px; }

  [aria-disabled='true'] { cursor: default; }
  [aria-disabled='true'] .disc { opacity: 0.5; scale: none; }

  .label {
    display: var(--trtc-control-label, none);
    font-size: var(--_text-s);
    line-height: 1.25;
    /* Two short lines rather than a wide button; a single long word stays whole. */
    inline-size: min-content;
    min-inline-size: 100%;
    text-align: center;
    word-break: keep-all;
  }

  :host([labelled]) { --trtc-control-label: block; }

  :host([item]) { display: flex; }
  .row {
    flex: 1;
    flex-direction: row;
    gap: 12px;
    min-block-size: 44px;
    padding: 8px 16px 8px 12px;
    border-radius: var(--_radius-small);
    text-align: start;
    white-space: nowrap;
  }
  .row:hover, .row:focus-visible { background: var(--trtc-control-background, rgb(84 89 101 / 0.6)); }
  .row[aria-disabled='true'] { opacity: 0.5; }

  .tooltip {
    position: absolute;
    inset-block-end: calc(100% + 8px);
    inset-inline: var(--_tip-inset, 50% auto);
    translate: var(--_tip-shift, -50%);
    padding: 4px 8px;
    border-radius: var(--_radius-small);
    background: var(--_on-stage);
    color: #16181d;
    font-size: var(--_text-s);
    line-height: 1.5;
    white-space: nowrap;
    pointer-events: none;
    opacity: 0;
    transition: opacity var(--_duration) var(--_ease);
    z-index: 1;
  }

  :host(:state(rtl)) .tooltip { translate: var(--_tip-shift, 50%); }
  :host([labelled]) .tooltip { display: none; }

  @media (hover: hover) {
    button:hover .tooltip { opacity: 1; transition-delay: 0.4s; }
  }
  button:focus-visible .tooltip { opacity: 1; }

  @media (forced-colors: active) {
    .disc { border: 1px solid ButtonText; }
    .off .disc { background: Highlight; color: HighlightText; forced-color-adjust: none; }
    [aria-disabled='true'] .disc { color: GrayText; opacity: 1; }
  }
`;
