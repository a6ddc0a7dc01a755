import { css } from 'lit';

export const invitePickerStyles = css`
  :host { display: block; container-type: inline-size; color: var(--_on-surface); }
  :host([popover]:not(:popover-open)) { display: none; }
  :host([popover]) {
    position: fixed;
    inset: 0;
    inline-size: min(380px, calc(100vw - 16px));
    block-size: fit-content;
    max-block-size: min(560px, calc(100dvh - 16px));
    margin: auto;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-large);
    background: var(--_surface);
    box-shadow: var(--_shadow), 0 0 0 1px var(--_hairline);
    overflow: auto;
  }
  :host([popover]) .picker { padding: 20px; }

  .picker { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; inline-size: 100%; max-inline-size: 420px; margin-inline: auto; }
  .title { font-size: var(--_text-l); font-weight: 600; line-height: 1.4; }

  .field {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    padding: 4px;
    border: 1px solid var(--_field-line, light-dark(#8a909c, #7b818d));
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    cursor: text;
  }
  .field:focus-within { outline: 2px solid var(--_accent); outline-offset: 1px; }
  .field.wrong { border-color: light-dark(#c3271b, #ff8a80); }
  .chosen { display: contents; list-style: none; }
  .chosen li { min-inline-size: 0; max-inline-size: 100%; }
  .chip {
    display: flex;
    align-items: center;
    gap: 6px;
    max-inline-size: 100%;
    min-block-size: 44px;
    padding: 4px 12px 4px 8px;
    border: 0;
    border-radius: 99px;
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_hairline);
    font-size: var(--_text-s);
    font-weight: 600;
    cursor: pointer;
    --trtc-avatar-size: 24px;
  }
  .chip:hover { background: var(--_hairline); }
  .chip span { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .chip svg { inline-size: 14px; block-size: 14px; color: var(--_on-surface-muted); }
  input {
    flex: 1 1 120px;
    min-inline-size: 0;
    min-block-size: 44px;
    padding: 4px 10px;
    border: 0;
    background: none;
    color: inherit;
    outline: none;
  }
  input::placeholder { color: var(--_on-surface-muted); opacity: 1; }

  .message:empty { position: absolute; }
  .message { font-size: var(--_text-s); color: light-dark(#b3261e, #ffb4ab); }
  .hint { font-size: var(--_text-s); color: var(--_on-surface-muted); }

  .list { display: grid; max-block-size: 264px; overflow: auto; overscroll-behavior: contain; }
  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 48px;
    padding: 4px 8px;
    border-radius: var(--_radius-small);
    cursor: pointer;
    --trtc-avatar-size: 36px;
  }
  .option:hover { background: var(--_surface-raised); }
  .option.active { box-shadow: inset 0 0 0 2px var(--_accent); }
  .option[aria-disabled='true'] { cursor: default; color: var(--_on-surface-muted); }
  .option svg { inline-size: 20px; block-size: 20px; margin-inline-start: auto; color: var(--_accent); }
  .who { min-inline-size: 0; line-height: 1.3; }
  .who > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .name { font-weight: 600; }
  .id { font-size: var(--_text-s); color: var(--_on-surface-muted); }

  .buttons { display: flex; flex-wrap: wrap; gap: 12px; }
  .go {
    flex: 1 1 auto;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 48px;
    padding: 8px 16px;
    border: 0;
    border-radius: 99px;
    background: var(--_answer);
    color: var(--_on-answer);
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
  }
  .go:hover { background: color-mix(in oklab, var(--_answer), white 10%); }
  .go[aria-disabled='true'] { background: var(--_surface-raised); color: var(--_on-surface-muted); cursor: default; }
  .go svg { inline-size: 20px; block-size: 20px; }

  @container (max-inline-size: 311px) {
    .buttons { gap: 8px; }
    .go { gap: 6px; padding-inline: 10px; }
  }
  @container (max-inline-size: 279px) { .buttons { flex-direction: column; } }

  @media (forced-colors: active) {
    .chip svg, .option svg { color: CanvasText; }
    :host([popover]), .go, .chip { border: 1px solid CanvasText; }
    .option.active { outline: 2px solid Highlight; outline-offset: -2px; }
  }
`;
