import { svg } from 'lit';
import { icon } from './icon.js';

/** Towards the start of the line; the style sheet turns it round where lines run from right to left. */
export const backIcon = /* @__PURE__ */ icon(() => svg`<path d="M14.5 5.5L8 12l6.5 6.5"/>`);

export const forwardIcon = /* @__PURE__ */ icon(() => svg`<path d="M9.5 5.5L16 12l-6.5 6.5"/>`);

export const pinIcon = /* @__PURE__ */ icon(() => svg`<path d="M8.75 3.75h6.5M9.75 3.75v6L6.5 13.5v1.75h11V13.5l-3.25-3.75v-6M12 15.25v5"/>`);

export const unpinIcon = /* @__PURE__ */ icon(() => svg`<path d="M8.75 3.75h6.5M9.75 3.75v2.5M14.25 3.75v6l3.25 3.75v1.75h-1M12 15.25v5M9.5 10L6.5 13.5v1.75h8M4 4l16 16"/>`);
