import type {} from 'trtc-calling-elements';

const panel = document.createElement('trtc-call-panel');
panel.layout = 'circle';
panel.noSuchProperty = true;
panel.addEventListener('trtc-call-end', ({ detail }) => detail.noSuchDetail);
