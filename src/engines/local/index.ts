/**
 * The local engine: calls between browsers with nothing in between but, where the browsers are not one, a relay that
 * carries texts. Media goes from browser to browser.
 */
export { createLocalEngine } from './create-local-engine.js';
export type { IceServer, IceServerProvider } from './ice-servers.js';
export type { LocalEngineOptions } from './options.js';
export { captureFromBrowser, type Capture, type CaptureOptions } from '../media/capture.js';
export { createTestPicture, createTestTone, testPictureCapture, type TestPictureOptions } from '../media/test-picture.js';
