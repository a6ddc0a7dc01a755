import { css } from 'lit';

export const callButtonStyles = css`
  :host { display: inline-block; }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    inline-size: 100%;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 8px 20px 8px 16px;
    border: 0;
    border-radius: 99px;
    background: var(--trtc-call-button-background, var(--_answer));
    color: var(--trtc-call-button-color, var(--_on-answer));
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
    transition: background var(--_duration) var(--_ease), scale var(--_duration) var(--_ease);
  }

  :host([compact]) button { padding: 8px; inline-size: 44px; }
  button:hover { background: color-mix(in oklab, var(--trtc-call-button-background, var(--_answer)), white 10%); }
  button:active { scale: 0.97; }
  button[aria-disabled='true'] {
    background: var(--_surface-raised);
    color: var(--_on-surface-muted);
    cursor: default;
    scale: none;
  }
  ::slotted(svg), svg { inline-size: 20px; block-size: 20px; }

  @media (forced-colors: active) {
    button { border: 1px solid ButtonText; }
    button[aria-disabled='true'] { color: GrayText; border-color: GrayText; }
  }
`;
