/** The door: TRTCCalling, the element classes, events, errors and types. Registers nothing; `define` does. */
export * from './core.js';
export * from '../components/index.js';
