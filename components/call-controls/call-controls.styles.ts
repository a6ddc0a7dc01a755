import { css } from 'lit';

export const callControlsStyles = css`
  :host { display: block; container-type: inline-size; }

  .bar {
    display: flex;
    justify-content: center;
    align-items: flex-start;
    gap: 12px 16px;
  }

  .bar > *:state(absent) { display: none; }
  .bar > slot { display: contents; }

  .bar > * { flex: none; }
  .bar.answering { flex-wrap: wrap; gap: 16px 40px; --trtc-control-size: var(--trtc-answer-size, 60px); }

  @container (max-inline-size: 419px) {
    .bar { --trtc-control-size: 48px; gap: 12px; }
    .bar.answering { gap: 12px 24px; }
    /* At the edges there is no room for half of what they say. */
    .bar > :nth-child(2) { --_tip-inset: 0 auto; --_tip-shift: 0; }
    .bar > :nth-last-child(2) { --_tip-inset: auto 0; --_tip-shift: 0; }
  }

  @container (max-inline-size: 339px) {
    .bar { --trtc-control-size: 44px; gap: 8px; }
    .bar.answering { gap: 8px; justify-content: space-evenly; }
  }

  @container (max-inline-size: 279px) {
    .bar.answering trtc-reply-button { display: none; }
  }

  @container (max-inline-size: 167px) {
    .bar.answering .second { display: none; }
  }
`;
