import { createLocalEngine } from '../../src/engines/local/index.js';

declare global {
  interface Window {
    /** What test/contract/engine-frame.html gives the page around it. */
    engineOfFrame?: typeof createLocalEngine;
  }
}

window.engineOfFrame = createLocalEngine;
