import { svg } from 'lit';
import { icon } from './icon.js';

export const settingsIcon = /* @__PURE__ */ icon(() => svg`
  <path d="M3.5 7h9M17.5 7h3M3.5 17h3M11.5 17h9"/><circle cx="15" cy="7" r="2.5"/><circle cx="9" cy="17" r="2.5"/>`);
