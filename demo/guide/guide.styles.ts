import { css } from 'lit';

export const guideStyles = css`
  .layout { display: grid; grid-template-columns: 208px minmax(0, 1fr) 200px; gap: 40px; max-inline-size: 1200px; margin: 0 auto; padding: 16px 24px 80px; align-items: start; }
  .contents, .here { position: sticky; inset-block-start: 16px; max-block-size: calc(100vh - 32px); overflow: auto; font-size: 14px; }
  .contents h2, .here h2 { margin: 16px 10px 4px; font-size: 12px; font-weight: 600; color: var(--ink-muted); }
  .contents h2:first-child, .here h2:first-child { margin-block-start: 4px; }
  .contents ul, .here ul { display: grid; list-style: none; }
  .contents a, .here a { display: block; padding: 6px 10px; border-radius: 8px; color: var(--ink); text-decoration: none; overflow-wrap: anywhere; }
  .here a { padding: 3px 10px; font-size: 13px; color: var(--ink-muted); }
  .contents a:hover, .here a:hover { background: light-dark(rgb(16 24 40 / 0.05), rgb(255 255 255 / 0.07)); color: var(--ink); }
  .contents a[aria-current] { background: light-dark(#dce8fb, #1d3a66); color: light-dark(#164a9c, #c5dcff); font-weight: 600; }

  article { min-inline-size: 0; font-size: 16px; line-height: 1.65; }
  article [tabindex='-1']:focus { outline: none; }
  article h1 { margin-block-end: 16px; font-size: clamp(28px, 3vw, 36px); font-weight: 700; line-height: 1.2; letter-spacing: -0.01em; }
  article h2 { margin: 40px 0 12px; font-size: 22px; font-weight: 650; line-height: 1.3; scroll-margin-block-start: 16px; overflow-wrap: anywhere; }
  article h3 { margin: 28px 0 8px; font-size: 16px; font-weight: 650; scroll-margin-block-start: 16px; overflow-wrap: anywhere; }
  article h1:lang(zh) { letter-spacing: 0; }
  article :is(p, ul, ol, pre, .table) { margin-block: 0 16px; }
  article p, article li { max-inline-size: 72ch; text-wrap: pretty; }
  article ul, article ol { padding-inline-start: 22px; }
  article li { margin-block-end: 4px; }
  code { padding: 1px 5px; border-radius: 5px; background: light-dark(rgb(16 24 40 / 0.06), rgb(255 255 255 / 0.09)); font: 0.875em / 1.5 var(--mono); overflow-wrap: anywhere; }
  pre { padding: 14px 16px; border: 1px solid var(--line); border-radius: 12px; background: var(--card); overflow-x: auto; }
  pre code { padding: 0; background: none; font-size: 13px; line-height: 1.65; overflow-wrap: normal; white-space: pre; }
  .tag, .word { color: light-dark(#1a56bd, #9cc3ff); }
  .value { color: light-dark(#116a3b, #7fdca8); }
  .comment { color: var(--ink-muted); }
  .table { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
  table { inline-size: 100%; border-collapse: collapse; font-size: 14px; line-height: 1.5; }
  th { padding: 9px 14px; background: var(--card-raised); color: var(--ink-muted); font-weight: 600; text-align: start; white-space: nowrap; }
  td { padding: 9px 14px; border-block-start: 1px solid var(--line); vertical-align: top; }
  td code { overflow-wrap: break-word; }
  td:first-child code { white-space: nowrap; }
  .initial { color: var(--ink-muted); white-space: nowrap; }
  .links { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; font-size: 14px; }
  .index { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 4px 16px; list-style: none; padding: 0; font: 14px / 1.5 var(--mono); }
  .member { margin-block-end: 28px; }
  .member h3 { font-family: var(--mono); }
  .member pre { margin-block-end: 8px; }
  .turn { display: flex; justify-content: space-between; gap: 16px; margin-block-start: 48px; padding-block-start: 20px; border-block-start: 1px solid var(--line); font-size: 15px; font-weight: 500; }

  @media (width < 1080px) { .layout { grid-template-columns: 190px minmax(0, 1fr); gap: 28px; } .here { display: none; } }
  @media (width < 720px) {
    .layout { grid-template-columns: minmax(0, 1fr); padding: 8px 16px 56px; gap: 16px; }
    .contents { position: static; max-block-size: none; border: 1px solid var(--line); border-radius: 12px; background: var(--card); }
    .contents summary { min-block-size: 44px; display: flex; align-items: center; padding: 0 16px; font-weight: 600; cursor: pointer; }
    .contents .inner { padding: 0 8px 12px; }
    .contents a { min-block-size: 32px; }
    td:first-child code { white-space: normal; }
  }
  @media (width >= 720px) { .contents summary { display: none; } }
`;
