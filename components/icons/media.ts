import { svg, type TemplateResult } from 'lit';
import { icon } from './icon.js';

export { cameraIcon, micOffIcon } from './call.js';

const slash = (): TemplateResult<2> => svg`<path d="M4 4l16 16"/>`;

export const micIcon = /* @__PURE__ */ icon(() => svg`
  <rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3M9 21h6"/>`);

export const cameraOffIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M9.5 6h2.75a3 3 0 0 1 3 3v2.2M15 15.9a3 3 0 0 1-2.75 2.1h-6.5a3 3 0 0 1-3-3V9a3 3 0 0 1 2.6-2.97"/>
  <path d="M15.25 10.6l4.4-2.9c.7-.4 1.6 0 1.6.8v7c0 .4-.2.7-.5.9"/>${slash()}`);

export const flipIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M4.5 10.5A7.75 7.75 0 0 1 18 7.2l1.5 1.6M19.5 4.5v4.3h-4.3"/>
  <path d="M19.5 13.5A7.75 7.75 0 0 1 6 16.8l-1.5-1.6M4.5 19.5v-4.3h4.3"/>`);

export const speakerIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M4 9.5h2.6l4-3.4c.6-.5 1.4-.1 1.4.7v10.4c0 .8-.8 1.2-1.4.7l-4-3.4H4a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z"/>
  <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18.2 6.2a8.2 8.2 0 0 1 0 11.6"/>`);

export const speakerOffIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M4 9.5h2.6l4-3.4c.6-.5 1.4-.1 1.4.7v10.4c0 .8-.8 1.2-1.4.7l-4-3.4H4a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z"/>
  <path d="M16 9.5l5 5M21 9.5l-5 5"/>`);

export const screenIcon = /* @__PURE__ */ icon(() => svg`
  <rect x="2.75" y="4" width="18.5" height="13" rx="2.5"/><path d="M8.5 20.5h7M12 13.5v-6M9.3 10L12 7.3l2.7 2.7"/>`);

export const screenOffIcon = /* @__PURE__ */ icon(() => svg`
  <rect x="2.75" y="4" width="18.5" height="13" rx="2.5"/><path d="M8.5 20.5h7M9.8 8.3l4.4 4.4M14.2 8.3l-4.4 4.4"/>`);

export const pipIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M20.5 10V7a2.5 2.5 0 0 0-2.5-2.5H6A2.5 2.5 0 0 0 3.5 7v10A2.5 2.5 0 0 0 6 19.5h4"/><rect x="13" y="13" width="8.5" height="6.5" rx="1.75"/>`);

export const fullScreenIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M8.5 3.75H6A2.25 2.25 0 0 0 3.75 6v2.5M15.5 3.75H18A2.25 2.25 0 0 1 20.25 6v2.5M20.25 15.5V18A2.25 2.25 0 0 1 18 20.25h-2.5M8.5 20.25H6A2.25 2.25 0 0 1 3.75 18v-2.5"/>`);

export const leaveFullScreenIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M8.75 3.75v2.75a2.25 2.25 0 0 1-2.25 2.25H3.75M15.25 3.75v2.75a2.25 2.25 0 0 0 2.25 2.25h2.75M20.25 15.25H17.5a2.25 2.25 0 0 0-2.25 2.25v2.75M8.75 20.25V17.5a2.25 2.25 0 0 0-2.25-2.25H3.75"/>`);

export const moreIcon = /* @__PURE__ */ icon(() => svg`<circle cx="5.5" cy="12" r="1.1" fill="currentColor"/><circle cx="12" cy="12" r="1.1" fill="currentColor"/><circle cx="18.5" cy="12" r="1.1" fill="currentColor"/>`);
