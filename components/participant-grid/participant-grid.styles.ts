import { css } from 'lit';

export const participantGridStyles = css`
  :host {
    display: block;
    color-scheme: dark;
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    min-block-size: 0;
    color: var(--_on-stage);
  }

  ul {
    list-style: none;
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    align-content: center;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
  }

  li {
    position: relative;
    container-type: size;
    flex: none;
    inline-size: var(--_tile-width, 0px);
    block-size: var(--_tile-height, 0px);
  }

  li trtc-video-view { block-size: 100%; aspect-ratio: auto; }

  li.away trtc-video-view { filter: saturate(0.4) brightness(0.7); }

  .state {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 50%;
    translate: -50% 0;
    max-inline-size: calc(100% - 16px);
    padding: 2px 10px;
    border-radius: 99px;
    background: var(--_scrim);
    font-size: var(--_text-s);
    white-space: nowrap;
  }
  @container (max-inline-size: 79px) { .state { display: none; } }
  @container (max-inline-size: 99px) {
    .state { inset-block-start: 4px; padding: 1px 6px; max-inline-size: calc(100% - 8px); overflow: hidden; text-overflow: ellipsis; }
  }
  :host(:state(rtl)) .state { translate: 50% 0; }
`;
