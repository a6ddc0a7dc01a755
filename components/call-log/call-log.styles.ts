import { css } from 'lit';

export const callLogStyles = css`
  :host { display: block; container-type: inline-size; color: var(--_on-surface); }

  .head { display: flex; align-items: center; gap: 8px; min-block-size: 44px; }
  .title { font-size: var(--_text-l); font-weight: 600; line-height: 1.4; }
  .count {
    display: inline-grid;
    place-items: center;
    min-inline-size: 24px;
    block-size: 24px;
    padding-inline: 7px;
    border-radius: 99px;
    background: var(--_hangup);
    color: var(--_on-hangup);
    font-size: var(--_text-s);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .tools { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 4px; margin-inline-start: auto; font-size: var(--_text-s); }
  .tools button {
    min-block-size: 44px;
    padding: 4px 12px;
    border: 0;
    border-radius: 99px;
    background: none;
    color: var(--_on-surface-muted);
    font-weight: 600;
    cursor: pointer;
  }
  .tools button:hover { background: var(--_surface-raised); }
  .tools .danger { color: light-dark(#b3261e, #ffb4ab); }

  ul { list-style: none; }
  .row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 60px;
    padding-block: 6px;
    border-block-start: 1px solid var(--_hairline);
    content-visibility: auto;
    contain-intrinsic-size: auto 60px;
    --trtc-avatar-size: 40px;
  }
  .row:first-child { border-block-start: 0; }
  .words { flex: 1; min-inline-size: 0; line-height: 1.35; }
  .name { font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .fresh .name { font-weight: 700; }
  .missed .name, .missed .what { color: light-dark(#b3261e, #ffb4ab); }
  .what { display: flex; align-items: center; gap: 6px; min-inline-size: 0; font-size: var(--_text-s); color: var(--_on-surface-muted); }
  .what svg { inline-size: 14px; block-size: 14px; }
  :host(:state(rtl)) .what svg { transform: scaleX(-1); }
  .what span {
    min-inline-size: 0;
    overflow: hidden;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  time { flex: none; font-size: var(--_text-s); color: var(--_on-surface-muted); font-variant-numeric: tabular-nums; white-space: nowrap; }

  .again {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--trtc-call-log-button-color, light-dark(#146c34, #6fdc96));
    cursor: pointer;
  }
  .again:hover { background: var(--_surface-raised); }
  .again[aria-disabled='true'] { color: var(--_on-surface-muted); cursor: default; }
  .again svg { inline-size: 22px; block-size: 22px; }

  .empty { padding: 32px 16px; text-align: center; color: var(--_on-surface-muted); }

  @container (max-inline-size: 279px) { .row trtc-avatar { display: none; } }
  @media (forced-colors: active) {
    .count { border: 1px solid CanvasText; }
    .missed .name { text-decoration: underline; }
  }
`;
