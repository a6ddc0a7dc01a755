import { css } from 'lit';

export const avatarStyles = css`
  :host {
    display: inline-block;
    flex: none;
    inline-size: var(--trtc-avatar-size, 48px);
    aspect-ratio: 1;
    container-type: inline-size;
  }

  .disc {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 50%;
    overflow: hidden;
    background: linear-gradient(145deg, oklch(0.55 0.12 var(--hue, 264)), oklch(0.42 0.11 calc(var(--hue, 264) + 24)));
    color: #ffffff;
    font-weight: 600;
    user-select: none;
    -webkit-user-select: none;
  }

  .initials { font-size: 38cqi; line-height: 1; }
  .initials.two { font-size: 33cqi; }

  img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  @media (forced-colors: active) {
    .disc { border: 1px solid CanvasText; }
  }
`;
