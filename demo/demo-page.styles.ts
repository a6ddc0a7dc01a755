import { css } from 'lit';

export const pageStyles = css`
  main { display: grid; gap: 40px; max-inline-size: 1200px; margin: 0 auto; padding: 20px 24px 64px; }
  .first { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 40px 48px; align-items: center; }

  .intro { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
  h1 { font-size: clamp(28px, 3.6vw, 42px); font-weight: 700; line-height: 1.14; text-wrap: balance; letter-spacing: -0.015em; }
  h1 span { display: inline-block; }
  h1:lang(zh) { letter-spacing: 0; line-height: 1.25; }
  .lead { font-size: 18px; line-height: 1.55; color: var(--ink-muted); text-wrap: pretty; }
  h2 { font-size: 16px; font-weight: 600; }

  ol { display: grid; gap: 10px; list-style: none; counter-reset: step; }
  ol li { display: grid; grid-template-columns: 26px 1fr; gap: 12px; counter-increment: step; }
  ol li::before {
    content: counter(step);
    display: grid;
    place-items: center;
    inline-size: 26px;
    block-size: 26px;
    border-radius: 50%;
    background: light-dark(#dce8fb, #1d3a66);
    color: light-dark(#164a9c, #c5dcff);
    font-size: 13px;
    font-weight: 700;
  }

  .phones { display: grid; gap: 16px; min-inline-size: 0; }
  .row { display: flex; gap: 32px; }
  demo-phone { flex: none; inline-size: min(320px, 100vw - 32px); }
  .notes { display: grid; gap: 4px; max-inline-size: 672px; color: var(--ink-muted); font-size: 14px; text-align: center; text-wrap: balance; }
  .switch { display: none; }
  .one { grid-template-areas: 'intro phone' 'log phone'; grid-template-rows: auto 1fr; align-items: start; row-gap: 28px; }
  .one .intro { grid-area: intro; padding-block-start: 24px; }
  .one .phones { grid-area: phone; }
  .one demo-event-log { grid-area: log; min-inline-size: 0; }
  .links { display: flex; flex-wrap: wrap; gap: 8px 20px; }
  .problem { display: grid; gap: 12px; justify-items: start; max-inline-size: 40rem; margin: 8vh auto; padding: 28px; }

  @media (width < 1160px) {
    .first { grid-template-columns: minmax(0, 1fr); justify-items: center; }
    .intro { max-inline-size: 672px; }
    .phones { order: -1; }
    .one { grid-template-areas: 'phone' 'intro' 'log'; grid-template-rows: auto; }
    .one .intro { padding-block-start: 0; }
    .one demo-event-log { inline-size: 100%; }
  }

  @media (width < 740px) {
    main { gap: 24px; padding: 8px 16px 48px; }
    .first { gap: 24px; }
    .phones { inline-size: 100vw; justify-items: center; }
    .switch { display: block; }
    .row {
      inline-size: 100%;
      gap: 16px;
      /* Room for the shadows, which a scroller would cut. */
      margin-block: -36px -56px;
      padding: 40px max(16px, 50vw - 160px) 84px;
      overflow-x: auto;
      scroll-snap-type: x mandatory;
      scrollbar-width: none;
    }
    .row::-webkit-scrollbar { display: none; }
    .row demo-phone { scroll-snap-align: center; inline-size: min(320px, 100vw - 64px); }
    .notes { padding: 0 16px; }
    .switch, .notes { position: relative; z-index: 1; }
  }
`;
