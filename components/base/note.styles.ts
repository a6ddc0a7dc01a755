import { css } from 'lit';

/** A slim card over the picture that says one thing, with one or two buttons. */
export const noteStyles = css`
  :host { display: block; color: var(--_on-stage); font-size: var(--_text-s); }

  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    inline-size: fit-content;
    max-inline-size: 100%;
    min-block-size: 44px;
    margin-inline: auto;
    padding: 4px 16px;
    border-radius: var(--_radius);
    background: rgb(28 30 36 / 0.92);
    box-shadow: 0 0 0 1px rgb(255 255 255 / 0.14);
    line-height: 1.4;
    pointer-events: auto;
    animation: arrive var(--_duration) var(--_ease);
  }
  @keyframes arrive { from { opacity: 0; transform: translateY(-8px); } }
  .note:has(button) { padding-inline-end: 4px; }
  .note svg { inline-size: 20px; block-size: 20px; }
  .words { flex: 1 1 auto; min-inline-size: 0; padding-block: 6px; overflow-wrap: anywhere; }
  .buttons { display: flex; flex-wrap: wrap; gap: 4px; margin-inline-start: auto; }

  button {
    min-block-size: 44px;
    padding: 4px 16px;
    border: 0;
    border-radius: 99px;
    background: none;
    color: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover { background: rgb(255 255 255 / 0.12); }
  .main { background: var(--_on-stage); color: #16181d; }
  .main:hover { background: #ffffff; }

  @media (forced-colors: active) {
    .note, button { border: 1px solid CanvasText; }
  }
`;
