import { createEngineOn } from './engine-on.js';

declare global {
  interface Window {
    /** What test/contract/engine-frame.html gives the page around it. */
    engineOfFrame?: typeof createEngineOn;
  }
}

window.engineOfFrame = createEngineOn;
