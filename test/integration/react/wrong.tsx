import type {} from 'trtc-calling-elements/react';

export const wrong = [
  <trtc-call-panel layout="circle" />,
  <trtc-call-panel noSuchAttribute="x" />,
  <trtc-call-panel user-id={5} />,
  <trtc-calling-provider ontrtc-call-end={(event) => event.detail.noSuchDetail} />,
];
