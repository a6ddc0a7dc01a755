import { css } from 'lit';

/** A screen that says one thing and offers one or two buttons. */
export const screenStyles = css`
  :host { display: block; color: inherit; }

  .screen {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: var(--trtc-screen-gap, 20px);
    inline-size: 384px;
    max-inline-size: 100%;
    text-align: center;
    --trtc-avatar-size: calc(var(--trtc-person-size, 128px) * 0.75);
  }
  .line { font-size: var(--_text-l); font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; text-wrap: balance; }
  .second { color: var(--_on-stage-muted); font-variant-numeric: tabular-nums; }

  .buttons { display: flex; flex-wrap: wrap; justify-content: center; gap: 12px; inline-size: 100%; }
  button {
    /* Beside each other as long as no words must break for it. */
    flex: 1 1 auto;
    min-inline-size: min(140px, 100%);
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 0;
    border-radius: 99px;
    background: rgb(62 66 76 / 0.82);
    color: var(--_on-stage);
    font-weight: 600;
    cursor: pointer;
  }
  button:hover { background: rgb(84 89 101 / 0.9); }
  .main { background: var(--_answer); color: var(--_on-answer); }
  .main:hover { background: color-mix(in oklab, var(--_answer), white 12%); }
  button:disabled { background: rgb(62 66 76 / 0.82); color: var(--_on-stage-muted); cursor: default; }
  svg { inline-size: 20px; block-size: 20px; }

  @media (forced-colors: active) {
    button { border: 1px solid ButtonText; }
  }
`;
