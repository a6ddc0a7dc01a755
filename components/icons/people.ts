import { svg } from 'lit';
import { icon } from './icon.js';

export const addPersonIcon = /* @__PURE__ */ icon(() => svg`
  <circle cx="10" cy="8" r="3.75"/><path d="M3 20c.5-3.7 3.4-5.75 7-5.75 1.5 0 2.9.35 4 1M18.5 14v6M15.5 17h6"/>`);

export const messageIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M6 4.75h12A2.25 2.25 0 0 1 20.25 7v7.5A2.25 2.25 0 0 1 18 16.75h-6.5L7 20.25v-3.5H6a2.25 2.25 0 0 1-2.25-2.25V7A2.25 2.25 0 0 1 6 4.75zM8 9.25h8M8 12.5h5"/>`);

export const outgoingIcon = /* @__PURE__ */ icon(() => svg`<path d="M7 17L17 7M9.5 7H17v7.5"/>`);

export const incomingIcon = /* @__PURE__ */ icon(() => svg`<path d="M17 7L7 17M14.5 17H7V9.5"/>`);

export const missedIcon = /* @__PURE__ */ icon(() => svg`<path d="M4 8.5l7 7 8.5-8.5M4 8.5V14M4 8.5h5.5"/>`);

export const checkIcon = /* @__PURE__ */ icon(() => svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`);

export const sendIcon = /* @__PURE__ */ icon(() => svg`<path d="M4.5 12L3.5 5.2c-.1-.8.7-1.3 1.4-1L20 11.3c.6.3.6 1.1 0 1.4L4.9 19.8c-.7.3-1.5-.2-1.4-1L4.5 12zM4.5 12H11"/>`);
