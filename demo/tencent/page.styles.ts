import { css } from 'lit';

export const tencentStyles = css`
  main { display: grid; gap: 28px; max-inline-size: 1200px; margin: 0 auto; padding: 20px 24px 64px; }
  .intro { display: grid; gap: 12px; max-inline-size: 672px; }
  h1 { font-size: clamp(26px, 3.4vw, 38px); line-height: 1.2; text-wrap: balance; }
  h2 { font-size: 16px; font-weight: 600; }
  .lead { font-size: 17px; color: var(--ink-muted); }
  .columns { display: grid; grid-template-columns: minmax(0, 400px) minmax(0, 1fr); gap: 28px; align-items: start; }
  .side, form { display: grid; gap: 16px; }
  .card { padding: 20px; }
  .call { display: grid; gap: 12px; }
  label { display: grid; gap: 4px; font-size: 14px; font-weight: 500; }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0 12px;
    border: 1px solid light-dark(#858b96, #747b88);
    border-radius: 10px;
    background: var(--page);
    font-size: 16px;
  }
  input:disabled { opacity: 0.6; }
  small, .hint { font-size: 13px; font-weight: 400; color: var(--ink-muted); }
  .buttons { display: flex; flex-wrap: wrap; gap: 8px; }
  .buttons button { min-block-size: 44px; }
  .main-button { background: var(--accent); border-color: transparent; color: var(--on-accent); }
  .main-button:hover { background: color-mix(in srgb, var(--accent) 88%, var(--ink)); }
  button:disabled { opacity: 0.55; cursor: default; }
  .status { font-size: 14px; font-weight: 500; }
  .error { display: grid; gap: 4px; padding: 12px; border-inline-start: 3px solid var(--trouble); border-radius: 8px; background: var(--card-raised); font-size: 14px; overflow-wrap: anywhere; }
  .error strong { color: var(--trouble); }
  trtc-calling-provider { display: contents; }
  trtc-call-panel { display: block; block-size: min(620px, 78vh); min-block-size: 420px; }
  pre { overflow: auto; padding: 14px; border-radius: 10px; background: var(--card-raised); font: 13px / 1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; }
  @media (width < 860px) { .columns { grid-template-columns: minmax(0, 1fr); } }
  @media (width < 640px) { main { padding: 8px 16px 48px; } }
`;
