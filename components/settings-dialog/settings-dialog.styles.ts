import { css } from 'lit';

export const settingsDialogStyles = css`
  :host { display: contents; }

  dialog {
    box-sizing: border-box;
    inline-size: min(100dvi - 32px, 880px);
    max-inline-size: none;
    max-block-size: min(100dvb - 32px, 720px);
    padding: 0;
    border: 0;
    border-radius: var(--_radius-large);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--_shadow);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog[open] { animation: arrive var(--_duration) var(--_ease); }
  dialog::backdrop { background: rgb(8 10 16 / 0.5); }

  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 12px 12px 12px 24px;
    background: var(--_surface);
  }
  h2 { flex: 1; min-inline-size: 0; font-size: var(--_text-l); font-weight: 650; line-height: 1.3; }
  header button {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: 99px;
    background: none;
    cursor: pointer;
  }
  header button:hover { background: var(--_surface-raised); }
  trtc-device-settings { padding: 4px 24px 24px; }

  @keyframes arrive {
    from { opacity: 0; transform: translateY(8px); }
  }

  @media (max-width: 559px) {
    dialog { inline-size: 100dvi; max-block-size: 92dvb; margin-block-end: 0; border-end-start-radius: 0; border-end-end-radius: 0; }
    header { padding-inline-start: 16px; }
    trtc-device-settings { padding-inline: 16px; }
  }

  @media (forced-colors: active) {
    dialog { border: 1px solid CanvasText; }
  }
`;
