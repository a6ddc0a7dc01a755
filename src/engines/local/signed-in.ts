/** What comes with the first login, in one file. */
export { Desk } from './desk.js';
export { LocalSession } from './session.js';
