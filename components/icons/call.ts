import { svg, type TemplateResult } from 'lit';
import { icon } from './icon.js';

/** A receiver lying down, as it does on the hook. */
const receiver = (): TemplateResult<2> => svg`
  <path fill="currentColor" stroke-width="1.25" d="M12 8.75c-3.3 0-6.3 1-8.3 2.7-1 .9-1.3 2.3-.8 3.5l.5 1.2c.3.7 1 1.1 1.8.9l2.5-.6c.7-.2 1.2-.8 1.2-1.5v-1.4c2-.6 4.2-.6 6.2 0v1.4c0 .7.5 1.3 1.2 1.5l2.5.6c.8.2 1.5-.2 1.8-.9l.5-1.2c.5-1.2.2-2.6-.8-3.5-2-1.7-5-2.7-8.3-2.7z"/>`;

export const hangUpIcon = /* @__PURE__ */ icon(receiver);

export const phoneIcon = /* @__PURE__ */ icon(() => svg`<g transform="rotate(-135 12 12)">${receiver()}</g>`);

export const closeIcon = /* @__PURE__ */ icon(() => svg`<path d="M6 6l12 12M18 6L6 18"/>`);

export const minimiseIcon = /* @__PURE__ */ icon(() => svg`<path d="M6 9.5l6 6 6-6"/>`);


export const warningIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M10.5 4.4L2.9 17.6A1.75 1.75 0 0 0 4.4 20.25h15.2a1.75 1.75 0 0 0 1.5-2.65L13.5 4.4a1.75 1.75 0 0 0-3 0zM12 9.5v4M12 16.75v.01"/>`);

export const cameraIcon = /* @__PURE__ */ icon(() => svg`
  <rect x="2.75" y="6" width="12.5" height="12" rx="3"/><path d="M15.25 10.6l4.4-2.9c.7-.4 1.6 0 1.6.8v7c0 .8-.9 1.2-1.6.8l-4.4-2.9"/>`);

export const micOffIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M9 9V6a3 3 0 0 1 6 0v5M14.2 13.4A3 3 0 0 1 9 11.2V9"/>
  <path d="M5.5 11.5a6.5 6.5 0 0 0 10.6 5M18.5 11.5c0 .9-.2 1.8-.5 2.6M12 18v3M9 21h6"/><path d="M4 4l16 16"/>`);
