import { css } from 'lit';

export const dialPadStyles = css`
  :host { display: block; container-type: inline-size; color: var(--_on-surface); }

  .pad {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    inline-size: 100%;
    max-inline-size: 360px;
    margin-inline: auto;
  }

  .who {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
    color: var(--_on-surface-muted);
    font-size: var(--_text-s);
    --trtc-avatar-size: 28px;
  }
  .session { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .title { display: var(--trtc-dial-title, block); font-size: var(--_text-l); font-weight: 600; line-height: 1.4; }

  input {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: 48px;
    padding: 8px 14px;
    border: 1px solid var(--_field-line, light-dark(#8a909c, #7b818d));
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_on-surface);
  }
  input::placeholder { color: var(--_on-surface-muted); opacity: 1; }
  input[aria-invalid='true'] { border-color: light-dark(#c3271b, #ff8a80); }
  input:disabled { opacity: 0.6; }

  .message { font-size: var(--_text-s); color: light-dark(#b3261e, #ffb4ab); }

  /* It stays in the page, so that its words are announced when they come; without any it takes no room, and no gap. Nor do people where there are none. */
  .message:empty { position: absolute; }
  trtc-recent-people { display: contents; }

  /* Long words go into two lines of buttons, never over the edge. */
  .buttons { display: flex; flex-wrap: wrap; gap: 12px; }
  button {
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
    transition: background var(--_duration) var(--_ease), scale var(--_duration) var(--_ease);
  }
  button:hover { background: color-mix(in oklab, var(--_answer), white 10%); }
  button:active { scale: 0.98; }
  button[aria-disabled='true'] { background: var(--_surface-raised); color: var(--_on-surface-muted); cursor: default; }
  svg { inline-size: 20px; block-size: 20px; }

  @container (max-inline-size: 311px) {
    .buttons { gap: 8px; }
    button { gap: 6px; padding-inline: 10px; }
  }
  @container (max-inline-size: 279px) {
    .pad { gap: 8px; }
    .buttons { gap: 8px; flex-direction: column; }
    button { min-block-size: 44px; }
    .who, trtc-recent-people { display: none; }
  }

  @media (forced-colors: active) {
    button { border: 1px solid ButtonText; }
  }
`;
