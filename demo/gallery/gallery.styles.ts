import { css } from 'lit';

export const galleryStyles = css`
  .layout { display: grid; grid-template-columns: 232px minmax(0, 1fr) 320px; gap: 20px; max-inline-size: 1560px; margin: 0 auto; padding: 12px 24px 64px; align-items: start; }
  aside { position: sticky; inset-block-start: 12px; max-block-size: calc(100vh - 24px); overflow: auto; overscroll-behavior: contain; }
  .list { padding: 12px; }
  .list input { inline-size: 100%; min-block-size: 40px; padding: 0 12px; border: 1px solid light-dark(#858b96, #747b88); border-radius: 10px; background: var(--page); font-size: 14px; }
  .list h2 { margin: 14px 10px 4px; font-size: 12px; font-weight: 600; color: var(--ink-muted); }
  .list ul { display: grid; list-style: none; }
  .list a { display: block; padding: 5px 10px; border-radius: 8px; color: var(--ink); font-size: 14px; text-decoration: none; overflow-wrap: anywhere; }
  .list a:hover { background: var(--card-raised); }
  .list a[aria-current] { background: light-dark(#dce8fb, #1d3a66); color: light-dark(#164a9c, #c5dcff); font-weight: 600; }
  .list p { padding: 8px 10px; font-size: 14px; color: var(--ink-muted); }

  main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-inline-size: 0; }
  main > * { min-inline-size: 0; }
  h1 { font-size: clamp(22px, 2.4vw, 30px); line-height: 1.25; overflow-wrap: anywhere; }
  h1.tag { font-family: var(--mono); font-size: clamp(18px, 2vw, 24px); font-weight: 650; }
  .lead { color: var(--ink-muted); max-inline-size: 70ch; }
  h2 { font-size: 14px; font-weight: 600; }

  .states { display: flex; flex-wrap: wrap; gap: 6px; max-block-size: 146px; overflow: auto; padding: 2px; margin: -2px; }
  .states a { display: inline-flex; align-items: center; min-block-size: 32px; padding: 0 12px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); font-size: 13px; text-decoration: none; }
  .states a:hover { background: var(--card-raised); }
  .states a[aria-current] { background: var(--accent); border-color: transparent; color: var(--on-accent); font-weight: 600; }

  .tools { display: flex; flex-wrap: wrap; gap: 8px 16px; padding: 10px 14px; border-block-end: 1px solid var(--line); }
  .tools label { display: inline-flex; align-items: center; gap: 6px; font-size: 13px; color: var(--ink-muted); }
  select { min-block-size: 36px; padding: 0 8px; border: 1px solid light-dark(#858b96, #747b88); border-radius: 8px; background: var(--page); color: var(--ink); font-size: 13px; max-inline-size: 180px; }
  .frame { overflow: auto; border-radius: 0 0 16px 16px; background: repeating-conic-gradient(light-dark(#e4e7ec, #101216) 0 25%, light-dark(#edeff3, #14161b) 0 50%) 0 0 / 20px 20px; }
  iframe { display: block; inline-size: 100%; block-size: 600px; margin: 0 auto; border: 0; background: var(--page); }

  .news header { display: flex; align-items: center; gap: 12px; padding: 12px 16px; border-block-end: 1px solid var(--line); }
  .news header p { flex: 1; font-size: 13px; color: var(--ink-muted); }
  .news ol { max-block-size: 220px; overflow: auto; list-style: none; font: 12.5px / 1.5 var(--mono); }
  .news li { display: grid; grid-template-columns: 72px minmax(0, auto) 1fr; gap: 12px; padding: 5px 16px; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
  .news li > span { color: var(--ink-muted); }
  .news b { font-weight: 600; }
  .news .empty { padding: 16px; font-size: 14px; color: var(--ink-muted); }

  .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); gap: 12px; list-style: none; }
  .cards a { display: grid; gap: 6px; align-content: start; block-size: 100%; padding: 16px; color: var(--ink); text-decoration: none; box-sizing: border-box; }
  .cards a:hover { background: var(--card-raised); }
  .cards b { font: 600 14px / 1.4 var(--mono); color: var(--accent); overflow-wrap: anywhere; }
  .cards span { font-size: 14px; line-height: 1.45; color: var(--ink-muted); display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }

  @media (width < 1200px) {
    .layout { grid-template-columns: 208px minmax(0, 1fr); }
    .layout.one { grid-template-columns: 208px minmax(0, 1fr); }
    aside.turn { grid-column: 2; position: static; max-block-size: none; }
  }
  @media (width < 760px) {
    .layout, .layout.one { grid-template-columns: minmax(0, 1fr); padding: 8px 16px 48px; }
    aside { position: static; max-block-size: none; }
    aside.turn { grid-column: 1; }
    .list nav { max-block-size: 168px; overflow: auto; }
    .states { flex-wrap: nowrap; overflow-x: auto; margin-inline: -16px; padding-inline: 16px; }
    .states a { flex: none; min-block-size: 40px; }
    iframe { block-size: 560px; }
    .news li { grid-template-columns: auto 1fr; }
    .news li > :last-child { grid-column: 1 / -1; }
  }
  .layout.one { grid-template-columns: 232px minmax(0, 1fr); }
`;
