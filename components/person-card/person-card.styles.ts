import { css } from 'lit';

export const personCardStyles = css`
  :host { display: block; color: inherit; }

  .card {
    display: flex;
    flex-direction: var(--_person-flow, column);
    align-items: center;
    justify-content: center;
    gap: var(--trtc-screen-gap, 20px);
    text-align: center;
  }

  .faces {
    position: relative;
    display: var(--_person-faces, flex);
    justify-content: center;
    --trtc-avatar-size: var(--trtc-person-size, 128px);
  }
  .face { position: relative; display: grid; }
  .face > * { grid-area: 1 / 1; }
  .several { --trtc-avatar-size: calc(var(--trtc-person-size, 128px) * 0.75); }
  .several .face + .face { margin-inline-start: -24px; }
  .several .face { border-radius: 50%; box-shadow: 0 0 0 3px var(--_stage); }
  .several .face:nth-child(1) { z-index: 2; }
  .several .face:nth-child(2) { z-index: 1; }

  .swell, .wave { border-radius: 50%; background: currentColor; }
  .halo, .wave { opacity: 0; }
  .halo { transition: opacity 200ms linear; }
  .swell { block-size: 100%; }
  .wave { display: none; }
  .calling .wave {
    display: block;
    background: none;
    border: 1.5px solid currentColor;
    animation: breathe 2.8s ease-out infinite;
  }
  .calling .wave.late { animation-delay: 1.4s; }

  @keyframes breathe {
    from { transform: scale(1); opacity: 0.4; }
    to { transform: scale(1.5); opacity: 0; }
  }

  .words { display: grid; gap: 4px; min-inline-size: 0; max-inline-size: 100%; }
  .name {
    font-size: var(--_text-xl);
    font-weight: 600;
    line-height: 1.3;
    overflow: hidden;
    text-overflow: ellipsis;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .status { color: var(--trtc-person-muted, inherit); font-size: var(--_text-m); font-variant-numeric: tabular-nums; text-wrap: balance; }

  @media (prefers-reduced-motion: reduce) {
    .calling .wave { animation: none; opacity: 0.25; transform: scale(1.12); }
    .calling .wave.late { display: none; }
    .swell { transform: none !important; }
  }
`;
