import { svg } from 'lit';
import { icon } from './icon.js';

/** Towards the start of the line; the style sheet turns it round where lines run from right to left. */
export const backIcon = /* @__PURE__ */ icon(() => svg`<path d="M14.5 5.5L8 12l6.5 6.5"/>`);

export const forwardIcon = /* @__PURE__ */ icon(() => svg`<path d="M9.5 5.5L16 12l-6.5 6.5"/>`);

export const pinIcon = /* @__PURE__ */ icon(() => svg`<path d="M8.75 3.75h6.5M9.75 3.75v6L6.5 13.5v1.75h11V13.5l-3.25-3.75v-6M12 15.25v5"/>`);

export const unpinIcon = /* @__PURE__ */ icon(() => svg`<path d="M8.75 3.75h6.5M9.75 3.75v2.5M14.25 3.75v6l3.25 3.75v1.75h-1M12 15.25v5M9.5 10L6.5 13.5v1.75h8M4 4l16 16"/>`);

export const minimiseCallIcon = /* @__PURE__ */ icon(() => svg`<path d="M20.25 12V6.5A2.25 2.25 0 0 0 18 4.25H6A2.25 2.25 0 0 0 3.75 6.5v11A2.25 2.25 0 0 0 6 19.75h4.5"/><path d="M20.5 20.5l-6-6M14.25 18.75V14.25h4.5"/>`);

export const restoreIcon = /* @__PURE__ */ icon(() => svg`<path d="M13.5 4.5h6v6M19.5 4.5l-6.5 6.5M10.5 19.5h-6v-6M4.5 19.5L11 13"/>`);
