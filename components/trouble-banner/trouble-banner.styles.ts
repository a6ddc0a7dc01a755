import { css } from 'lit';

export const troubleBannerStyles = css`
  :host { display: block; container-type: inline-size; }

  .banner {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: fit-content;
    max-inline-size: min(100%, 640px);
    min-block-size: 44px;
    margin-inline: auto;
    padding: 0 14px;
    border-radius: var(--_radius);
    background: var(--_warning);
    color: var(--_on-warning);
    font-size: var(--_text-s);
    font-weight: 500;
    line-height: 1.4;
    box-shadow: var(--_shadow);
    animation: arrive var(--_duration) var(--_ease);
  }
  .banner:has(.remedy, .close) { padding-inline-end: 4px; }
  .banner svg { inline-size: 20px; block-size: 20px; }
  .count { flex: none; font-variant-numeric: tabular-nums; opacity: .8; }
  .sentence { flex: 1; min-inline-size: 0; padding-block: 8px; overflow-wrap: anywhere; }

  button {
    flex: none;
    min-block-size: 44px;
    border: 0;
    border-radius: var(--_radius-small);
    background: none;
    color: inherit;
    font-weight: 650;
    cursor: pointer;
  }
  .remedy { min-inline-size: 44px; padding-inline: 10px; text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1.5px; white-space: nowrap; }
  .remedy:hover { text-decoration-thickness: 2.5px; }
  .close { display: grid; place-items: center; min-inline-size: 44px; }
  :focus-visible { outline-color: var(--_on-warning); outline-offset: -4px; }

  @keyframes arrive {
    from { opacity: 0; transform: translateY(-8px); }
  }

  @container (max-inline-size: 359px) {
    .banner { flex-wrap: wrap; column-gap: 4px; padding-inline-start: 10px; }
    .banner > svg:first-child { display: none; }
    .sentence { flex-basis: calc(100% - 60px); padding-block: 8px 0; }
    .banner:not(:has(.remedy)) .sentence { padding-block: 8px; }
    .remedy { margin-block-start: -8px; padding-inline: 0 10px; order: 3; text-align: start; }
    .close { margin-inline-start: auto; }
  }

  @media (forced-colors: active) {
    .banner { border: 1px solid CanvasText; }
  }
`;
